//! What the writer writes.

use quote::quote;

use super::*;

fn written(write: impl FnOnce(&mut Source)) -> String {
    let mut source = Source::new(OutputForm::Module, 2);
    write(&mut source);
    source.finish("// head\n").with("")
}

#[test]
fn blocks_are_indented_and_separated() {
    let text = written(|src| {
        let wire = src.name(Import::Wire);
        src.block("impl Foo", |src| {
            src.separate();
            src.line("const A: u8 = 1;");
            src.item(quote!(
                fn new(self) -> #wire::Bar {}
            ));
            src.block("struct Empty", |_| {});
        });
    });
    insta::assert_snapshot!(text);
}

#[test]
fn calls_break_where_they_are_too_long() {
    let text = written(|src| {
        src.block("fn f()", |src| {
            src.call("short", &[&literal("a"), &1], ";");
            src.call("long", &[&literal(&"a".repeat(80)), &literal("ten chars.")], ";");
            src.call("long", &[&literal(&"a".repeat(73)), &literal("ten chars.")], ";");
            src.call(format_args!("none{}", "x".repeat(100)), &[], ";");
        });
    });
    insta::assert_snapshot!(text);
}

#[test]
fn imports_are_sorted_and_grouped() {
    let text = written(|src| {
        let names = [Import::Wire, Import::Fmt, Import::Rules, Import::BTreeMap, Import::Answers];
        for name in names.map(|import| src.name(import)) {
            src.line(format_args!("{name};"));
        }
    });
    insta::assert_snapshot!(text);
}
