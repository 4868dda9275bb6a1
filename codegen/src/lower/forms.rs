//! What members are called in forms, which are the bodies of requests of the query protocols
//! ([awsQuery](https://smithy.io/2.0/aws/protocols/aws-query-protocol.html),
//! [ec2Query](https://smithy.io/2.0/aws/protocols/aws-ec2-query-protocol.html)).

use super::protocols::ProtocolRow;
use crate::resolve::graph::Member;
use crate::resolve::traits::service::ProtocolTrait;

/// The name of a member in requests, where it has one there: the first letter of one for EC2 is a capital unless
/// `ec2QueryName` says otherwise.
pub(super) fn sent_name(member: &Member, protocol: &ProtocolRow) -> Option<String> {
    match protocol.protocol? {
        ProtocolTrait::Ec2Query => Some(member.traits.ec2_query_name.clone().unwrap_or_else(|| {
            let mut letters = member.traits.xml.name.as_ref().unwrap_or(&member.name).chars();
            let first = letters.next().map(|first| first.to_ascii_uppercase());
            first.into_iter().chain(letters).collect()
        })),
        _ => None,
    }
}
