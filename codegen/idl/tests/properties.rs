//! What holds for every text: nothing is lost, nothing panics, and it takes time proportional to the text.

use std::time::Instant;

use smithygen_idl::model::{self, Declarations};
use smithygen_idl::syntax::{Element, Node};
use smithygen_idl::{LineIndex, ParsedFile, Severity, parse};

const EVERYTHING: &str = include_str!("everything.smithy");
const OLD: &str = include_str!("old.smithy");

/// Pieces that mutations put in.
const PIECES: [&str; 40] = [
    "{",
    "}",
    "[",
    "]",
    "(",
    ")",
    "\"",
    "\"\"\"",
    "#",
    "#re",
    "#hex \"",
    "@",
    "$",
    ":",
    ":=",
    "=",
    ".",
    ",",
    "/",
    "//",
    "///",
    "\n",
    "\r\n",
    "\r",
    " ",
    "\t",
    "\\",
    "\\u12",
    "1.",
    "-",
    "0e",
    "with [",
    "for ",
    "apply ",
    "structure S {",
    "use ",
    "namespace a",
    "metadata ",
    "é😀",
    "\u{feff}",
];

/// A small generator of random numbers (xorshift), so that a failure can be repeated.
struct Random(u64);

impl Random {
    fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % bound.max(1) as u64).expect("it is below a usize")
    }

    /// A character boundary of a text.
    fn boundary(&mut self, text: &str) -> usize {
        text.floor_char_boundary(self.below(text.len() + 1))
    }
}

/// A text with one to six things done to it.
fn mutated(random: &mut Random, text: &str) -> String {
    let mut text = text.to_owned();
    for _ in 0..=random.below(5) {
        let (a, b) = (random.boundary(&text), random.boundary(&text));
        let near = text.floor_char_boundary((a + random.below(40)).min(text.len()));
        match random.below(5) {
            0 => text.replace_range(a..near, ""),
            1 => text.insert_str(a, PIECES[random.below(PIECES.len())]),
            2 => {
                let copy = text[a..near].to_owned();
                text.insert_str(b, &copy);
            }
            3 => text.truncate(a.max(b)),
            _ => text.replace_range(a..near, PIECES[random.below(PIECES.len())]),
        }
    }
    text
}

/// The text that the leaves of a node give, one after the other.
fn leaves(text: &mut String, node: Node<'_>) {
    for element in node.elements() {
        match element {
            Element::Node(inner) => leaves(text, inner),
            Element::Token(token) => text.push_str(token.text()),
        }
    }
}

fn assert_holds(text: &str) {
    let file = parse(text);
    let mut found = String::new();
    leaves(&mut found, file.tree().root());
    assert_eq!(found, text, "the leaves of the tree are the text");
    let tokens: String = file.tree().tokens().map(|token| token.text()).collect();
    assert_eq!(tokens, text, "the tokens are the text");
    let lines = LineIndex::new(text);
    for diagnostic in file.diagnostics() {
        assert!(diagnostic.span.start <= diagnostic.span.end, "{diagnostic:?}");
        assert!(diagnostic.span.end as usize <= text.len(), "{diagnostic:?}");
        assert!(lines.position(diagnostic.span.start).line >= 1, "{diagnostic:?}");
    }
    for node in file.tree().root().descendants() {
        assert!(node.span().end as usize <= text.len());
    }
    assembled(&file);
}

fn assembled(file: &ParsedFile<'_>) -> model::Document {
    let mut declarations = Declarations::default();
    declarations.add_file(file);
    model::assemble(file, &declarations)
}

#[test]
fn the_fixtures_have_no_fault() {
    for text in [EVERYTHING, OLD] {
        let file = parse(text);
        let errors: Vec<_> =
            file.diagnostics().iter().filter(|diagnostic| diagnostic.severity == Severity::Error).collect();
        assert!(errors.is_empty(), "{errors:#?}");
        assert!(!assembled(&file).shapes.is_empty());
        assert_holds(text);
    }
}

#[test]
fn any_text_is_read() {
    let mut random = Random(0x5eed_0f7e_a5ee_d001);
    for round in 0..2_000 {
        let seed = if round % 4 == 0 { OLD } else { EVERYTHING };
        let text = mutated(&mut random, seed);
        assert_holds(&text);
    }
}

#[test]
fn every_beginning_is_read() {
    for end in (0..EVERYTHING.len()).filter(|&end| EVERYTHING.is_char_boundary(end)) {
        assert_holds(&EVERYTHING[..end]);
    }
}

#[test]
fn deep_nesting_is_a_fault() {
    for (open, close) in [("[", "]"), ("{a: ", "}")] {
        let nested = |depth: usize| format!("metadata a = {}1{}\n", open.repeat(depth), close.repeat(depth));
        assert!(!parse(&nested(64)).has_errors());
        let deep = parse(&nested(100_000)).diagnostics().len();
        assert_eq!(deep, 1);
    }
    let inline = "$version: \"2.1\"\nnamespace a\nstructure S {\n    a: [[[[String]]]]\n    b: [{String: [Blob]}]\n}\n";
    assert_eq!(parse(inline).diagnostics().len(), 1);
}

/// Texts that a careless parser reads in quadratic time; each takes milliseconds.
#[test]
fn time_is_proportional_to_the_text() {
    let header = "$version: \"2.1\"\nnamespace a\n";
    for piece in [
        "\"",
        "[",
        "{",
        "@a(",
        "#re ",
        "#a\n",
        "///\n",
        "// x\n",
        "x\n",
        "structure S {\n",
        "%",
        "a: b\n",
        "use ",
    ] {
        let text = format!("{header}{}", piece.repeat(400_000 / piece.len()));
        let start = Instant::now();
        let file = parse(&text);
        assert!(file.tree().tokens().count() > 0);
        assert!(start.elapsed().as_secs() < 5, "{piece:?} took {:?}", start.elapsed());
    }
}

/// A shape as models have them: a third of the text is documentation.
const TYPICAL: &str = r#"
/// The information that a guest gives to order a cup, as the pot takes it. Sorts that are
/// not in the list of the day are refused; see `ListSorts` for what can be had.
@references([{resource: Pot}])
structure OrderRequest for Pot with [Dated] {
    /// The sort that the guest wants, which is one of the sorts of the day.
    @required
    @length(min: 1, max: 128)
    sort: Sort

    /// How many cups are made. Without it, one cup is made.
    @range(min: 1, max: 12)
    cups: Integer = 1

    /// What the guest says about the order, in their own words.
    remark: String
}
"#;

/// Prints how fast texts are read: `cargo test --release -p smithygen-idl -- --ignored --nocapture`.
#[test]
#[ignore = "a measurement, to be run by hand in a release build"]
fn speed() {
    let text = format!("$version: \"2.0\"\nnamespace com.example.tea\n{}", TYPICAL.repeat(12_000));
    let megabytes = text.len() as f64 / 1e6;
    let (mut parsing, mut assembling) = (f64::MAX, f64::MAX);
    for _ in 0..10 {
        let start = Instant::now();
        let file = parse(&text);
        parsing = parsing.min(start.elapsed().as_secs_f64());
        let start = Instant::now();
        assert_eq!(assembled(&file).shapes.len(), 12_000);
        assembling = assembling.min(start.elapsed().as_secs_f64());
    }
    println!(
        "{megabytes:.1} MB, best of ten: parsed at {:.0} MB/s, assembled at {:.0} MB/s",
        megabytes / parsing,
        megabytes / assembling,
    );
}
