//! `smithy-build.json` and JARs: models as projects of Smithy hold and publish them.

use std::io::Write;

use flate2::Crc;
use flate2::write::DeflateEncoder;

use crate::support::Project;

const TEA: &str =
    "$version: \"2\"\nnamespace tea\nuse cups#Cup\nuse traits#hot\n@hot\nstructure Tea { cup: Cup }\n";
const CUPS: &str = "$version: \"2\"\nnamespace cups\nstring Cup\n";
const HOT: &str = "$version: \"2\"\nnamespace traits\n@trait\nstructure hot {}\n";

/// A ZIP archive; every second file is deflated.
fn archive(files: &[(&str, &str)]) -> Vec<u8> {
    let (mut bytes, mut directory) = (Vec::new(), Vec::new());
    for (index, (name, text)) in files.iter().enumerate() {
        let mut crc = Crc::new();
        crc.update(text.as_bytes());
        let deflated = index % 2 == 1;
        let packed = if deflated { deflate(text) } else { text.as_bytes().to_vec() };
        let mut header = vec![20, 0, 0, 0, if deflated { 8 } else { 0 }, 0, 0, 0, 0, 0];
        for size in [crc.sum(), length(&packed), length(text.as_bytes()), length(name.as_bytes())] {
            header.extend(size.to_le_bytes());
        }
        let offset = length(&bytes);
        bytes.extend([&b"PK\x03\x04"[..], &header, name.as_bytes(), &packed].concat());
        let place = [&[0; 10][..], &offset.to_le_bytes()].concat();
        directory.extend([b"PK\x01\x02\x14\0", &header[..], &place, name.as_bytes()].concat());
    }
    let count = u16::try_from(files.len()).expect("it is small").to_le_bytes();
    let end = [count, count].concat();
    let place = [length(&directory).to_le_bytes(), length(&bytes).to_le_bytes()].concat();
    [&bytes[..], &directory, b"PK\x05\x06\0\0\0\0", &end, &place, b"\0\0"].concat()
}

fn deflate(text: &str) -> Vec<u8> {
    let mut encoder = DeflateEncoder::new(Vec::new(), flate2::Compression::best());
    encoder.write_all(text.as_bytes()).expect("memory can be written");
    encoder.finish().expect("memory can be written")
}

fn length(bytes: &[u8]) -> u32 {
    u32::try_from(bytes.len()).expect("it is small")
}

fn jar() -> Vec<u8> {
    archive(&[
        ("META-INF/MANIFEST.MF", "Manifest-Version: 1.0\n"),
        ("META-INF/smithy/manifest", "hot.smithy\n\n# a comment\nmore/cups.smithy\n"),
        ("META-INF/smithy/hot.smithy", HOT),
        ("META-INF/smithy/more/cups.smithy", CUPS),
        ("META-INF/smithy/unlisted.smithy", "no model"),
    ])
}

/// A project in a folder `p`.
fn project(build: &str) -> Project {
    let project = Project::new();
    project.put("p/smithy-build.json", build);
    project.put("p/model/tea.smithy", TEA);
    project.put("p/traits.jar", jar());
    project
}

const BUILD: &str = "{
    // Where it is.
    \"version\": \"1.0\", \"sources\": [\"model\"], \"imports\": [\"traits.jar\"], // and \"more\"
    \"url\": \"https://example.com\",
    \"projections\": {}, \"maven\": { \"dependencies\": [\"a:b:1\"] }
}";

#[test]
fn sources_imports_and_jars_make_one_model() {
    let project = project(BUILD);
    let ran = project.run(&["ast", "p/smithy-build.json"]).assert_code(0);
    assert_eq!(project.run(&["ast", "p"]).assert_code(0).out, ran.out);
    assert_eq!(project.run(&["ast", "p/model", "p/traits.jar"]).assert_code(0).out, ran.out);
    for id in ["\"tea#Tea\"", "\"cups#Cup\"", "\"traits#hot\""] {
        assert!(ran.out.contains(id), "{}", ran.text());
    }
    let notes = project.run(&["validate", "p", "--severity", "note"]).assert_code(0);
    project.settings().bind(|| insta::assert_snapshot!("what_a_project_asks_for_in_vain", notes.text()));
}

#[test]
fn jars_in_folders_are_read_and_sources_have_a_default() {
    let project = project("{ \"version\": \"1.0\" }");
    let ran = project.run(&["validate", "p"]).assert_code(2);
    assert!(ran.err.contains("`cups#Cup` does not exist"), "{}", ran.text());
    project.put("p/model/lib/traits.jar", jar());
    let ran = project.run(&["ast", "p"]).assert_code(0);
    assert!(ran.out.contains("cups#Cup") && ran.err.is_empty(), "{}", ran.text());
    // Code has no models, and is no fault.
    project.put("p/model/lib/code.jar", archive(&[("A.class", "")]));
    project.run(&["ast", "p"]).assert_code(0);
}

#[test]
fn faults_of_a_jar_have_places_in_it() {
    let project = Project::new();
    let broken = archive(&[
        ("META-INF/smithy/manifest", "a.smithy\n"),
        ("META-INF/smithy/a.smithy", "namespace a\nstring {}\n"),
    ]);
    project.put("broken.jar", broken);
    project
        .settings()
        .bind(|| insta::assert_snapshot!("faults_in_a_jar", project.run(&["ast", "broken.jar"]).text()));
}

#[test]
fn broken_jars_are_errors() {
    let project = Project::new();
    project.put("code.jar", archive(&[("A.class", "")]));
    project.put("missing.jar", archive(&[("META-INF/smithy/manifest", "a.smithy\n../../../etc/passwd\n")]));
    project.put("text.jar", "PK");
    let mut said = String::new();
    for name in ["code.jar", "missing.jar", "text.jar"] {
        said += &project.run(&["ast", name]).assert_code(2).err;
    }
    insta::assert_snapshot!("broken_jars", said);
    // Whatever is cut off or changed, the run ends with an error or a model.
    let whole = jar();
    for at in (0..whole.len()).step_by(3) {
        let mut changed = whole.clone();
        changed[at] ^= 0x41;
        for bytes in [&whole[..at], &changed] {
            let mut errors = smithygen::diagnostics::Diagnostics::default();
            project.put("changed.jar", bytes);
            let input = smithygen::load::Input::Path(project.path("changed.jar"));
            smithygen::load::read(&mut errors, &[input]);
        }
    }
}

#[test]
fn broken_projects_are_errors() {
    let cases = [
        "{ \"sources\": [\"model\", }",
        "{ \"sources\": \"model\" }",
        "{ \"sources\": [1] }",
        "{ \"sources\": [\"${HOME}/model\"] }",
        "{ \"sources\": [\"modle\"] }",
        "{ \"sources\": [] , \"imports\": [] }",
    ];
    let mut said = String::new();
    for case in cases {
        let project = Project::new();
        project.put("smithy-build.json", case);
        let ran = project.run(&["validate", "smithy-build.json"]);
        said += &format!("{case}\n{}\n", ran.assert_code(2).err);
    }
    insta::assert_snapshot!("broken_projects", said);
}
