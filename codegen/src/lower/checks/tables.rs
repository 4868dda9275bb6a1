//! Key tables and the typed answers that they give.

use super::super::docs::link;
use super::super::krate::Doc;
use super::super::krate::tables::{
    Answer, AnswerField, AnswerKind, AnswerVariant, Asked, Due, KeyConst, Parameter, Table, TableCase,
};
use super::Checking;
use crate::fault::{Errors, Fault};
use crate::names::{ConstName, FieldName, TypeName};
use crate::resolve::graph::{Shape, ShapeId};
use crate::rules::{self, Case, Key, KeyValue, Need};

/// The values of an enum with their variants.
pub(super) fn variants(governor: &Shape) -> Vec<(&str, TypeName)> {
    let values = governor.members().map(|member| member.traits.enum_value.as_deref().unwrap_or(&member.name));
    let names = TypeName::of_variants(governor.members().map(|member| member.name.as_str()));
    values.zip(names).collect()
}

impl Checking<'_> {
    /// The tables that some input uses, by name.
    pub(super) fn tables(&self, errors: &mut Errors) -> Vec<Table> {
        let bound = |table: &&rules::Table| {
            self.rules
                .bindings
                .iter()
                .any(|(id, binding)| binding.table == table.map && self.reached.contains(id))
        };
        let mut tables: Vec<Table> =
            self.rules.tables.values().filter(bound).map(|table| self.table(errors, table)).collect();
        tables.sort_by(|a, b| a.module.cmp(&b.module));
        tables
    }

    fn table(&self, errors: &mut Errors, table: &rules::Table) -> Table {
        let governor = self.model.shape(&table.governor);
        let variants = variants(governor);
        let variant = |case: &Case| {
            let found = variants.iter().find(|(value, _)| *value == case.name);
            found.expect("cases are values of the enum").1.clone()
        };
        let cases = table.cases.iter().map(|case| TableCase {
            variant: variant(case),
            name: ConstName::of(&format!("case {}", case.name)),
        });
        let map = self.model.shape(&table.map);
        Table {
            module: FieldName::of_id(&table.id),
            map: table.map.name().to_owned(),
            governor: self.types.name(&table.governor),
            cases: cases.collect(),
            keys: key_consts(errors, table),
            answer: table.answer.as_ref().map(|name| self.answer(errors, table, name, &variant)),
            secret: self.types.is_sensitive_shape(map),
            table: table.clone(),
        }
    }

    fn answer(
        &self,
        errors: &mut Errors,
        table: &rules::Table,
        name: &str,
        variant: &dyn Fn(&Case) -> TypeName,
    ) -> Answer {
        let variants = table.cases.iter().map(|case| AnswerVariant {
            name: variant(case),
            docs: variant_docs(case),
            fields: fields(errors, table, case),
        });
        Answer {
            name: TypeName::of_shape(name),
            docs: self.answer_docs(table),
            variants: variants.collect(),
            due: table.due.as_ref().map(|name| self.due(table, name)),
        }
    }

    fn due(&self, table: &rules::Table, name: &str) -> Due {
        let asked = self.rules.asks.iter().filter(|(_, asks)| asks.table == table.map);
        let asked = asked.filter(|(id, _)| self.types.is_reachable(id)).map(|(id, asks)| Asked {
            response: self.types.name(id),
            by: FieldName::of_member(&asks.by),
            by_required: self.is_required(id, &asks.by),
            parameters: asks.parameters.as_ref().map(|name| FieldName::of_member(name)),
            carries: asks.carries.iter().map(|name| (name.clone(), FieldName::of_member(name))).collect(),
        });
        Due { name: TypeName::of_shape(name), asked: asked.collect(), parameters: parameters(table) }
    }

    fn is_required(&self, shape: &ShapeId, member: &str) -> bool {
        self.model.shape(shape).members().any(|other| other.name == member && other.traits.required)
    }

    fn answer_docs(&self, table: &rules::Table) -> Doc {
        let mut doc = Doc::default();
        doc.paragraph(table.documentation.clone());
        doc.paragraph(format!(
            "Each variant has the keys of one value of {}, so that no key can be missing or misspelt. What may be \
             absent is an `Option`; the step of the request's builder fills in both the name and the map.",
            link(&self.types.name(&table.governor))
        ));
        doc
    }
}

fn variant_docs(case: &Case) -> Doc {
    let mut doc = Doc::default();
    let sentence = if case.documentation.is_empty() { "The case" } else { &case.documentation };
    doc.paragraph(sentence);
    doc.paragraph(format!("`{}`.", case.name));
    doc
}

/// The fields of a typed answer; keys that the service ignores are left out.
fn fields(errors: &mut Errors, table: &rules::Table, case: &Case) -> Vec<AnswerField> {
    let mut fields: Vec<AnswerField> = Vec::new();
    for key in case.keys.iter().filter(|key| key.need != Need::Ignored) {
        let name = FieldName::of_id(&key.name);
        if fields.iter().any(|field| field.name == name) {
            errors.push(clash(table, &key.name, name.as_str(), key));
            continue;
        }
        let kind = match key.need {
            Need::Always => AnswerKind::Required,
            Need::Family(_) => AnswerKind::Family,
            Need::Declared(_) | Need::With(..) | Need::Without(_) | Need::Optional | Need::Ignored => {
                AnswerKind::Optional
            }
        };
        let mut docs = Doc::default();
        docs.paragraph(sentence(key));
        fields.push(AnswerField { name, key: key_const(&key.name), docs, kind });
    }
    // What must be there comes first.
    fields.sort_by_key(|field| field.kind != AnswerKind::Required);
    fields
}

fn clash(table: &rules::Table, key: &str, rust: &str, at: &Key) -> Fault {
    let message = format!("two keys of a case would both become the Rust name `{rust}`, `{key}` among them");
    let help = "if one is another spelling that the service ignores, give it the need `ignored`";
    Fault::error(message).at(at.rule.place).shape(&table.map).help(help)
}

fn key_const(key: &str) -> ConstName {
    ConstName::of(key)
}

/// What any case sends along, by the names of the methods.
fn parameters(table: &rules::Table) -> Vec<Parameter> {
    let families = table.cases.iter().flat_map(|case| &case.keys).filter_map(|key| match &key.need {
        Need::Family(listed) => listed.as_ref(),
        Need::Always
        | Need::Declared(_)
        | Need::With(..)
        | Need::Without(_)
        | Need::Optional
        | Need::Ignored => None,
    });
    let lists: Vec<&String> = families.flat_map(|listed| &listed.keys).collect();
    let mut parameters: Vec<Parameter> = Vec::new();
    for (key, docs) in table.cases.iter().flat_map(|case| &case.parameters) {
        let name = FieldName::of_id(key);
        if !parameters.iter().any(|known| known.name == name) {
            parameters.push(Parameter {
                name,
                key: key.clone(),
                docs: docs.clone(),
                lists_keys: lists.contains(&key),
            });
        }
    }
    parameters.sort_by(|a, b| a.name.cmp(&b.name));
    parameters
}

/// A constant for each key of any case.
fn key_consts(errors: &mut Errors, table: &rules::Table) -> Vec<KeyConst> {
    let mut consts: Vec<KeyConst> = Vec::new();
    for key in table.cases.iter().flat_map(|case| &case.keys) {
        let name = key_const(&key.name);
        match consts.iter().find(|known| known.name == name) {
            Some(known) if known.key == key.name => {}
            Some(_) if key.need == Need::Ignored => {}
            Some(_) => errors.push(clash(table, &key.name, name.as_str(), key)),
            None => consts.push(KeyConst {
                docs: const_docs(table, key),
                date: date(key),
                key: key.name.clone(),
                name,
            }),
        }
    }
    consts.sort_by(|a, b| a.name.cmp(&b.name));
    consts
}

fn date(key: &Key) -> Option<String> {
    match &key.value {
        KeyValue::Form(form) => form.date().map(str::to_owned),
        KeyValue::Any | KeyValue::Sent(_) => None,
    }
}

/// The sentence of the first case that has one, and which cases need the key.
fn const_docs(table: &rules::Table, key: &Key) -> Vec<String> {
    let with = |wanted: fn(&Need) -> bool| -> Vec<String> {
        let cases = table
            .cases
            .iter()
            .filter(|case| case.keys.iter().any(|other| other.name == key.name && wanted(&other.need)));
        cases.map(|case| format!("`{}`", case.name)).collect()
    };
    let needed = with(|need| *need == Need::Always);
    let others = with(|need| !matches!(need, Need::Always | Need::Ignored));
    let list = |cases: &[String]| {
        if cases.len() == table.cases.len() { "every case".to_owned() } else { cases.join(", ") }
    };
    let mut lines = vec![sentence(key)];
    if !needed.is_empty() {
        lines.extend([String::new(), format!("Needed in {}.", list(&needed))]);
    }
    if !others.is_empty() {
        lines.extend([String::new(), format!("Possible in {}.", list(&others))]);
    }
    lines
}

fn sentence(key: &Key) -> String {
    if key.rule.documentation.is_empty() {
        format!("The key `{}`.", key.name)
    } else {
        key.rule.documentation.clone()
    }
}
