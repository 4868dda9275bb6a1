//! The set-up that every command which looks at a service shares: what it is about, and what its values are checked by.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use super::bindings::Bindings;
use super::checks::{self, CompiledPatterns};
use super::directions::Travellers;
use super::docs::Subject;
use super::docs::index::Index;
use super::layouts;
use super::member_names;
use super::protocols::{self, ProtocolRow};
use super::select::{self, Selection};
use super::types::Types;
use super::virtual_hosts;
use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::ir::service::VirtualHosts;
use crate::ir::{Directions, Protocol};
use crate::names;
use crate::options::Options;
use crate::resolve::graph::{Member, Model, Shape, ShapeId};
use crate::resolve::queries::http_bindings::MessageKind;
use crate::resolve::queries::unsupported::{self, TraitWithoutEffect};
use crate::resolve::traits::http::HttpBinding;
use crate::rules::{self, Rules};

/// The metadata key of the command that regenerates the output.
const COMMAND: &str = "smithygen.command";

/// A service of a model, the operations that were asked for, and the shapes that they lead to.
pub(crate) struct Setup<'m> {
    pub(crate) model: &'m Model,
    pub(crate) options: &'m Options,
    /// The service.
    pub(crate) service: Cow<'m, Shape>,
    /// What the crate's protocol makes of shapes and of messages.
    pub(crate) protocol_row: &'static ProtocolRow,
    /// All operations of the service, by name.
    pub(crate) all_operations: Vec<&'m Shape>,
    /// The operations that were asked for.
    pub(crate) operations: Vec<&'m Shape>,
    /// Every shape that becomes a type or part of one.
    pub(crate) reachable: BTreeSet<&'m ShapeId>,
    /// What each of these shapes is in Rust.
    pub(crate) types: Types<'m>,
    /// The only operation that each structure belongs to.
    pub(crate) sole_operations: BTreeMap<&'m ShapeId, &'m ShapeId>,
    /// The hosts of what a member of requests names.
    pub(crate) virtual_hosts: Option<VirtualHosts>,
}

/// What values are checked by, beside the constraint traits of their shapes.
pub(crate) struct Restrictions {
    /// The rules of the model.
    pub(crate) rules: Rules,
    /// The patterns of the shapes whose values are checked, compiled: nothing looks at those of responses.
    pub(crate) patterns: CompiledPatterns,
}

impl<'m> Setup<'m> {
    /// Chooses the service, its operations and their shapes, unless the model has no such service.
    ///
    /// # Errors
    ///
    /// A service or an operation that is not there, and names that clash, are pushed to `errors`.
    pub(crate) fn new(errors: &mut Diagnostics, model: &'m Model, options: &'m Options) -> Option<Self> {
        check_package(errors, options);
        let Selection { service, all_operations, operations, reachable } =
            select::selection(errors, model, options)?;
        let sole_operations = model.sole_operations(&operations, &reachable);
        let bindings = service.service_bindings();
        let protocol_row = protocols::chosen(errors, &service, options.protocol.as_deref());
        let virtual_hosts = virtual_hosts::of_service(errors, model, &service, protocol_row);
        let travellers = Travellers::new(model, &service, &operations, protocol_row);
        let types =
            Types::new(errors, model, bindings, &operations, &reachable, &sole_operations, travellers);
        let setup = Self {
            model,
            options,
            service,
            protocol_row,
            all_operations,
            operations,
            reachable,
            types,
            sole_operations,
            virtual_hosts,
        };
        let shapes = setup.reachable.iter().map(|id| model.shape(id));
        let protocol = protocol_row.protocol.or(setup.service.traits.protocols.first().copied());
        member_names::check(errors, shapes.clone(), protocol);
        // What is only sent in a form has other names there.
        let read = shapes.filter(|shape| setup.types.directions(&shape.id) != Directions::Sent);
        layouts::check(errors, read, &setup.bindings());
        Some(setup)
    }

    /// Reads the rules and compiles the patterns; what is wrong with them is pushed to `errors`.
    pub(crate) fn restrictions(&self, errors: &mut Diagnostics) -> Restrictions {
        let checked = self.model.value_closure(self.validation_roots());
        Restrictions {
            rules: rules::read(errors, self.model),
            patterns: CompiledPatterns::new(errors, self.model, &checked, self.options),
        }
    }

    /// The shapes whose values users check.
    pub(crate) fn validation_roots(&self) -> BTreeSet<&'m ShapeId> {
        checks::validation_roots(&self.operations, &self.reachable, self.options)
    }

    /// What the crate's protocol makes of the members of messages.
    pub(crate) fn bindings(&self) -> Bindings<'m> {
        let moved = |operation: &&'m Shape| {
            Some((operation.operation_io().input.as_ref()?, self.host_label(operation)?.name.as_str()))
        };
        let moved = self.operations.iter().filter_map(moved).collect();
        Bindings::new(self.model, self.protocol_row, &self.service, &self.operations, &self.reachable)
            .with_moved(moved)
    }

    /// The member of an operation's requests that is a label of the host where it can be.
    pub(crate) fn host_label(&self, operation: &Shape) -> Option<&'m Member> {
        let label = &self.virtual_hosts.as_ref()?.label;
        let path = operation.traits.http.as_ref()?.uri.strip_prefix('/')?.split(['/', '?']).next()?;
        let is_first = path.strip_prefix('{')?.strip_suffix('}')? == label;
        // What has a host of its own keeps it.
        let is_moved = is_first && operation.traits.host_prefix.is_none();
        let input = operation.operation_io().input.as_ref().filter(|_| is_moved)?;
        self.model.shape(input).members().find(|member| member.name == *label)
    }

    /// The header that names the algorithm of the checksum of an operation's requests, if callers can choose it.
    pub(crate) fn checksum_header(&self, operation: &Shape) -> Option<String> {
        let input = operation.operation_io().input.as_ref().filter(|_| self.protocol_row.has_bindings())?;
        let name = operation.checksum_algorithm_member()?;
        let member = self.model.shape(input).members().find(|member| member.name == name)?;
        match member.http_binding(MessageKind::Request)? {
            HttpBinding::Header(name) => Some(name.to_ascii_lowercase()),
            _ => None,
        }
    }

    /// What messages need, where they are written.
    pub(crate) fn protocol(&self) -> Option<Protocol> {
        self.protocol_row.of_messages(&self.service, &self.operations)
    }

    /// The traits that have no effect on the messages of the operations.
    pub(crate) fn traits_without_effect(&self) -> Vec<TraitWithoutEffect<'_>> {
        let shapes = self.reachable.iter().map(|id| self.model.shape(id));
        let all = std::iter::once(&*self.service).chain(self.operations.iter().copied()).chain(shapes);
        unsupported::traits_without_effect(all, self.protocol_row.protocol)
    }

    /// The package's name: as asked for, or from the `sdkId` of `aws.api#service`, or from the shape's name.
    pub(crate) fn package(&self) -> String {
        let sdk_id = self.service.traits.aws_service.as_ref().and_then(|service| service.sdk_id.as_deref());
        let name = sdk_id.unwrap_or_else(|| self.service.id.name());
        self.options.crate_name.clone().unwrap_or_else(|| names::package(name))
    }

    /// The command that the first line of each file names: that of the model's metadata, or the tool's own name with the
    /// protocol that was asked for.
    pub(crate) fn command(&self, errors: &mut Diagnostics) -> String {
        let Some(value) = self.model.metadata.get(COMMAND) else {
            let protocol = self.protocol_row.protocol.filter(|_| self.options.protocol.is_some());
            let protocol = protocol.map(|protocol| format!(" --protocol {}", protocol.name()));
            return env!("CARGO_PKG_NAME").to_owned() + &protocol.unwrap_or_default();
        };
        let is_command =
            |text: &&str| !text.trim().is_empty() && !text.contains(|c: char| c.is_control() || c == '`');
        match value.as_str().filter(is_command) {
            Some(command) => command.to_owned(),
            None => {
                let error = Diagnostic::error(format!(
                    "`{COMMAND}` must be a command: one line of text without backquotes"
                ));
                errors.push(error.at(value.span).help("for example \"cargo run\""));
                String::new()
            }
        }
    }

    /// What documentation comments are about.
    pub(crate) fn subject(&self) -> Subject<'_> {
        Subject {
            service: &self.service,
            operations: &self.operations,
            reachable: &self.reachable,
            sole_operations: &self.sole_operations,
            protocol: self.protocol(),
            protocol_row: self.protocol_row,
            bindings: self.bindings(),
            package: self.package(),
            host_label: self.virtual_hosts.as_ref().map(|hosts| hosts.label.as_str()),
        }
    }

    /// Everything that documentation can name.
    pub(crate) fn index(&self) -> Index<'_> {
        Index::new(&self.types, &self.subject())
    }
}

/// A package that was asked for and cannot be used.
fn check_package(errors: &mut Diagnostics, options: &Options) {
    let Some(name) = &options.crate_name else { return };
    if let Some(reason) = names::unusable_package(name) {
        errors.push(
            Diagnostic::error(format!("`{name}` cannot be the name of a package: {reason}"))
                .help(format!("`--crate-name {}` can be used", names::package(name))),
        );
    }
}
