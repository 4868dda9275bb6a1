//! Conditions of the shop on values that keep them and on values that do not.

use std::collections::BTreeMap;

use shop::conditions as c;
use shop::smithy::{Blob, Document, Timestamp};
use shop::{Card, Level, Line, OrderInput, Payment, Size, Tree};

/// An order with what must be there.
fn order() -> OrderInput {
    let line = Line { item: "tea".to_owned(), weight: 12, note: Some("green".to_owned()) };
    OrderInput::builder()
        .start(Timestamp::from_secs(10))
        .end(Timestamp::from_secs(20))
        .name("ann")
        .set_lines(Some(vec![line]))
        .build()
        .expect("nothing is missing")
}

/// The order with something changed.
fn with(change: impl FnOnce(&mut OrderInput)) -> OrderInput {
    let mut order = order();
    change(&mut order);
    order
}

/// A condition and its verdicts on orders that keep it and on others that do not.
fn check(name: &str, holds: fn(&OrderInput) -> bool, kept: &[OrderInput], broken: &[OrderInput]) {
    let kept = kept.iter().all(holds);
    let broken = broken.iter().any(holds);
    assert!(kept && !broken, "{name}: kept {kept}, broken {broken}");
}

macro_rules! check {
    ($function:ident, [$($kept:expr),*], [$($broken:expr),*]) => {
        check(stringify!($function), c::$function, &[$(with($kept)),*], &[$(with($broken)),*])
    };
}

fn main() {
    numbers();
    times();
    texts();
    lists();
    lines();
    unions();
    trees();
    maps();
    dynamic();
    simple();
    println!("all as expected");
}

fn numbers() {
    check!(
        order_input_min_below_max,
        [|_| {}, |o| o.min = Some(3), |o| o.max = Some(3), |o| (o.min, o.max) = (Some(3), Some(3))],
        [|o| (o.min, o.max) = (Some(4), Some(3))]
    );
    check!(
        order_input_limit_in_range,
        [|_| {}, |o| o.limit = Some(1), |o| o.limit = Some(9_007_199_254_740_992)],
        [|o| o.limit = Some(0), |o| o.limit = Some(9_007_199_254_740_993)]
    );
    check!(order_input_price_half, [|_| {}, |o| o.price = Some(0.25)], [|o| o.price = Some(0.5)]);
    check!(
        order_input_rate_tenth,
        [|_| {}, |o| o.rate = Some(0.1)],
        [|o| o.rate = Some(0.2), |o| o.rate = Some(f32::NAN)]
    );
    check!(
        order_input_not_cheap,
        [|_| {}, |o| o.price = Some(2.5), |o| o.price = Some(f64::NAN)],
        [|o| o.price = Some(2.0)]
    );
    check!(
        order_input_falls,
        [|o| (o.quick, o.min) = (Some(line(5)), Some(4))],
        [
            |_| {},
            |o| o.min = Some(4),
            |o| o.quick = Some(line(5)),
            |o| (o.quick, o.min) = (Some(line(5)), Some(5))
        ]
    );
    check!(
        order_input_known_level,
        [|o| o.level = Some(Level::Low), |o| o.level = Some(Level::Unknown(2))],
        [|_| {}, |o| o.level = Some(Level::High)]
    );
}

fn times() {
    check!(
        order_input_start_before_end,
        [|_| {}, |o| o.end = Timestamp::from_secs_and_nanos(10, 1)],
        [|o| o.end = o.start, |o| o.start = Timestamp::from_secs(99)]
    );
    check!(
        order_input_epoch,
        [|_| {}, |o| o.end = Timestamp::from_secs(4_102_444_799)],
        [|o| o.start = Timestamp::from_secs(-1), |o| o.end = Timestamp::from_secs(4_102_444_800)]
    );
    check!(
        order_input_start_fraction,
        [|_| {}],
        [|o| o.start = Timestamp::from_secs_and_nanos(0, 500_000_000)]
    );
}

fn line(weight: i32) -> Line {
    Line { item: "tea".to_owned(), weight, note: None }
}

fn texts() {
    check!(order_input_long_named, [|_| {}], [|o| o.name = "öö".to_owned(), |o| o.name = "a b c".to_owned()]);
    check!(
        order_input_nick_is_name,
        [|_| {}, |o| o.nick = Some("an".to_owned())],
        [|o| o.nick = Some("nn".to_owned())]
    );
    check!(
        order_input_nick_needed,
        [|o| o.nick = Some("a".to_owned())],
        [|_| {}, |o| o.nick = Some(String::new())]
    );
    check!(order_input_express_is_true, [|o| o.express = Some(true)], [|_| {}, |o| o.express = Some(false)]);
    check!(
        order_input_slow_only,
        [|_| {}, |o| (o.express, o.size) = (Some(true), Some(Size::L))],
        [|o| o.express = Some(true), |o| (o.express, o.size) = (Some(true), Some(Size::S))]
    );
    check!(order_input_size_of, [|_| {}, |o| o.size = Some(Size::L)], [|o| o.size = Some(Size::from("M"))]);
    check!(order_input_old_gone, [|_| {}], []);
}

fn lists() {
    let tags = |tags: &[&str]| Some(tags.iter().map(|tag| (*tag).to_owned()).collect());
    check!(
        order_input_tagged,
        [|_| {}, |o| o.tags = tags(&["new"]), |o| o.tags = tags(&["a", "b"])],
        [|o| o.tags = tags(&["old"]), |o| o.tags = tags(&[])]
    );
    check!(
        order_input_first_tag,
        [|o| o.tags = tags(&["a", "b"])],
        [|_| {}, |o| o.tags = tags(&["a"]), |o| o.tags = tags(&["a", "b", "a"])]
    );
    check!(
        order_input_noted_twice,
        [|o| o.notes = Some(vec![Some("a".to_owned()), None, Some("b".to_owned())])],
        [|_| {}, |o| o.notes = Some(vec![None, None])]
    );
    let seats = |rows: &[&[i32]]| Some(rows.iter().map(|row| row.to_vec()).collect());
    check!(
        order_input_seat_count,
        [|o| o.seats = seats(&[&[1, 2], &[], &[3]])],
        [|_| {}, |o| o.seats = seats(&[&[1, 2]])]
    );
    check!(
        order_input_seat_slice,
        [|o| o.seats = seats(&[&[1, 2]])],
        [|_| {}, |o| o.seats = seats(&[&[2, 1]])]
    );
}

fn lines() {
    check!(order_input_some_heavy, [|_| {}], [|o| o.lines = vec![line(10)], |o| o.lines = Vec::new()]);
    check!(order_input_all_named, [|_| {}], [|o| o.lines[0].item = "xylophone".to_owned()]);
    check!(
        order_input_notes_short,
        [|o| o.lines[0].note = Some("red".to_owned()), |o| o.lines = Vec::new()],
        [|_| {}, |o| o.lines[0].note = None]
    );
    check!(order_input_heaviest, [|_| {}], [|o| o.lines[0].weight = 100, |o| o.lines = Vec::new()]);
    check!(
        order_input_total,
        [|_| {}, |o| o.lines = Vec::new()],
        [|o| o.lines = vec![line(i32::MAX), line(i32::MAX)]]
    );
    check!(order_input_names, [|o| o.lines[0].item = "ann".to_owned()], [|_| {}, |o| o.lines = Vec::new()]);
}

fn unions() {
    let card = |number: &str| Some(Payment::Card(Box::new(Card { number: number.to_owned() })));
    check!(
        order_input_paid_by_card,
        [|_| {}, |o| o.payment = card("1"), |o| o.payment = Some(Payment::Cash)],
        [|o| o.payment = card("")]
    );
    check!(
        order_input_paid_somehow,
        [
            |o| o.payment = card("1"),
            |o| o.payment = Some(Payment::Unknown("gold".to_owned(), Document::Null))
        ],
        [|_| {}]
    );
    assert!(c::payment_not_cash(&Payment::Voucher("abc".to_owned())) && !c::payment_not_cash(&Payment::Cash));
    assert!(c::payment_voucher(&Payment::Voucher("abc".to_owned())) && c::payment_voucher(&Payment::Cash));
    assert!(!c::payment_voucher(&Payment::Voucher("abcd".to_owned())));
}

fn trees() {
    let leaf = Tree { value: Some(2), ..Tree::default() };
    let tree = Tree { value: Some(1), left: Some(Box::new(leaf.clone())), ..Tree::default() };
    check!(
        order_input_tree_is,
        [|o| o.tree = Some(tree.clone())],
        [
            |_| {},
            |o| o.tree = Some(leaf.clone()),
            |o| o.tree = Some(Tree { more: Some(Document::Bool(true)), ..tree.clone() })
        ]
    );
    assert!(c::tree_differ(&tree) && c::tree_differ(&leaf));
    assert!(!c::tree_differ(&Tree { right: tree.left.clone(), ..tree.clone() }));
    let three = Tree { value: Some(3), ..Tree::default() };
    let deep = Tree { left: Some(Box::new(three)), ..Tree::default() };
    assert!(c::tree_deep(&tree) && !c::tree_deep(&Tree { left: Some(Box::new(deep)), ..Tree::default() }));
}

fn maps() {
    let counts = |counts: &[(&str, i32)]| {
        Some(counts.iter().map(|(key, count)| ((*key).to_owned(), *count)).collect::<BTreeMap<_, _>>())
    };
    check!(
        order_input_counted,
        [|o| o.counts = counts(&[("a", 1), ("b", 4)])],
        [|_| {}, |o| o.counts = counts(&[("a", 1), ("b", 5)]), |o| o.counts = counts(&[("b", 1)])]
    );
}

fn dynamic() {
    let extra = |text: &str| Some(Document::parse(text).expect("this is JSON"));
    check!(
        order_input_extra_level,
        [|o| o.extra = extra(r#"{"level": 1.5, "names": ["a"]}"#)],
        [
            |_| {},
            |o| o.extra = extra(r#"{"level": 1.0, "names": ["a"]}"#),
            |o| o.extra = extra(r#"{"level": "2", "names": ["a"]}"#),
            |o| o.extra = extra(r#"{"level": 2, "names": "a"}"#)
        ]
    );
    check!(
        order_input_extra_sum,
        [|o| o.extra = extra("[1, 2.5]")],
        [|_| {}, |o| o.extra = extra("[1, \"2\"]")]
    );
    check!(
        order_input_photo_text,
        [|o| o.photo = Some(Blob::from("hi"))],
        [|_| {}, |o| o.photo = Some(Blob::from("ho"))]
    );
    let big = |text: &str| Some(text.parse().expect("this is a whole number"));
    check!(
        order_input_big_enough,
        [
            |o| o.big = big("12345678901234567891"),
            |o| o.big = big("100000000000000000000000000000000000000000000")
        ],
        [|_| {}, |o| o.big = big("12345678901234567890"), |o| o.big = big("-100000000000000000000000000000")]
    );
    check!(
        order_input_selected,
        [|_| {}],
        [|o| o.nick = Some("a".to_owned()), |o| o.name = "bob".to_owned()]
    );
    check!(order_input_hashed, [|o| o.min = Some(1)], [|_| {}, |o| (o.min, o.max) = (Some(1), Some(1))]);
}

fn simple() {
    assert!(c::code_no_id("name") && !c::code_no_id("an id"));
    assert!(
        c::tags_few(&[]) && !c::tags_few(&["a".to_owned(), "b".to_owned(), "c".to_owned(), "d".to_owned()])
    );
    assert!(c::prices_sane(&[0.0, 1000.5]) && !c::prices_sane(&[]) && !c::prices_sane(&[-0.5]));
    assert!(c::counts_some(&BTreeMap::from([("a".to_owned(), 1)])) && !c::counts_some(&BTreeMap::new()));
    assert!(c::order_input_label_short("eight ch") && !c::order_input_label_short("more than eight"));
    assert!(c::lines_unmixed(&[line(1)]) && !c::lines_unmixed(&[line(1), line(2)]));
}
