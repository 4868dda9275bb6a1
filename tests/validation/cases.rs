//! What is wrong with which values of the model of our own.

/// What a value is, its body, and the lines that a check reports of it.
pub(crate) type Case = (&'static str, String, Vec<String>);

#[derive(Default)]
struct Cases(Vec<Case>);

impl Cases {
    fn add(&mut self, kind: &'static str, body: &str, wrong: &[String]) {
        self.0.push((kind, body.to_owned(), wrong.to_vec()));
    }
}

/// The same sentences again and again.
fn constraint(path: &str, must: &str, name: &str) -> String {
    format!(
        "error {path} Value at '{path}' failed to satisfy constraint: Member must {must} [smithy.api#{name}]"
    )
}

fn length(path: &str, length: usize, must: &str) -> String {
    format!(
        "error {path} Value with length {length} at '{path}' failed to satisfy constraint: Member must have length \
         {must} [smithy.api#length]"
    )
}

const TEXT: &str = "satisfy regular expression pattern: ^[a-zé👍]*$";
const WORD: &str = "satisfy regular expression pattern: ^[a-m]+$";

/// Types, bodies and what is wrong with them.
pub(crate) fn cases() -> Vec<Case> {
    let mut cases = Cases::default();
    let path = format!("/Tree{}", "/left".repeat(128));
    let too_deep = format!(
        "error {path} Value at '{path}' failed to satisfy constraint: Member must nest at most 128 levels deep []"
    );
    // Deeper than any JSON that can be read.
    cases.add("deep", "200", &[too_deep]);
    cases.add("deep", "100", &[]);
    texts(&mut cases);
    numbers(&mut cases);
    floats_and_big_numbers(&mut cases);
    collections(&mut cases);
    enums_and_unions(&mut cases);
    rules(&mut cases);
    keys(&mut cases);
    keys_that_depend(&mut cases);
    cases.0
}

fn texts(cases: &mut Cases) {
    // Characters, not bytes; both constraints at once.
    cases.add("check", r#"{"Text": "éé👍"}"#, &[]);
    cases.add("check", r#"{"Text": "👍👍👍👍👍👍"}"#, &[length("/Text", 6, "between 1 and 5, inclusive")]);
    cases.add(
        "check",
        r#"{"Text": "ABCDEF"}"#,
        &[length("/Text", 6, "between 1 and 5, inclusive"), constraint("/Text", TEXT, "pattern")],
    );
    cases.add("check", r#"{"Text": ""}"#, &[length("/Text", 0, "between 1 and 5, inclusive")]);
    // A trait on a member replaces that of its target, and only that one.
    cases.add("check", r#"{"ShortText": "abc"}"#, &[length("/ShortText", 3, "between 1 and 2, inclusive")]);
    cases.add("check", r#"{"ShortText": "A"}"#, &[constraint("/ShortText", TEXT, "pattern")]);
    // Bytes, not base64.
    cases.add("check", r#"{"Bytes": "YWJj"}"#, &[]);
    cases.add("check", r#"{"Bytes": "YWJjZA=="}"#, &[length("/Bytes", 4, "between 2 and 3, inclusive")]);
}

fn numbers(cases: &mut Cases) {
    // Bounds of each number, as the model writes them.
    cases.add(
        "check",
        r#"{"Count": 60, "Tiny": -1, "Big": 9007199254740993, "Ratio": 8.8, "Exact": 1, "Money": 0.01}"#,
        &[],
    );
    cases.add(
        "check",
        r#"{"Count": 61}"#,
        &[constraint("/Count", "be between 1 and 60.0, inclusive", "range")],
    );
    cases.add("check", r#"{"Tiny": -2}"#, &[constraint("/Tiny", "be greater than or equal to -1", "range")]);
    cases.add(
        "check",
        r#"{"Big": 9007199254740994}"#,
        &[constraint("/Big", "be less than or equal to 9007199254740993", "range")],
    );
}

fn floats_and_big_numbers(cases: &mut Cases) {
    cases.add(
        "check",
        r#"{"Ratio": 8.801}"#,
        &[constraint("/Ratio", "be between 0.1 and 8.8, inclusive", "range")],
    );
    cases.add(
        "check",
        r#"{"Ratio": "NaN"}"#,
        &[constraint("/Ratio", "be between 0.1 and 8.8, inclusive", "range")],
    );
    cases.add(
        "check",
        r#"{"Exact": 0.999}"#,
        &[constraint("/Exact", "be greater than or equal to 1.0", "range")],
    );
    cases.add("check", r#"{"Huge": 18446744073709551615}"#, &[]);
    cases.add(
        "check",
        r#"{"Huge": 18446744073709551616}"#,
        &[constraint("/Huge", "be less than or equal to 18446744073709551615", "range")],
    );
    cases.add(
        "check",
        r#"{"Money": 0.0099999999999999999999}"#,
        &[constraint("/Money", "be greater than or equal to 0.01", "range")],
    );
}

fn collections(cases: &mut Cases) {
    // Lists, maps, keys and values.
    cases.add("check", r#"{"Words": ["abc", "xyz"]}"#, &[constraint("/Words/1", WORD, "pattern")]);
    cases.add(
        "check",
        r#"{"Words": ["a", "b", "a"]}"#,
        &[constraint("/Words", "have unique values", "uniqueItems")],
    );
    cases.add(
        "check",
        r#"{"Words": ["a", "b", "c", "d"]}"#,
        &[length("/Words", 4, "less than or equal to 3")],
    );
    cases.add(
        "check",
        r#"{"OtherWords": ["a", "b"]}"#,
        &[length("/OtherWords", 2, "less than or equal to 1")],
    );
    cases.add("check", r#"{"Gaps": [null, "A", null]}"#, &[constraint("/Gaps/1", TEXT, "pattern")]);
    cases.add(
        "check",
        r#"{"Table": {"a/b~": ["A"]}}"#,
        &[constraint("/Table", TEXT, "pattern"), constraint("/Table/a~1b~0/0", WORD, "pattern")],
    );
    cases.add(
        "check",
        r#"{"Table": {"a": [], "b": [], "c": []}}"#,
        &[length("/Table", 3, "less than or equal to 2")],
    );
}

fn enums_and_unions(cases: &mut Cases) {
    // Enums show what is not internal, and accept all.
    cases.add("check", r#"{"Colour": "ultra"}"#, &[]);
    cases.add(
        "check",
        r#"{"Colour": "blue"}"#,
        &[constraint("/Colour", "satisfy enum value set: [red, green]", "enum")],
    );
    cases.add("check", r#"{"Size": 3}"#, &[constraint("/Size", "satisfy enum value set: [1, 2]", "enum")]);
    // Unions, and what is nested in them.
    cases.add("check", r#"{"Choice": {"text": "A"}}"#, &[constraint("/Choice/text", TEXT, "pattern")]);
    cases.add("check", r#"{"Choice": {"nothing": {}}}"#, &[]);
    cases.add("check", r#"{"Single": {"text": "A"}}"#, &[constraint("/Single/text", TEXT, "pattern")]);
    cases.add("check", r#"{"Single": {"plain": "A"}}"#, &[]);
    cases.add(
        "check",
        r#"{"Choice": {"tree": {"label": "a", "leaves": [{"label": "A"}]}}}"#,
        &[constraint("/Choice/tree/leaves/0/label", TEXT, "pattern")],
    );
}

fn rules(cases: &mut Cases) {
    // A key of a sensitive map is not shown.
    cases.add("check", r#"{"Secret": {"k": "A"}}"#, &[constraint("/Secret/*", TEXT, "pattern")]);
    // A pattern that refers back.
    cases.add(
        "check",
        r#"{"Must": "xyz"}"#,
        &["warning /Must Must must be hexadecimal digits [must-be-hex]".to_owned()],
    );
    cases.add(
        "check",
        r#"{"Must": "deadbeef"}"#,
        &["warning /Must Not that word. [example.checks#Must/NoDeadBeef]".to_owned()],
    );
    // Conditions, and rules on members.
    cases.add(
        "check",
        r#"{"Text": "abc", "Count": 2}"#,
        &["error /Count The text is no longer than the count. [count-fits-text]".to_owned()],
    );
    cases.add("check", r#"{"Text": "👍👍", "Count": 2}"#, &[]);
    cases.add(
        "check",
        r#"{"Colour": "red", "Size": 1}"#,
        &["warning  Expected at most one of Colour, Size [either]".to_owned()],
    );
    cases.add("late", "{}", &["error /Back Missing required parameter Back [late]".to_owned()]);
}

/// Answers to the riddle of the door, with more keys.
fn door(keys: &str) -> String {
    let all = r#""NAME": "ada", "WORD": "x", "PAINT": "red", "STEPS": "3", "OPEN": "true""#;
    format!(r#"{{"Riddle": "DOOR", "Ticket": "t", "Keys": {{{all}, {keys}}}}}"#)
}

fn keys(cases: &mut Cases) {
    // Keys.
    cases.add("answer", &door(r#""other": "y""#), &[]);
    let lacking =
        r#"{"Riddle": "DOOR", "Keys": {"name": "ada", "PAINT": "red", "STEPS": "3", "OPEN": "true"}}"#;
    cases.add("answer", lacking, &[
        "error /Keys/NAME Missing required parameter NAME (keys are case-sensitive: `NAME`) [riddles/DOOR/NAME]".to_owned(),
        "error /Keys/WORD Missing required parameter WORD [riddles/DOOR/WORD]".to_owned(),
        "error /Ticket Missing required parameter Ticket [riddles/DOOR/Ticket]".to_owned(),
    ]);
    cases.add("answer", &door(r#""LOUD": "yes""#), &["error /Keys/KNOCKS Missing required parameter KNOCKS (`LOUD` makes it needed) [riddles/DOOR/KNOCKS]".to_owned()]);
    cases.add("answer", &door(r#""LOUD": "no""#), &[]);
    cases.add("answer", &door(r#""WHEN": "4 Nov 2025""#), &[]);
    cases.add("answer", &door(r#""WHEN": "04 Nov 2025""#), &["warning /Keys/WHEN WHEN must be a date of the form `d MMM yyyy`, such as `4 Nov 2025` [riddles/DOOR/WHEN]".to_owned()]);
    cases.add(
        "answer",
        &door(r#""PASSWORD": "x""#),
        &["warning /Keys/PASSWORD Doors know no passwords. [riddles/mistakes/PASSWORD]".to_owned()],
    );
}

fn keys_that_depend(cases: &mut Cases) {
    cases.add("asked", &door(r#""extra.hat": "x""#), &[]);
    cases.add(
        "asked",
        &door(r#""extra.cat": "x""#),
        &["warning /Keys/extra.hat Missing required parameter extra.hat [riddles/DOOR/extra]".to_owned()],
    );
    cases.add(
        "asked",
        &door(r#""extra.hat": """#).replace("ada", "bob"),
        &["warning /Keys/NAME NAME must be the value that the service sent as `NAME` [riddles/DOOR/NAME]"
            .to_owned()],
    );
    cases.add(
        "answer",
        r#"{"Riddle": "SPHINX", "Ticket": "t", "Keys": {"NAME": "ada"}}"#,
        &[
            "warning /Ticket SPHINX has no use for Ticket [riddles/SPHINX/Ticket]".to_owned(),
            "error /Riddle The operation does not take SPHINX [riddles/SPHINX/refused-by-Answer]".to_owned(),
        ],
    );
    cases.add("answer", r#"{"Riddle": "WALL"}"#, &[]);
}
