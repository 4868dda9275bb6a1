//! Conditions for the model of `values`.

use super::Dice;

/// A condition that is plain Rust, most of the time.
pub fn typed_condition(dice: &mut Dice, depth: usize) -> String {
    if depth > 0 {
        let (a, b) = (typed_condition(dice, depth - 1), typed_condition(dice, depth - 1));
        match dice.below(6) {
            0 => return format!("({a}) && ({b})"),
            1 => return format!("({a}) || ({b})"),
            2 => return format!("!({a}) || ({b})"),
            3 => return format!("!(({a}) && ({b}))"),
            _ => {}
        }
    }
    if dice.below(2) == 0 { comparison_or_text(dice) } else { list_or_function(dice) }
}

fn comparison_or_text(dice: &mut Dice) -> String {
    let text = text(dice);
    let (number, literal) = number(dice);
    match dice.below(9) {
        0 => format!("{text} {} {}", equality(dice), text_or_literal(dice)),
        1 => format!("{number} {} {literal}", comparison(dice)),
        2 => format!("{number} >= {literal} && {number} <= {literal}"),
        3 => format!("{0}n {1} {2}n", prefix(dice), comparison(dice), prefix(dice)),
        4 => format!("{0} {1} `null`", place(dice), equality(dice)),
        5 => format!("{}{}", not(dice), place(dice)),
        6 => format!(
            "{}({text}, {})",
            dice.one_of(&["starts_with", "ends_with", "contains"]),
            text_or_literal(dice)
        ),
        7 => format!("contains([{}, 'a', 'x'], {text})", text_or_literal(dice)),
        _ => format!("contains(`[\"a\", \"ab\"]`, {text})"),
    }
}

fn list_or_function(dice: &mut Dice) -> String {
    let text = text(dice);
    match dice.below(11) {
        0 => format!("contains(`[1, 2]`, {}{})", prefix(dice), dice.one_of(&["n", "m", "i"])),
        1 => format!("contains({}l, {})", prefix(dice), text_or_literal(dice)),
        2 => format!("contains({}k, {}m)", prefix(dice), prefix(dice)),
        3 => format!("length({}) {} `{}`", countable(dice), comparison(dice), dice.below(3)),
        4 => format!("{}({})", not(dice), filter(dice)),
        5 => format!("length({}) {} `{}`", filter(dice), comparison(dice), dice.below(3)),
        6 => format!("contains({}, {})", projection(dice), text_or_literal(dice)),
        7 => format!(
            "not_null({}, {text}, 'a') {} {}",
            self::text(dice),
            equality(dice),
            text_or_literal(dice)
        ),
        8 => format!("not_null({0}n, {1}n, `1`) {2} `1`", prefix(dice), prefix(dice), comparison(dice)),
        9 => format!("length([b, {0}b, {0}c][?@]) {1} `{2}`", prefix(dice), comparison(dice), dice.below(3)),
        _ => format!("{}contains(keys({}h), '{}')", not(dice), prefix(dice), dice.one_of(&["a", "x"])),
    }
}

/// Where a member is taken from.
fn prefix(dice: &mut Dice) -> String {
    dice.one_of(&["", "", "", "o.", "o.o.", "p[0].", "p[1].", "p[-1].", "q.a.", "o.p[0].", "@."])
        .replace("@.", "")
}

fn text(dice: &mut Dice) -> String {
    format!("{}{}", prefix(dice), dice.one_of(&["s", "t", "e", "l[0]", "y[-1]"]))
}

fn text_or_literal(dice: &mut Dice) -> String {
    if dice.below(2) == 0 { text(dice) } else { dice.one_of(&["'a'", "'ab'", "''", "'s'"]) }
}

/// A number and a literal that it is compared with.
fn number(dice: &mut Dice) -> (String, String) {
    let (name, literal) = [
        ("n", "`1`"),
        ("m", "`2`"),
        ("d", "`0.5`"),
        ("f", "`1`"),
        ("w", "`1`"),
        ("i", "`1`"),
        ("f", "`0.1`"),
    ][dice.below(7)];
    (format!("{}{name}", prefix(dice)), literal.to_owned())
}

fn place(dice: &mut Dice) -> String {
    let name =
        dice.one_of(&["s", "t", "n", "m", "d", "b", "c", "w", "e", "i", "l", "k", "o", "h", "q", "a", "u"]);
    format!("{}{name}", prefix(dice))
}

fn countable(dice: &mut Dice) -> String {
    format!("{}{}", prefix(dice), dice.one_of(&["s", "t", "l", "k", "h", "q", "p", "e"]))
}

fn filter(dice: &mut Dice) -> String {
    let prefix = prefix(dice);
    let depth = dice.below(2);
    match dice.below(7) {
        0 => format!("{prefix}l[?@ == 'a']"),
        1 => format!("{prefix}k[?@ > `1`]"),
        2 => format!("{prefix}g[?@ < `1`]"),
        3 => format!("{prefix}y[?starts_with(@, 'a')]"),
        4 => format!("{prefix}p[?{}].t", typed_condition(dice, depth)),
        5 => format!("{prefix}q.*.t"),
        _ => format!("{prefix}p[?{}]", typed_condition(dice, depth)),
    }
}

fn projection(dice: &mut Dice) -> String {
    format!(
        "{}{}",
        prefix(dice),
        dice.one_of(&["p[*].s", "p[*].t", "p[].e", "p[?c].t", "q.*.s", "l[*]", "l[]"])
    )
}

fn not(dice: &mut Dice) -> String {
    dice.one_of(&["", "!"])
}

fn equality(dice: &mut Dice) -> String {
    dice.one_of(&["==", "!="])
}

fn comparison(dice: &mut Dice) -> String {
    dice.one_of(&["==", "!=", "<", "<=", ">", ">="])
}

const NAMES: [&str; 17] =
    ["s", "t", "n", "m", "d", "f", "b", "l", "k", "o", "p", "r", "h", "z", "w", "u", "x"];

/// A condition of any kind.
pub fn any_condition(dice: &mut Dice, depth: usize) -> String {
    let (a, b) = (expression(dice, depth), expression(dice, depth));
    match dice.below(10) {
        0 | 1 => format!("{a} == {b}"),
        2 => format!("{a} != {b}"),
        3 => format!("{a} {} {b}", comparison(dice)),
        4 => format!("!({a})"),
        5 => format!("contains({a}, {b})"),
        6 => format!("{}({a}, {b})", dice.one_of(&["starts_with", "ends_with"])),
        7 if depth > 0 => {
            let (a, b) = (any_condition(dice, depth - 1), any_condition(dice, depth - 1));
            format!("({a}) {} ({b})", dice.one_of(&["&&", "||", "==", "!="]))
        }
        _ => format!("length({a}) {} `{}`", comparison(dice), dice.below(3)),
    }
}

/// An expression of any type.
fn expression(dice: &mut Dice, depth: usize) -> String {
    if depth == 0 {
        return match dice.below(5) {
            0 => dice.one_of(&["'a'", "''", "`1`", "`2.5`", "`null`", "`true`", "`[1, 2]`", "['a', 'b']"]),
            _ => dice.one_of(&NAMES),
        };
    }
    let (a, b) = (expression(dice, depth - 1), expression(dice, depth - 1));
    let name = dice.one_of(&NAMES);
    match dice.below(12) {
        0 => format!("{a}.{name}"),
        1 => format!("{a}[{}]", dice.one_of(&["0", "1", "-1", "-2", "1:", ":1", "::-1", "-2:", "::2"])),
        2 => format!("{a}[*].{name}"),
        3 => format!("{a}[?{}].{name}", any_condition(dice, depth - 1)),
        4 => format!("{a}[?{}]", any_condition(dice, depth - 1)),
        5 => format!("{a}{}", dice.one_of(&["[]", ".*", " | [0]", " | [@, s]", "[]"])),
        6 => format!("({a} {} {b})", dice.one_of(&["||", "&&"])),
        7 => format!("[{a}, {b}]"),
        8 => format!("{{a: {a}, b: {b}}}"),
        9 => format!("{}({a}, &{name})", dice.one_of(&["sort_by", "max_by", "min_by"])),
        10 => format!("{}({a}, {b})", dice.one_of(&["not_null", "join", "merge"])),
        _ => function(dice, &a),
    }
}

fn function(dice: &mut Dice, argument: &str) -> String {
    let names = [
        "abs",
        "avg",
        "ceil",
        "floor",
        "keys",
        "length",
        "max",
        "min",
        "reverse",
        "sort",
        "sum",
        "to_array",
        "to_number",
        "to_string",
        "type",
        "values",
        "map",
    ];
    match dice.one_of(&names).as_str() {
        "map" => format!("map(&s, {argument})"),
        name => format!("{name}({argument})"),
    }
}
