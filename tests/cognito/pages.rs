//! Listings, page by page.

use cognito_identity_provider as cognito;
use cognito_identity_provider::wire::{FromWire, Mode, Paged, Paginator, RepeatedToken, from_bytes, to_json};
use cognito_identity_provider::{ListUsers, ListUsersRequest, ListUsersResponse, UserType};
use serde_json::{Value, json};

/// A value as a client reads it, which takes what is missing as nothing.
fn read<T: FromWire>(value: &Value) -> T {
    from_bytes(value.to_string().as_bytes(), Mode::Lenient).expect("a lenient reader takes it")
}

/// Reads three pages of a listing, of two items, none and one.
fn check<O: Paged<Token = String>>(item: &Value) {
    let pages = O::PAGES.expect("it has pages");
    let items = pages.items.expect("they have items");
    let answers = [
        json!({ pages.output_token: "second", items: [item, item] }),
        json!({ pages.output_token: "third", items: [] }),
        json!({ items: [item] }),
    ];
    let mut asked = Vec::new();
    let send = |input: &O::Input| {
        let input: Value = serde_json::from_str(&to_json(input)).expect("it is JSON");
        asked.push(input[pages.input_token].clone());
        Ok::<O::Output, RepeatedToken>(read(&answers[asked.len() - 1]))
    };
    let found = Paginator::<O>::new(read(&json!({}))).items(send).collect::<Result<Vec<_>, _>>();
    assert_eq!(found.map(|found| found.len()), Ok(3), "{}", O::NAME);
    assert_eq!(asked, [Value::Null, json!("second"), json!("third")], "{}", O::NAME);
}

#[test]
fn all_listings_are_read_to_their_ends() {
    check::<cognito::AdminListDevices>(&json!({}));
    check::<cognito::AdminListGroupsForUser>(&json!({}));
    check::<cognito::AdminListUserAuthEvents>(&json!({}));
    check::<cognito::AdminListUserSessions>(&json!({}));
    check::<cognito::ListCimdPolicies>(&json!({}));
    check::<cognito::ListClientMetadataUrls>(&json!({}));
    check::<cognito::ListDevices>(&json!({}));
    check::<cognito::ListGroups>(&json!({}));
    check::<cognito::ListIdentityProviders>(&json!({}));
    check::<cognito::ListPointInTimeRecoveries>(&json!({}));
    check::<cognito::ListResourceServers>(&json!({}));
    check::<cognito::ListTerms>(&json!({}));
    check::<cognito::ListUserImportJobs>(&json!({}));
    check::<cognito::ListUserPoolClientSecrets>(&json!({}));
    check::<cognito::ListUserPoolClients>(&json!({}));
    check::<cognito::ListUserPoolReplicas>(&json!({}));
    check::<cognito::ListUserPools>(&json!({}));
    check::<cognito::ListUserSessions>(&json!({}));
    check::<cognito::ListUsers>(&json!({}));
    check::<cognito::ListUsersInGroup>(&json!({}));
    check::<cognito::ListWebAuthnCredentials>(&json!({}));
}

/// An error of a caller's own.
#[derive(Debug, PartialEq)]
enum Failure {
    Repeated(RepeatedToken),
    Connection,
}

impl From<RepeatedToken> for Failure {
    fn from(error: RepeatedToken) -> Self {
        Self::Repeated(error)
    }
}

/// A page with one user, who has the number of the request, and the token of the next page.
fn page(number: usize, token: Option<&str>) -> ListUsersResponse {
    let user = UserType::builder().username(number.to_string()).build();
    ListUsersResponse::builder().users(user).set_pagination_token(token.map(str::to_owned)).build()
}

/// The users and the error of a listing that begins at a token and is answered with tokens; `!` stands for a
/// connection that fails.
fn listed(first: Option<&str>, tokens: &[&str]) -> (Vec<String>, Option<Failure>) {
    let request = ListUsersRequest::builder().user_pool_id("eu-west-1_EXAMPLE");
    let request = request.set_pagination_token(first.map(str::to_owned)).build().expect("it is whole");
    let mut sent = 0;
    let mut items = Paginator::<ListUsers>::new(request).items(|_| {
        sent += 1;
        match tokens.get(sent - 1) {
            Some(&"!") => Err(Failure::Connection),
            token => Ok(page(sent, token.copied())),
        }
    });
    let mut users = Vec::new();
    for item in items.by_ref().take(100) {
        match item {
            Ok(user) => users.push(user.username.expect("each has one")),
            Err(error) => {
                assert!(items.next().is_none(), "a listing ends with its error");
                return (users, Some(error));
            }
        }
    }
    assert!(items.next().is_none(), "a listing ends");
    (users, None)
}

#[test]
fn a_listing_ends_whatever_is_answered() {
    let repeated = || {
        let mut paginator = Paginator::<ListUsers>::new(read(&json!({ "PaginationToken": "a" })));
        paginator.advance(&page(1, Some("a"))).expect_err("it was asked for")
    };
    type Case<'c> = (Option<&'c str>, &'c [&'c str], usize, Option<Failure>);
    let cases: [Case<'_>; 10] = [
        (None, &[], 1, None),
        (None, &[""], 1, None),
        (None, &["a"], 2, None),
        (Some("z"), &["a", "b", "c"], 4, None),
        (None, &["a", "a"], 2, Some(Failure::Repeated(repeated()))),
        (None, &["a", "b", "a"], 3, Some(Failure::Repeated(repeated()))),
        (None, &["a", "b", "c", "b"], 4, Some(Failure::Repeated(repeated()))),
        (Some("a"), &["a"], 1, Some(Failure::Repeated(repeated()))),
        (None, &["!"], 0, Some(Failure::Connection)),
        (None, &["a", "!"], 1, Some(Failure::Connection)),
    ];
    for (first, tokens, count, error) in cases {
        let (users, found) = listed(first, tokens);
        assert_eq!((users.len(), found), (count, error), "{first:?} {tokens:?}");
    }
}

#[test]
fn without_a_connection_one_input_follows_from_each_output() {
    let mut paginator = Paginator::<ListUsers>::new(read(&json!({ "UserPoolId": "p", "Limit": 1 })));
    let tokens =
        |paginator: &Paginator<ListUsers>| paginator.input().map(|input| input.pagination_token.clone());
    assert_eq!(tokens(&paginator), Some(None));
    assert_eq!(paginator.advance(&page(1, Some("a"))), Ok(()));
    assert_eq!(tokens(&paginator), Some(Some("a".to_owned())));
    assert_eq!(paginator.input().map(|input| input.limit), Some(Some(1)));
    let error = paginator.advance(&page(2, Some("a"))).expect_err("it was asked for");
    assert_eq!(
        error.to_string(),
        "the service answered ListUsers with a page token for the second time: its pages never end"
    );
    assert_eq!(tokens(&paginator), None);
    assert_eq!(paginator.advance(&page(3, Some("b"))), Ok(()));
    assert_eq!(tokens(&paginator), None);
}
