//! A page of `ListUsers`, as the generated crate has it and as one would write it by hand.

use cognito_identity_provider::{AttributeType, ListUsersResponse, UserStatusType, UserType, smithy};
use serde::{Deserialize, Serialize};

/// As many users as the service answers at once.
const USERS: u32 = 60;

/// What one would write by hand for the same body.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct Page {
    users: Vec<User>,
    pagination_token: Option<String>,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
struct User {
    username: Option<String>,
    attributes: Option<Vec<Attribute>>,
    user_create_date: Option<f64>,
    user_last_modified_date: Option<f64>,
    enabled: Option<bool>,
    user_status: Option<Status>,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Attribute {
    name: String,
    value: Option<String>,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
enum Status {
    Confirmed,
    ForceChangePassword,
}

/// The names and values of the attributes of a user.
fn attributes(user: u32) -> [(&'static str, String); 6] {
    [
        ("sub", id(user)),
        ("email", format!("alice.{user:04}@mail.example.com")),
        ("email_verified", "true".to_owned()),
        ("phone_number", format!("+49151123{user:04}")),
        ("phone_number_verified", "false".to_owned()),
        ("name", format!("Alice Example the {user:02}th")),
    ]
}

fn id(user: u32) -> String {
    format!("{user:08x}-7d4e-4a5b-9c3d-0123456789ab")
}

fn created(user: u32) -> i64 {
    1_730_000_000_123 + i64::from(user) * 86_400_000
}

fn token() -> String {
    "t".repeat(748)
}

/// The page as the generated crate has it.
pub fn ours() -> ListUsersResponse {
    let user = |user: u32| UserType {
        username: Some(id(user)),
        attributes: Some(attributes(user).into_iter().map(attribute).collect()),
        user_create_date: Some(smithy::Timestamp::from_millis(created(user))),
        user_last_modified_date: Some(smithy::Timestamp::from_millis(created(user) + 1000)),
        enabled: Some(true),
        user_status: Some(if user.is_multiple_of(2) {
            UserStatusType::Confirmed
        } else {
            UserStatusType::ForceChangePassword
        }),
        ..UserType::default()
    };
    ListUsersResponse { users: Some((0..USERS).map(user).collect()), pagination_token: Some(token()) }
}

fn attribute((name, value): (&str, String)) -> AttributeType {
    AttributeType::builder().name(name).value(value).build().expect("all required members are set")
}

/// The page as one would write it by hand.
pub fn by_hand() -> Page {
    let user = |user: u32| User {
        username: Some(id(user)),
        attributes: Some(
            attributes(user)
                .map(|(name, value)| Attribute { name: name.to_owned(), value: Some(value) })
                .into(),
        ),
        user_create_date: Some(created(user) as f64 / 1000.0),
        user_last_modified_date: Some((created(user) + 1000) as f64 / 1000.0),
        enabled: Some(true),
        user_status: Some(if user.is_multiple_of(2) {
            Status::Confirmed
        } else {
            Status::ForceChangePassword
        }),
    };
    Page { users: (0..USERS).map(user).collect(), pagination_token: Some(token()) }
}
