//! Selectors and what they match, as validators that a model defines report it.

use smithygen::diagnostics::{Severity, Sources};

const MODEL: &str = r#"
namespace e

service Tea {
    version: "1"
    operations: [Brew, ListPots]
    resources: [Pot]
    errors: [Broken]
}

@auth([])
operation Brew { input: BrewInput, errors: [Cold] }

@readonly
operation ListPots {
    output := { pots: Pots }
}

resource Pot { identifiers: { id: PotId }, read: GetPot }

@readonly
operation GetPot {
    input := { @required id: PotId }
    output := { pot: PotData }
}

@error("client") structure Cold { degrees: Integer }
@error("server") structure Broken {}

structure BrewInput {
    @required
    @length(min: 1, max: 9)
    sort: Sort

    @range(min: 5, max: 50)
    cups: Integer
}

structure PotData { lid: Lid, inner: PotData }

@mixin
structure Named { name: String }

@tags(["glass", "china"])
structure Lid with [Named] {}

list Pots { member: PotData }

@pattern("^[a-z]+$")
string PotId

@sensitive
string Sort
"#;

/// Each selector, and the shapes and members of the namespace `e` that it matches.
const MATCHES: [(&str, &str); 30] = [
    ("string", "PotId Sort"),
    ("list", "Pots"),
    ("[trait|sensitive]", "Sort"),
    ("structure [trait|error = client]", "Cold"),
    ("structure[trait|error]", "Broken Cold"),
    ("[id|name ^= 'Pot'] :is(resource, list)", "Pot Pots"),
    ("[id|name *= 'OT' i] :is(simpleType, resource, list)", "Pot PotId Pots"),
    ("[id = e#Lid]", "Lid"),
    ("[trait|tags|(values) = china]", "Lid"),
    ("[trait|tags|(length) >= 3]", ""),
    ("[trait|length|max <= 9]", "BrewInput$sort"),
    ("[@trait|range: @{min} < @{max} && @{max} = 50]", "BrewInput$cups"),
    ("[@trait|range: @{min} > @{max}]", ""),
    ("[trait|pattern ?= false] :is(string)", "Sort"),
    ("service > operation", "Brew ListPots"),
    ("service ~> operation", "Brew GetPot ListPots"),
    ("operation[trait|readonly] -[output]-> structure", "GetPotOutput ListPotsOutput"),
    ("structure <-[input]- operation", "Brew GetPot"),
    ("operation :test(-[error]->)", "Brew"),
    ("structure > member > string", "PotId Sort"),
    ("structure :test(> member > structure)", "GetPotOutput PotData"),
    ("structure :in(:root(list ~> structure))", "Lid Named PotData"),
    ("structure -[mixin]->", "Named"),
    ("resource -[read]->", "GetPot"),
    ("[trait|readonly] :not(<-[read]-)", "ListPots"),
    (":topdown([trait|auth])", "Brew"),
    ("structure :is(:test(-[mixin]->), [trait|mixin])", "Lid Named"),
    ("list $inside(~> structure) > member > structure :in(${inside})", "PotData"),
    ("operation $named(-[input]-> structure) ${named} > member > string", "PotId Sort"),
    (":recursive(<-[member]-) :not(*)", ""),
];

#[test]
fn selectors_match_what_the_specification_says() {
    for (selector, expected) in MATCHES {
        let events = events(&format!(
            "metadata validators = [{{\n    name: \"EmitEachSelector\", id: \"Found\", namespaces: [\"e\"]\n    \
             configuration: {{ selector: \"{selector}\" }}\n}}]"
        ));
        let found = events.iter().filter(|(id, ..)| id == "Found");
        let mut found: Vec<&str> = found.filter_map(|(_, _, shape)| shape.strip_prefix("e#")).collect();
        found.sort_unstable();
        assert_eq!(found.join(" "), expected, "{selector}");
    }
}

#[test]
fn a_selector_that_has_to_match_something() {
    let validator = |selector: &str| {
        events(&format!(
            "metadata validators = [{{ name: \"EmitNoneSelector\", id: \"None\", severity: \"WARNING\"\n    \
             configuration: {{ selector: \"{selector}\" }} }}]"
        ))
    };
    assert!(validator("union").contains(&("None".into(), Severity::Warning, "-".into())));
    assert!(!validator("list").iter().any(|(id, ..)| id == "None"));
}

/// A validator that finds each string, for severities to be changed.
const STRINGS: &str = "{ name: \"EmitEachSelector\", id: \"Text\", severity: \"WARNING\", \
                       configuration: { selector: \"[id|namespace = 'e'] :is(string)\" } }";

#[test]
fn models_suppress_and_change_severities() {
    let severities = |metadata: &str| -> Vec<(Severity, String)> {
        let events = events(&format!("metadata validators = [{STRINGS}]\n{metadata}"));
        let texts = events.into_iter().filter(|(id, ..)| id == "Text");
        texts.map(|(_, severity, shape)| (severity, shape)).collect()
    };
    let both = |severity| vec![(severity, "e#PotId".to_owned()), (severity, "e#Sort".to_owned())];
    assert_eq!(severities(""), both(Severity::Warning));
    let suppressed = "metadata suppressions = [{ id: \"Text\", namespace: \"e\" }]";
    assert_eq!(severities(suppressed), both(Severity::Suppressed));
    let elsewhere = "metadata suppressions = [{ id: \"Text\", namespace: \"f\" }]";
    assert_eq!(severities(elsewhere), both(Severity::Warning));
    let raised = "metadata severityOverrides = [{ id: \"Text\", namespace: \"*\", severity: \"DANGER\" }]";
    assert_eq!(severities(raised), both(Severity::Danger));
    let by_trait = "apply e#Sort @suppress([\"Text\"])";
    assert_eq!(
        with_apply(by_trait),
        [(Severity::Warning, "e#PotId".to_owned()), (Severity::Suppressed, "e#Sort".to_owned())]
    );
}

/// The events of [`STRINGS`] with a statement after the shapes.
fn with_apply(statement: &str) -> Vec<(Severity, String)> {
    let text = format!("$version: \"2\"\nmetadata validators = [{STRINGS}]\n{MODEL}\n{statement}\n");
    let texts = events_of(text).into_iter().filter(|(id, ..)| id == "Text");
    texts.map(|(_, severity, shape)| (severity, shape)).collect()
}

/// The id, severity and shape of everything that is found in the model with some metadata.
fn events(metadata: &str) -> Vec<(String, Severity, String)> {
    events_of(format!("$version: \"2\"\n{metadata}\n{MODEL}"))
}

fn events_of(text: String) -> Vec<(String, Severity, String)> {
    let mut sources = Sources::default();
    sources.add("tea.smithy".to_owned(), text);
    let found = smithygen::validate(&sources).into_iter().map(|found| {
        let id = found.event.unwrap_or_default().into_owned();
        (id, found.severity, found.shape.unwrap_or_else(|| "-".to_owned()))
    });
    found.collect()
}
