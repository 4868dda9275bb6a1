//! What templates splice often: comments, types, attributes.

use std::cell::RefCell;
use std::fmt;

use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::{ToTokens, quote};

use crate::ir::{Density, Deprecation, OutputForm, Type};

/// How a file names the root of what is generated, and the text that goes into it as it is.
///
/// Comments and other finished lines do not travel as tokens: parsing them only to print them again would take
/// most of a run. In their place the tokens hold a marker, which [`Scope::fill`] replaces: the attribute `#[text_7]`
/// on what follows the lines, an item `type text_7 = ();` or a field `text_7: (),` where nothing does.
#[derive(Debug)]
pub(crate) struct Scope {
    layout: OutputForm,
    texts: RefCell<Vec<Vec<String>>>,
}

/// What a marker's name begins with.
const MARKER: &str = "text_";

impl Scope {
    /// The scope of one file. Every file with items stands two modules below the root.
    pub(crate) fn new(layout: OutputForm) -> Self {
        Self { layout, texts: RefCell::default() }
    }

    /// The path of the root, in source.
    pub(crate) fn root(&self) -> &'static str {
        match self.layout {
            OutputForm::Crate => "crate",
            OutputForm::Module => "super::super",
        }
    }

    /// The type of a value, in source.
    pub(crate) fn source(&self, ty: &Type) -> String {
        match ty {
            Type::Bool => "bool".to_owned(),
            Type::Number(name) => (*name).to_owned(),
            Type::String => "String".to_owned(),
            Type::Smithy(name) => format!("smithy::{name}"),
            Type::List(element, density) => format!("Vec<{}>", self.element(element, *density)),
            Type::Map(key, value, density) => {
                format!("BTreeMap<{}, {}>", self.source(key), self.element(value, *density))
            }
            Type::Shape(name) => format!("{}::{name}", self.root()),
            Type::Boxed(name) => format!("Box<{}::{name}>", self.root()),
        }
    }

    /// The type of what a collection holds, in source.
    pub(crate) fn element(&self, ty: &Type, density: Density) -> String {
        match density {
            Density::Dense => self.source(ty),
            Density::Sparse => format!("Option<{}>", self.source(ty)),
        }
    }

    /// A comment of one line.
    pub(crate) fn line(&self, line: impl fmt::Display) -> TokenStream {
        self.text(vec![format!("/// {line}")])
    }

    /// Lines that stand before an item, field, arm or function as they are, indented as it is.
    pub(crate) fn text(&self, lines: Vec<String>) -> TokenStream {
        let marker = self.marker(lines);
        quote!(#[#marker])
    }

    /// Lines that are all that stands in an impl.
    pub(crate) fn body(&self, lines: Vec<String>) -> TokenStream {
        let marker = self.marker(lines);
        quote!(type #marker = ();)
    }

    /// Lines that are all that stands in a struct.
    pub(crate) fn fields(&self, lines: Vec<String>) -> TokenStream {
        let marker = self.marker(lines);
        quote!(#marker: (),)
    }

    fn marker(&self, lines: Vec<String>) -> Ident {
        let mut texts = self.texts.borrow_mut();
        texts.push(lines);
        ident(&format!("{MARKER}{}", texts.len() - 1))
    }

    /// Puts the finished lines in the places of their markers.
    pub(crate) fn fill(&self, formatted: &str) -> String {
        let texts = self.texts.borrow();
        let mut filled = String::with_capacity(formatted.len() * 2);
        for line in formatted.lines() {
            let code = line.trim_start();
            let indent = &line[..line.len() - code.len()];
            match marker(code).and_then(|number| texts.get(number)) {
                Some(lines) => lines.iter().for_each(|line| push_line(&mut filled, indent, line)),
                None => push_line(&mut filled, "", line),
            }
        }
        filled
    }
}

/// The number of the marker that a line of code is, if it is one.
fn marker(code: &str) -> Option<usize> {
    let forms = [("#[", "]"), ("type ", " = ();"), ("", ": (),")];
    let name = forms.iter().find_map(|(before, after)| code.strip_prefix(before)?.strip_suffix(after))?;
    name.strip_prefix(MARKER)?.parse().ok()
}

fn push_line(text: &mut String, indent: &str, line: &str) {
    if !line.is_empty() {
        text.push_str(indent);
        text.push_str(line);
    }
    text.push('\n');
}

fn ident(name: &str) -> Ident {
    Ident::new(name, Span::call_site())
}

impl ToTokens for Deprecation {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.extend(
            deprecation(self).parse::<TokenStream>().expect("an attribute's source is made of tokens"),
        );
    }
}

/// The attribute, in source.
fn deprecation(deprecation: &Deprecation) -> String {
    match &deprecation.note {
        Some(note) => format!("#[deprecated(note = {})]", Literal::string(note)),
        None => "#[deprecated]".to_owned(),
    }
}

/// The attributes before a member that is deprecated, or whose type is.
pub(crate) fn deprecation_lines(
    own: Option<&Deprecation>,
    names_deprecated: bool,
) -> impl Iterator<Item = String> {
    let expects = names_deprecated.then(|| "#[expect(deprecated)]".to_owned());
    own.map(deprecation).into_iter().chain(expects)
}

/// The one lint attribute that is permitted: on the smallest item that must name a deprecated one.
pub(crate) fn expects_deprecated(names_deprecated: bool) -> Option<TokenStream> {
    names_deprecated.then(|| quote!(#[expect(deprecated)]))
}
