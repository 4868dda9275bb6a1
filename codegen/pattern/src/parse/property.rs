//! `\p{..}`: the properties that ECMA-262 knows, by the tables of `regex-syntax` (Unicode 16.0).

use regex_syntax::hir::{Class, HirKind};

use super::sets::of_class;
use crate::set::ClassSet;

/// The names of general categories; those on one line are the same.
const CATEGORIES: &str = "
    C Other
    Cc Control cntrl
    Cf Format
    Cn Unassigned
    Co Private_Use
    Cs Surrogate
    L Letter
    LC Cased_Letter
    Ll Lowercase_Letter
    Lm Modifier_Letter
    Lo Other_Letter
    Lt Titlecase_Letter
    Lu Uppercase_Letter
    M Mark Combining_Mark
    Mc Spacing_Mark
    Me Enclosing_Mark
    Mn Nonspacing_Mark
    N Number
    Nd Decimal_Number digit
    Nl Letter_Number
    No Other_Number
    P Punctuation punct
    Pc Connector_Punctuation
    Pd Dash_Punctuation
    Pe Close_Punctuation
    Pf Final_Punctuation
    Pi Initial_Punctuation
    Po Other_Punctuation
    Ps Open_Punctuation
    S Symbol
    Sc Currency_Symbol
    Sk Modifier_Symbol
    Sm Math_Symbol
    So Other_Symbol
    Z Separator
    Zl Line_Separator
    Zp Paragraph_Separator
    Zs Space_Separator
";

/// The names of properties that a character has or has not.
const BINARY: &str = "
    ASCII ASCII_Hex_Digit AHex Alphabetic Alpha Any Assigned Bidi_Control Bidi_C Bidi_Mirrored Bidi_M
    Case_Ignorable CI Cased Changes_When_Casefolded CWCF Changes_When_Casemapped CWCM Changes_When_Lowercased
    CWL Changes_When_NFKC_Casefolded CWKCF Changes_When_Titlecased CWT Changes_When_Uppercased CWU Dash
    Default_Ignorable_Code_Point DI Deprecated Dep Diacritic Dia Emoji Emoji_Component EComp Emoji_Modifier
    EMod Emoji_Modifier_Base EBase Emoji_Presentation EPres Extended_Pictographic ExtPict Extender Ext
    Grapheme_Base Gr_Base Grapheme_Extend Gr_Ext Hex_Digit Hex IDS_Binary_Operator IDSB
    IDS_Trinary_Operator IDST ID_Continue IDC ID_Start IDS Ideographic Ideo Join_Control Join_C
    Logical_Order_Exception LOE Lowercase Lower Math Noncharacter_Code_Point NChar Pattern_Syntax Pat_Syn
    Pattern_White_Space Pat_WS Quotation_Mark QMark Radical Regional_Indicator RI Sentence_Terminal STerm
    Soft_Dotted SD Terminal_Punctuation Term Unified_Ideograph UIdeo Uppercase Upper Variation_Selector VS
    White_Space space XID_Continue XIDC XID_Start XIDS
";

/// The set of `\p{text}` in ECMA-262; `None` for what it does not know, or the tables do not hold.
pub(super) fn set(text: &str) -> Option<ClassSet> {
    match text.split_once('=') {
        Some(("General_Category" | "gc", value)) => category(value),
        Some(("Script" | "sc", value)) => script("sc", value),
        Some(("Script_Extensions" | "scx", value)) => script("scx", value),
        Some(_) => None,
        None => category(text).or_else(|| binary(text)),
    }
}

/// The characters of a general category.
fn category(name: &str) -> Option<ClassSet> {
    let known = CATEGORIES.split_whitespace().any(|known| known == name);
    known.then(|| table(&format!("gc={name}")))?
}

/// The characters with a property.
fn binary(name: &str) -> Option<ClassSet> {
    let known = BINARY.split_whitespace().any(|known| known == name);
    known.then(|| table(name))?
}

/// The characters of a script, by a name that is capitalised as Unicode does.
fn script(property: &str, name: &str) -> Option<ClassSet> {
    let capitalised = |word: &str| word.chars().next().is_some_and(|c| c.is_ascii_uppercase());
    let plain = name.chars().all(|c| c.is_ascii_alphabetic() || c == '_');
    (plain && name.split('_').all(capitalised)).then(|| table(&format!("{property}={name}")))?
}

/// A class by a name that is safe to stand within `\p{..}`.
fn table(name: &str) -> Option<ClassSet> {
    let hir = regex_syntax::parse(&format!("\\p{{{name}}}")).ok()?;
    match hir.kind() {
        HirKind::Class(Class::Unicode(class)) => Some(of_class(class)),
        // A class of one character is a literal there; an empty one is a class without ranges.
        HirKind::Literal(literal) => std::str::from_utf8(&literal.0).ok()?.chars().next().map(ClassSet::one),
        HirKind::Empty
        | HirKind::Class(Class::Bytes(_))
        | HirKind::Look(_)
        | HirKind::Repetition(_)
        | HirKind::Capture(_)
        | HirKind::Concat(_)
        | HirKind::Alternation(_) => None,
    }
}
