//! Finished lines of code, for what stands once a member.
//!
//! What stands once in a file is quoted, formatted and reads as the Rust it makes. What stands once a member is
//! nine tenths of an output and all alike: as tokens it would take most of a run to parse and print.

/// Where a line is broken, as rustfmt would.
const WIDTH: usize = 100;

/// A call `head(arguments)tail` on one line, or with an argument a line where it would not fit at `indent`.
pub(crate) fn call<A: AsRef<str>>(indent: usize, head: &str, arguments: &[A], tail: &str) -> Vec<String> {
    let joined = arguments.iter().map(AsRef::as_ref).collect::<Vec<_>>().join(", ");
    let line = format!("{head}({joined}){tail}");
    if indent + line.len() <= WIDTH || arguments.is_empty() {
        return vec![line];
    }
    let mut lines = vec![format!("{head}(")];
    lines.extend(arguments.iter().map(|argument| format!("    {},", argument.as_ref())));
    lines.push(format!("){tail}"));
    lines
}

/// Lines one step further in.
pub(crate) fn indented(lines: impl IntoIterator<Item = String>) -> impl Iterator<Item = String> {
    lines.into_iter().map(|line| if line.is_empty() { line } else { format!("    {line}") })
}

/// A function: its head, its body one step further in.
pub(crate) fn function(head: Vec<String>, body: impl IntoIterator<Item = String>) -> Vec<String> {
    let mut lines = head;
    lines.extend(indented(body));
    lines.push("}".to_owned());
    lines
}

/// A string literal.
pub(crate) fn literal(text: &str) -> String {
    proc_macro2::Literal::string(text).to_string()
}
