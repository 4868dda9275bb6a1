//! What a service is called.

use crate::resolve::graph::Shape;
use crate::resolve::traits::service::AuthTrait;

impl Shape {
    /// Every name that a service goes by: its own, the end of its namespace, its title, those of `aws.api#service` and the
    /// one that goes into signatures.
    pub fn service_names(&self) -> impl Iterator<Item = &str> {
        let service = self.traits.aws_service.as_ref();
        let stated = service.into_iter().flat_map(|service| {
            let names = [&service.sdk_id, &service.endpoint_prefix, &service.arn_namespace];
            names.into_iter().chain([&service.cloud_formation_name, &service.doc_id])
        });
        let signing = self.traits.auth_schemes.iter().filter_map(|scheme| match scheme {
            AuthTrait::SigV4(name) | AuthTrait::SigV4A(name) => name.as_deref(),
            _ => None,
        });
        let own = [self.id.name(), self.id.namespace().rsplit('.').next().unwrap_or_default()];
        let optional = stated.chain([&self.traits.title]).filter_map(|name| name.as_deref());
        own.into_iter().chain(optional).chain(signing)
    }
}
