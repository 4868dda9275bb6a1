//! Names that were wrong, or that the words for it say too little about.

use super::words::KNOWN;
use super::{ConstName, FieldName, TypeName, package, unusable_package};

/// They are searched by their first letters.
#[test]
fn known_words_are_sorted() {
    assert!(KNOWN.is_sorted(), "{KNOWN:?}");
}

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
fn words_that_people_know_stay_words() {
    let fields = [
        ("PrivateIPv4Address", "private_ipv4_address"),
        ("IPv6CIDRs", "ipv6_cidrs"),
        ("SizeInGiB", "size_in_gib"),
        ("AllowedOAuth2Flows", "allowed_oauth2_flows"),
        ("AWSIoTThing", "aws_iot_thing"),
        ("QoS", "qos"),
        // These are not those words.
        ("NOAuth", "no_auth"),
        ("AmiBlock", "ami_block"),
        ("FooMiBar", "foo_mi_bar"),
    ];
    for (name, field) in fields {
        assert_eq!(FieldName::of_member(name).as_str(), field);
    }
    assert_eq!(TypeName::of_shape("AWSIoTOAuthType").as_str(), "AwsIoTOAuthType");
    assert_eq!(ConstName::of("SizeInGiB").as_str(), "SIZE_IN_GIB");
    let modules = FieldName::modules("shapes", [&TypeName::of_shape("OAuthFlowType")]);
    assert_eq!(modules[0].as_str(), "oauth_flow_type");
}

#[test]
fn setters_differ_from_all_methods_of_the_builder() {
    let members = ["build", "build_value", "a", "set_a", "a_value", "add", "_1foo"].map(FieldName::of_member);
    let setters = FieldName::setters(&members, &[FieldName::of_member("a_value")]);
    let setters: Vec<(&str, &str)> =
        setters.iter().map(|(one, whole)| (one.as_str(), whole.as_str())).collect();
    let expected = [
        ("build_value_2", "set_build"),
        ("build_value", "set_build_value"),
        ("a", "set_a_value_2"),
        ("set_a", "set_set_a"),
        ("a_value_value", "set_a_value"),
        ("add_value", "set_add"),
        ("_1foo", "set_1foo"),
    ];
    assert_eq!(setters, expected);
}

#[test]
fn members_that_become_one_name_are_numbered() {
    let fields = FieldName::of_members(["fooBar", "foo_bar", "foo_bar_2", "self", "self_"]);
    let fields: Vec<&str> = fields.iter().map(FieldName::as_str).collect();
    assert_eq!(fields, ["foo_bar", "foo_bar_3", "foo_bar_2", "self_", "self_2"]);
    let variants = TypeName::of_variants(["a-b", "a_b", "\u{b5}s", "\u{e9}", ""]);
    let variants: Vec<&str> = variants.iter().map(TypeName::as_str).collect();
    assert_eq!(variants, ["AB", "AB2", "Micros", "Ue9", "Empty"]);
}

#[test]
fn modules_are_files_on_every_system() {
    let types = ["Mod", "Shapes", "Aux", "Com1", "Com10", "Ab", "AB"].map(TypeName::of_shape);
    let modules = FieldName::modules("shapes", &types);
    let modules: Vec<&str> = modules.iter().map(FieldName::as_str).collect();
    assert_eq!(modules, ["mod_", "shapes_", "aux_", "com1_", "com10", "ab", "ab_2"]);
    let long = TypeName::of_shape(&"LongName".repeat(40));
    let file = FieldName::modules("shapes", [&long]).remove(0);
    assert_eq!((long.as_str().len() <= 200, file.as_str().len() <= 100), (true, true));
}

#[test]
fn packages_are_named_as_the_official_ones() {
    assert_eq!(package("Cognito Identity Provider"), "cognito-identity-provider");
    assert_eq!(package("DynamoDB"), "dynamodb");
    assert_eq!(package("Async"), "async-api");
    assert_eq!(package("proc macro"), "proc-macro-api");
    assert_eq!(unusable_package(&package(&"Long ".repeat(40))), None);
}

#[test]
fn any_text_gives_a_name() {
    assert_eq!(TypeName::of_variants(["2xlarge"])[0].as_str(), "_2xlarge");
    assert_eq!(TypeName::of_variants(["*"])[0].as_str(), "U2A");
    assert_eq!(FieldName::of_member("__").as_str(), "u5fu5f");
}
