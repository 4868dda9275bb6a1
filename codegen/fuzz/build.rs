//! Writes the modules that the target `bound` feeds, of the model of the sturdiness test.

use std::path::Path;
use std::{env, fs};

use smithygen::diagnostics::Sources;
use smithygen::options::{Layout, Options};

fn main() {
    let folder = env::var("OUT_DIR").expect("cargo sets it");
    let model = include_str!("../../tests/sturdiness/bound.smithy");
    for protocol in ["restJson1", "restXml", "awsQuery", "ec2Query"] {
        let model = model.replace("PROTOCOL", &format!("aws.protocols#{protocol}")).replace("NAME", protocol);
        let mut sources = Sources::default();
        sources.add("bound.smithy".to_owned(), model);
        let options = Options { layout: Layout::Module, ..Options::default() };
        let files = smithygen::generate(&sources, &options).expect("the model is right").files;
        fs::write(Path::new(&folder).join(format!("{protocol}.rs")), &files["mod.rs"])
            .expect("it can be written");
    }
}
