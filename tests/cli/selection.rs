//! What is generated: service, operations, documentation, layout, name.

use crate::fixture;
use crate::support::Project;

#[test]
fn a_service_by_id_or_name() {
    let project = Project::new();
    let (shop, parts) = (fixture("shop.json"), fixture("parts"));
    let both = ["--model", shop.as_str(), parts.as_str(), "--output", "out"];
    for (name, found) in [("Library", "library: 1"), ("books#Shop", "shop: 3")] {
        let ran = project.run(&[both.as_slice(), &["--service", name]].concat()).assert_code(0);
        assert!(ran.out.starts_with(found), "{}", ran.out);
    }
    let none = project.run(&both).assert_code(2);
    let near = project.run(&[both.as_slice(), &["--service", "books#Shpo"]].concat()).assert_code(2);
    let local = project.run(&[both.as_slice(), &["--service", "Librarian"]].concat()).assert_code(2);
    project.settings().bind(|| {
        insta::assert_snapshot!("service_none", none.text());
        insta::assert_snapshot!("service_near", near.text());
        insta::assert_snapshot!("service_local", local.text());
    });
}

#[test]
fn a_protocol_by_id_or_name() {
    let project = Project::new();
    let kettle = fixture("protocols");
    let model = ["--model", kettle.as_str()];
    let target = |protocol: &[&str]| {
        project.run(&[model.as_slice(), protocol].concat()).assert_code(0);
        let checked = [model.as_slice(), protocol, &["--check"]].concat();
        project.run(&checked).assert_code(0);
        project.get("generated/src/protocol_facts.rs")
    };
    let first = target(&[]);
    assert!(first.contains("application/x-amz-json-1.0") && first.contains("`smithygen` writes"), "{first}");
    let asked = target(&["--protocol", "aws.protocols#awsJson1_0"]);
    assert!(asked.contains("`smithygen --protocol awsJson1_0` writes it anew"), "{asked}");
    let other = target(&["--protocol", "awsQuery"]);
    assert!(
        other.contains("x-www-form-urlencoded") && other.contains("--protocol awsQuery` writes"),
        "{other}"
    );
    project.run(&[model.as_slice(), &["--check"]].concat()).assert_code(1);
    let checked = project.run(&[model.as_slice(), &["--check", "--protocol", "awsJson1_0"]].concat());
    assert!(checked.assert_code(1).out.contains(" --protocol awsJson1_0\n"), "the fix names the protocol");
    let lacked = project.run(&[model.as_slice(), &["--protocol", "restXml"]].concat()).assert_code(2);
    let coverage = project.run(&["coverage", kettle.as_str(), "--protocol", "awsJson1_0"]).assert_code(0);
    let linted = project.run(&["lint", kettle.as_str(), "--protocol", "awsjson"]).assert_code(2);
    project.settings().bind(|| {
        insta::assert_snapshot!("protocol_lacked", lacked.text());
        insta::assert_snapshot!("protocol_covered", coverage.text());
        insta::assert_snapshot!("protocol_lint", linted.text());
    });
}

#[test]
fn operations_by_globs() {
    let project = Project::new();
    for (args, kept) in [
        (["--operations", "Buy*"].as_slice(), "2 of 3 operations"),
        (&["--operations", "Buy*,ListBooks"], "3 operations"),
        (&["--operations", "*Book, *Books,"], "2 of 3 operations"),
        (&["--operations", "BuyMap", "--operations", "List*"], "2 of 3 operations"),
        (&["--operations=Buy?ap"], "1 of 3 operations"),
        (&["--operations", "*"], "3 operations"),
    ] {
        let ran = project.run(args).assert_code(0);
        assert!(ran.out.starts_with(&format!("shop: {kept},")), "{args:?}: {}", ran.out);
    }
}

#[test]
fn operations_that_are_not_kept_go_with_what_only_they_reach() {
    let project = Project::generated();
    let ran = project.run(&["--operations", "BuyBook"]).assert_code(0);
    for path in ["operation/buy_map.rs", "operation/list_books.rs", "shapes/scale.rs"] {
        assert!(!project.has(&format!("generated/src/{path}")), "{path}");
    }
    assert!(project.get("generated/src/operation/buy_book.rs").contains("pub struct Receipt "));
    let checked = project.run(&["--check", "--operations", "BuyBook"]).assert_code(0);
    assert!(checked.out.starts_with("shop: 1 of 3 operations, "), "{}", checked.out);
    project.run(&["--check"]).assert_code(1);
    project.settings().bind(|| insta::assert_snapshot!(ran.text()));
}

#[test]
fn globs_that_match_nothing() {
    let project = Project::generated();
    let before = project.state();
    let ran = project.run(&["--operations", "BuyBok,Bui*,*Bokos,buybook,Sell*,*,*x*"]).assert_code(2);
    let empty = project.run(&["--operations", ""]);
    assert!(before == project.state());
    assert_eq!(empty.code, Some(2), "no glob must not stand for all: {}", empty.out);
    project.settings().bind(|| insta::assert_snapshot!(ran.text()));
}

#[test]
fn documentation_in_full_in_short_or_not() {
    let project = Project::new();
    let text = |docs: &[&str]| {
        project.run(docs).assert_code(0);
        project.get("generated/src/operation/buy_book.rs")
    };
    let (full, short, none) = (text(&["--docs", "full"]), text(&["--docs", "short"]), text(&["--docs=none"]));
    assert!(full.contains("Buys a book.") && full.contains("next day."));
    assert!(short.contains("Buys a book.") && !short.contains("next day."));
    assert!(!none.contains("Buys a book."));
    assert!(text(&[]) == full);
}

#[test]
fn one_module_in_place_of_a_crate() {
    let project = Project::new();
    let ran = project.run(&["--layout", "module", "--output", "src/shop"]).assert_code(0);
    assert!(ran.out.contains("wrote 1, removed 0, 0 files unchanged in src/shop"), "{}", ran.out);
    assert_eq!(project.texts("src").into_keys().collect::<Vec<_>>(), ["shop/mod.rs"]);
    project.run(&["--check", "--layout", "module", "--output", "src/shop"]).assert_code(0);
}

#[test]
fn the_name_of_the_package() {
    let project = Project::new();
    let ran = project.run(&["--crate-name", "book-shop_2"]).assert_code(0);
    assert!(ran.out.starts_with("book-shop_2: 3 operations"), "{}", ran.out);
    assert!(project.get("generated/Cargo.toml").contains("\nname = \"book-shop_2\"\n"));
}

#[test]
fn stale_statements_may_be_denied_or_warned_of() {
    let project = Project::generated();
    let traits = "{ \"type\": \"apply\", \"traits\": { \"smithy.api#documentation\": \"Gone.\" } }";
    let shapes = format!("{{ \"books#Gone\": {traits}, \"books#Shop$gone\": {traits} }}");
    project.put("models/stale.json", format!("{{ \"smithy\": \"2.0\", \"shapes\": {shapes} }}"));
    let denied = project.run(&["--check"]).assert_code(2);
    assert!(
        denied.err.contains("error: traits are applied to `books#Gone`, which does not exist"),
        "{}",
        denied.err
    );
    let warned = project.run(&["--check", "--stale", "warn"]).assert_code(0);
    assert!(warned.err.contains("warning: traits are applied to `books#Gone`"), "{}", warned.err);
    assert!(warned.err.contains("warning: traits are applied to the member `gone`"), "{}", warned.err);
}
