//! Where the service is reached.

use cognito_identity_provider::service;
use cognito_identity_provider::wire::{EndpointVariant, InvalidEndpoint};
use serde_json::Value;

use crate::support;

/// The kinds of endpoints in the order of [`REGIONS`].
const VARIANTS: [EndpointVariant; 4] = [
    EndpointVariant::Standard,
    EndpointVariant::Fips,
    EndpointVariant::DualStack,
    EndpointVariant::FipsDualStack,
];

/// A region of each partition with the domains of its endpoints.
const REGIONS: [(&str, [&str; 2]); 8] = [
    ("eu-west-1", ["amazonaws.com", "amazonaws.com"]),
    ("cn-north-1", ["amazonaws.com.cn", "api.amazonwebservices.com.cn"]),
    ("eusc-de-east-1", ["amazonaws.eu", "api.amazonwebservices.eu"]),
    ("us-gov-west-1", ["amazonaws.com", "api.aws"]),
    ("us-iso-east-1", ["c2s.ic.gov", "api.aws.ic.gov"]),
    ("us-isob-east-1", ["sc2s.sgov.gov", "api.aws.scloud"]),
    ("eu-isoe-west-1", ["cloud.adc-e.uk", "api.cloud-aws.adc-e.uk"]),
    ("us-isof-south-1", ["csp.hci.ic.gov", "api.aws.hci.ic.gov"]),
];

#[test]
fn every_partition_has_its_hosts() {
    for (region, [usual, dual_stack]) in REGIONS {
        let hosts = [usual, usual, dual_stack, dual_stack];
        for ((variant, domain), fips) in VARIANTS.into_iter().zip(hosts).zip(["", "-fips", "", "-fips"]) {
            let endpoint = service::endpoint_variant(region, variant).expect("it is a region");
            assert_eq!(endpoint.uri("", "/"), format!("https://cognito-idp{fips}.{region}.{domain}/"));
        }
    }
}

#[test]
fn a_name_that_would_change_the_host_is_refused() {
    for region in
        ["", "-", "eu-west-1.example.com", "eu-west-1/", "a@b", "eu west", "eu-west-1-", "é", &"a".repeat(64)]
    {
        assert_eq!(service::endpoint(region), Err(InvalidEndpoint::Region), "{region}");
    }
}

/// The cases that AWS publishes with its model, but for those with an endpoint of the caller's own.
#[shared_data::test]
fn published_cases_agree() {
    let path = support::shared().join("models/cognito-identity-provider-2016-04-18.april-2026.json");
    let model: Value =
        serde_json::from_str(&std::fs::read_to_string(path).expect("it is there")).expect("JSON");
    let shape = &model["shapes"]["com.amazonaws.cognitoidentityprovider#AWSCognitoIdentityProviderService"];
    let cases =
        shape["traits"]["smithy.rules#endpointTests"]["testCases"].as_array().expect("there are cases");
    let mut agreed = 0;
    for case in cases {
        let (Some(region), None) = (case["params"]["Region"].as_str(), case["params"].get("Endpoint")) else {
            continue;
        };
        let is = |name: &str| case["params"][name].as_bool().expect("it is stated");
        let variant = VARIANTS[usize::from(is("UseFIPS")) + 2 * usize::from(is("UseDualStack"))];
        let ours = service::endpoint_variant(region, variant).expect("it is a region").to_string();
        assert_eq!(case["expect"]["endpoint"]["url"], ours.as_str(), "{case}");
        agreed += 1;
    }
    assert_eq!((agreed, cases.len()), (52, 57));
}
