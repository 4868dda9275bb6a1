//! The feature `serde` keeps what the wire keeps, whatever features of serde_json another crate switches on.

use smithygen::options::Options;

use super::files;
use super::scratch::{cargo, put, put_crate, put_workspace, workspace};

/// Reads each body as a client does, serializes what it holds, and says what became of it.
const MAIN: &str = r##"//! Says what serde makes of each body.

use simple::wire::{Mode, from_json, to_json};
use simple::{Mixed, Unready};

const BODIES: [&str; 22] = [
    "{}",
    r#"{"bigInteger":123456789012345678901234567890}"#,
    r#"{"bigInteger":-170141183460469231731687303715884105729}"#,
    r#"{"bigInteger":18446744073709551615}"#,
    r#"{"bigInteger":100000000000000000000}"#,
    r#"{"bigDecimal":1.10}"#,
    r#"{"bigDecimal":0.10000000000000000000000000000000001}"#,
    r#"{"bigDecimal":1e400}"#,
    r#"{"epoch":1600000000.123456789}"#,
    r#"{"epoch":1600000000.1234567}"#,
    r#"{"epoch":-0.5}"#,
    r#"{"date":"2020-09-13T12:26:40.123456789Z"}"#,
    r#"{"http":"Sun, 13 Sep 2020 12:26:40.5 GMT"}"#,
    r#"{"document":12345678901234567890123}"#,
    r#"{"document":{"a":[1.50,null,-0,{"b":1e2}],"c":"1.5"}}"#,
    r#"{"double":1.5,"float":0.1,"long":9223372036854775807}"#,
    r#"{"double":0.30000000000000004}"#,
    r#"{"double":"NaN"}"#,
    r#"{"union":{"newer":{"a":1.10}}}"#,
    r#"{"union":{"numbers":[1.10,2e-400]}}"#,
    r#"{"state":"newer","level":77,"blob":"YQ=="}"#,
    r#"{"sparse":[null,{"x":1}],"map":{"a":123456789012345678901}}"#,
];

fn main() {
    for body in BODIES {
        let value: Mixed = from_json(body, Mode::Lenient).expect("a client reads it");
        let wire = to_json(&value);
        let text = serde_json::to_string(&value).expect("serde writes it");
        let again: Mixed = serde_json::from_str(&text).expect("serde reads it");
        let tree: Mixed = serde_json::from_value(serde_json::to_value(&value).expect("a tree is made")).expect("it is read");
        let pretty = serde_json::to_vec_pretty(&value).expect("serde writes it");
        let bytes: Mixed = serde_json::from_reader(pretty.as_slice()).expect("serde reads it");
        // NaN is not equal to itself.
        let same = [again, tree, bytes].iter().all(|back| to_json(back) == wire);
        println!("{wire}\n  {text} {same}");
    }
    let unready: Unready = from_json("{}", Mode::Lenient).expect("all is corrected");
    let text = serde_json::to_string(&unready).expect("serde writes it");
    println!("{text} {}", serde_json::from_str::<Unready>(&text).is_ok_and(|back| back == unready));
    println!("{:?}", serde_json::from_str::<Unready>("{}").map_err(|error| error.to_string()));
    println!("{:?}", serde_json::from_str::<Mixed>(r#"{"double":1.5,"long":3}"#).map(|value| to_json(&value)).map_err(|error| error.to_string()));
}
"##;

/// The features of serde_json that are switched on beside ours, each with the name of the crate that does so.
const FEATURES: [(&str, &str); 3] = [
    ("plain", ""),
    ("arbitrary", "\"arbitrary_precision\""),
    (
        "all",
        "\"arbitrary_precision\", \"preserve_order\", \"float_roundtrip\", \"raw_value\", \"unbounded_depth\"",
    ),
];

#[test]
fn what_serde_writes_is_read_again() {
    let folder = workspace("serde");
    let options = Options { crate_name: Some("simple".to_owned()), ..Options::default() };
    put_crate(&folder.join("simple"), &files(&[include_str!("../output/serde.json")], &options));
    let mut members = vec!["simple".to_owned()];
    for (name, features) in FEATURES {
        put(&folder.join(name).join("src/main.rs"), MAIN);
        let manifest = format!(
            "[package]\nname = \"{name}\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[dependencies]\n\
             simple = {{ path = \"../simple\", features = [\"serde\"] }}\n\
             serde_json = {{ version = \"1\", features = [{features}] }}\n"
        );
        put(&folder.join(name).join("Cargo.toml"), &manifest);
        members.push(name.to_owned());
    }
    put_workspace(&folder, &members);
    for (name, _) in FEATURES {
        insta::assert_snapshot!(name, cargo(&folder, &["run", "--quiet", "-p", name]));
    }
}
