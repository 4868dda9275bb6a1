//! Names that were wrong, or that the words for it say too little about.

use super::{ConstName, FieldName, TypeName, package, unusable_package};

#[test]
fn acronyms_read_as_words() {
    assert_eq!(TypeName::of_shape("MFAMethodNotFoundException").as_str(), "MfaMethodNotFoundException");
    assert_eq!(FieldName::of_member("SMSMfaSettings").as_str(), "sms_mfa_settings");
    assert_eq!(TypeName::of_variants(["SMS_MFA"])[0].as_str(), "SmsMfa");
    assert_eq!(FieldName::of_member("CallbackURLs").as_str(), "callback_urls");
    assert_eq!(FieldName::of_member("RoleARNsAndIDs").as_str(), "role_arns_and_ids");
    assert_eq!(FieldName::of_member("DNSservers").as_str(), "dn_sservers");
    assert_eq!(ConstName::of("callbackURLs").as_str(), "CALLBACK_URLS");
    assert_eq!(TypeName::of_shape("CallbackURLsListType").as_str(), "CallbackUrlsListType");
}

#[test]
fn keywords_and_short_names_stay_usable() {
    assert_eq!(FieldName::of_member("type").in_source(), "r#type");
    assert_eq!(FieldName::of_member("gen").in_source(), "r#gen");
    assert_eq!(FieldName::of_member("self").in_source(), "self_");
    assert_eq!(TypeName::of_shape("option").as_str(), "OptionShape");
    let variants = TypeName::of_variants(["UNKNOWN", "self", "UnknownValue"]);
    assert_eq!(
        variants.iter().map(TypeName::as_str).collect::<Vec<_>>(),
        ["UnknownValue2", "SelfValue", "UnknownValue"]
    );
}

#[test]
fn packages_are_named_as_the_official_ones() {
    assert_eq!(package("Cognito Identity Provider"), "cognito-identity-provider");
    assert_eq!(package("DynamoDB"), "dynamodb");
}

#[test]
fn any_text_gives_a_name() {
    assert_eq!(TypeName::of_variants(["2xlarge"])[0].as_str(), "_2xlarge");
    assert_eq!(TypeName::of_variants(["*"])[0].as_str(), "U2A");
    assert_eq!(FieldName::of_member("__").as_str(), "u5fu5f");
}
