//! Key tables and the typed answers that they give.

use indexmap::IndexMap;

use super::super::docs::link;
use super::{CheckPlan, statics, table_names};
use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::ir::Doc;
use crate::ir::tables::{Answer, AnswerField, AnswerKind, AnswerType, AnswerVariant, KeyConst, Table};
use crate::names::{ConstName, FieldName, TypeName};
use crate::resolve::graph::{Member, Shape};
use crate::rules::{self, Case, Key, KeyValue, Requirement, RuleSeverity, StringFormat};
use markup::Markdown;

/// The values of an enum with their variants.
pub(in crate::lower) fn variants(discriminator: &Shape) -> Vec<(&str, TypeName)> {
    let (members, values): (Vec<&Member>, Vec<&str>) = discriminator.enum_values().unzip();
    let names = TypeName::of_variants(members.iter().map(|member| member.name.as_str()));
    values.into_iter().zip(names).collect()
}

/// Whether the variant of a value is deprecated, or all of its enum.
pub(super) fn is_deprecated_case(discriminator: &Shape, case: &str) -> bool {
    let is_deprecated =
        |(member, value): (&Member, &str)| value == case && member.traits.deprecated.is_some();
    discriminator.traits.deprecated.is_some() || discriminator.enum_values().any(is_deprecated)
}

impl CheckPlan<'_> {
    /// The tables that some input uses, by name.
    pub(super) fn tables(&self, errors: &mut Diagnostics) -> Vec<Table> {
        let bound = |table: &&rules::KeyTable| {
            self.rules
                .bindings
                .iter()
                .any(|(id, binding)| binding.table == table.map && self.reached.contains(id))
        };
        let bound: Vec<&rules::KeyTable> = self.rules.tables.values().filter(bound).collect();
        let mut tables: Vec<Table> = bound.iter().map(|table| self.table(errors, table)).collect();
        table_names::clashes(errors, self.model, &bound, &tables);
        tables.sort_by(|a, b| a.module.cmp(&b.module));
        tables
    }

    fn table(&self, errors: &mut Diagnostics, table: &rules::KeyTable) -> Table {
        let discriminator = self.model.shape(&table.discriminator);
        let variants = variants(discriminator);
        let variant = |case: &Case| {
            let found = variants.iter().find(|(value, _)| *value == case.name);
            found.expect("cases are values of the enum").1.clone()
        };
        Table {
            statics: FieldName::of_id(&table.id).with_suffix("_keys"),
            module: FieldName::module_of_id("answers", &table.id),
            map: table.map.name().to_owned(),
            discriminator: self.types.name(&table.discriminator),
            cases: self.cases(table),
            misspellings: statics::misspellings(table),
            keys: key_consts(errors, table),
            answer: table.answer.as_ref().map(|name| self.answer(errors, table, name, &variant)),
            secret: self.model.is_sensitive_shape(self.model.shape(&table.map)),
            discriminator_deprecated: discriminator.traits.deprecated.is_some(),
            cases_deprecated: table.cases.iter().any(|case| is_deprecated_case(discriminator, &case.name)),
        }
    }

    fn answer(
        &self,
        errors: &mut Diagnostics,
        table: &rules::KeyTable,
        name: &str,
        variant: &dyn Fn(&Case) -> TypeName,
    ) -> Answer {
        let name = TypeName::of_shape(name);
        let variants = table.cases.iter().map(|case| AnswerVariant {
            ty: type_of_case(&[&name], &variant(case)),
            name: variant(case),
            docs: variant_docs(case),
            fields: self.fields(errors, table, case),
        });
        let variants: Vec<AnswerVariant> = variants.collect();
        Answer {
            module: FieldName::module_of_id("answers", name.as_str()),
            name,
            docs: self.answer_docs(table),
            due: table.due.as_ref().map(|name| self.due(table, name, &variants)),
            variants,
        }
    }

    fn answer_docs(&self, table: &rules::KeyTable) -> Doc {
        let mut doc = Markdown::default();
        doc.paragraph(markup::inline_markdown(&table.documentation));
        doc.paragraph(
            Markdown::from("Each variant has the keys of one value of ")
                + link(&self.types.name(&table.discriminator))
                + ": `new` takes those that it always needs, and methods set the others, so that no key can be missing \
                   or misspelt. The step of the request's builder fills in both the name and the map.",
        );
        doc.into()
    }

    /// The fields of a typed answer; keys that the service ignores are left out.
    fn fields(&self, errors: &mut Diagnostics, table: &rules::KeyTable, case: &Case) -> Vec<AnswerField> {
        let mut fields: Vec<AnswerField> = Vec::new();
        for key in case.keys.iter().filter(|key| key.requirement != Requirement::Ignored) {
            let name = FieldName::of_id(&key.name);
            if fields.iter().any(|field| field.name == name) {
                errors.push(clash(table, &key.name, name.as_str(), key));
                continue;
            }
            let kind = match key.requirement {
                Requirement::Always => AnswerKind::Required,
                Requirement::Family(_) => AnswerKind::Family,
                Requirement::Declared(_)
                | Requirement::With(..)
                | Requirement::Without(_)
                | Requirement::Optional
                | Requirement::Ignored => AnswerKind::Optional,
            };
            let docs = markup::filled(sentence(key)).into();
            let setter = if name.as_str() == "new" { name.with_suffix("_value") } else { name.clone() };
            let ty = self.answer_type(key);
            fields.push(AnswerField { name, setter, key: key_const(&key.name), docs, kind, ty });
        }
        // What must be there comes first.
        fields.sort_by_key(|field| field.kind != AnswerKind::Required);
        fields
    }

    fn answer_type(&self, key: &Key) -> AnswerType {
        match (&key.value, key.values.as_ref().and_then(|values| self.enum_of_values(values))) {
            (_, Some(values)) => AnswerType::Enum(values),
            (KeyValue::Format(StringFormat::Integer), None) => AnswerType::Integer,
            (KeyValue::Format(StringFormat::Boolean), None) => AnswerType::Boolean,
            (KeyValue::Any | KeyValue::Format(_) | KeyValue::Sent(_) | KeyValue::Known(_), None) => {
                AnswerType::Text
            }
        }
    }
}

/// The type of a case beside others, which have their own names.
pub(in crate::lower) fn type_of_case(others: &[&TypeName], variant: &TypeName) -> TypeName {
    let ty = TypeName::of_shape(variant.as_str());
    if others.contains(&&ty) { ty.with_suffix("Case") } else { ty }
}

fn variant_docs(case: &Case) -> Doc {
    let mut doc = Markdown::default();
    let text = markup::inline_markdown(&case.documentation);
    doc.paragraph(if text.is_empty() { "The case" } else { &text });
    doc.paragraph(format!("`{}`.", case.name));
    doc.into()
}

fn clash(table: &rules::KeyTable, key: &str, rust: &str, at: &Key) -> Diagnostic {
    let message = format!("two keys of a case would both become the Rust name `{rust}`, `{key}` among them");
    let help = "if one is another spelling that the service ignores, give it the need `ignored`";
    Diagnostic::error(message).at(at.rule.span).shape(&table.map).help(help)
}

fn key_const(key: &str) -> ConstName {
    ConstName::of(key)
}

/// A constant for each key of any case.
fn key_consts(errors: &mut Diagnostics, table: &rules::KeyTable) -> Vec<KeyConst> {
    let mut consts: Vec<KeyConst> = Vec::new();
    for key in table.cases.iter().flat_map(|case| &case.keys) {
        let name = key_const(&key.name);
        match consts.iter().find(|known| known.name == name) {
            Some(known) if known.key == key.name => {}
            Some(_) if key.requirement == Requirement::Ignored => {}
            Some(_) => errors.push(clash(table, &key.name, name.as_str(), key)),
            None => consts.push(KeyConst {
                docs: const_docs(table, key),
                date: date(key).map(|pattern| (name.with_suffix("_FORM"), pattern)),
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
        KeyValue::Format(StringFormat::Date(pattern)) => Some(pattern.clone()),
        _ => None,
    }
}

/// What a key is, and which cases need it.
fn const_docs(table: &rules::KeyTable, key: &Key) -> Doc {
    let of_case = |case: &Case| case.keys.iter().position(|other| other.name == key.name);
    let uses: Vec<(&str, &Key)> = table
        .cases
        .iter()
        .filter_map(|case| Some((case.name.as_str(), &case.keys[of_case(case)?])))
        .collect();
    let mut doc = meanings(table, &uses);
    let is_error = |key: &Key| key.rule.severity == RuleSeverity::Error;
    let with = |wanted: &dyn Fn(&Key) -> bool| -> Vec<&str> {
        uses.iter().filter(|(_, key)| wanted(key)).map(|(case, _)| *case).collect()
    };
    let needed = with(&|key| key.requirement == Requirement::Always && is_error(key));
    let usual = with(&|key| key.requirement == Requirement::Always && !is_error(key));
    let others = with(&|key| !matches!(key.requirement, Requirement::Always | Requirement::Ignored));
    for (words, cases) in [("Needed", needed), ("Usual", usual), ("Possible", others)] {
        if !cases.is_empty() {
            doc.paragraph(format!("{words} in {}.", listed(table, &cases)));
        }
    }
    doc.into()
}

/// What a key is, case by case where that differs.
fn meanings(table: &rules::KeyTable, uses: &[(&str, &Key)]) -> Markdown {
    let mut meanings: IndexMap<String, Vec<&str>> = IndexMap::new();
    for (case, key) in uses {
        meanings.entry(sentence(key)).or_default().push(case);
    }
    let mut doc = Markdown::default();
    match (uses, meanings.len()) {
        ([(_, key), ..], 2..) => {
            doc.paragraph(format!("The key `{}`.", key.name));
            let item = |(sentence, cases): (&String, &Vec<&str>)| {
                markup::item('-', format!("In {}: {sentence}", listed(table, cases)))
            };
            doc.block(Markdown::joined(meanings.iter().map(item), "\n"));
        }
        _ => meanings.keys().for_each(|sentence| doc.paragraph(sentence.as_str())),
    }
    doc
}

fn listed(table: &rules::KeyTable, cases: &[&str]) -> String {
    if cases.len() == table.cases.len() {
        return "every case".to_owned();
    }
    cases.iter().map(|case| format!("`{case}`")).collect::<Vec<_>>().join(", ")
}

fn sentence(key: &Key) -> String {
    let text = markup::inline_markdown(&key.rule.documentation);
    if text.is_empty() { format!("The key `{}`.", key.name) } else { text }
}
