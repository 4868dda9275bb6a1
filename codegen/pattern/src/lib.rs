//! Patterns: compiled when code is generated, to what checks a string in one pass.
//!
//! Smithy's patterns are regular expressions of ECMA-262
//! ([Smithy 2.0, `pattern`](https://smithy.io/2.0/spec/constraint-traits.html#pattern-trait)), here with the flag
//! `u`: a string is right where some piece of it matches. [`compile`] parses a pattern, splits all characters into
//! the classes that it tells apart, takes derivatives over them and makes the automaton minimal; look-around is
//! part of it. Properties (`\p{..}`) are those of Unicode 16.0.
//!
//! What cannot be checked exactly is refused with the reason, never approximated: see [`Unchecked`].

mod automaton;
mod backreference;
mod class_map;
mod derive;
mod example;
mod explore;
mod merge;
mod minimise;
mod parse;
mod partition;
mod reading;
mod set;
mod simplify;
mod split;
mod syntax;
mod table;
mod terms;
mod translate;

pub use self::class_map::ClassMap;
pub use self::reading::{Leniency, Limit, Reading, Unchecked};
pub use self::set::ClassSet;
pub use self::table::Table;

use self::automaton::Automaton;
use self::backreference::Bound;
use self::explore::Form;
use self::partition::{Mask, Partition};
use self::syntax::Node;
use self::terms::Arena;

/// Limits on the work that one pattern may take.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Caps {
    /// Steps of the compiler: derivatives taken, terms made and compared.
    pub steps: usize,
    /// States before the automaton is made minimal.
    pub states: usize,
    /// Bytes of the automaton's table.
    pub bytes: usize,
}

/// A pattern that can be checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Compiled {
    /// How it is checked.
    pub check: Check,
    /// The readings beyond ECMA-262 that it needed, each to be warned of.
    pub lenient: Vec<Leniency>,
}

/// How a pattern is checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Check {
    /// Every string is right: there is nothing to check.
    Always,
    /// All characters are of one class, and their number is within limits.
    Class {
        /// The class.
        class: ClassSet,
        /// The least number of characters.
        min: u32,
        /// The greatest, if there is one.
        max: Option<u32>,
    },
    /// A minimal automaton decides.
    Table(Table),
}

impl Check {
    /// Whether a string is right. Generated crates decide the same from tables that are laid out for speed.
    pub fn accepts(&self, text: &str) -> bool {
        match self {
            Self::Always => true,
            Self::Class { class, min, max } => {
                let count = text.chars().count();
                text.chars().all(|c| class.contains(c))
                    && u32::try_from(count)
                        .is_ok_and(|count| count >= *min && max.is_none_or(|max| count <= max))
            }
            Self::Table(table) => table.accepts_text(text),
        }
    }

    /// The bytes that it takes in a program, apart from maps that patterns share.
    pub fn bytes(&self) -> usize {
        let map = |classes: ClassMap| 128 + classes.kinds.len();
        let table = |table: &Table| map(table.map()) + table.bytes();
        match self {
            Self::Always => 0,
            Self::Class { class, .. } => map(ClassMap::of(&[class.complement(), class.clone()])),
            Self::Table(first) => table(first) + first.also().map_or(0, table),
        }
    }
}

impl Default for Caps {
    fn default() -> Self {
        Self { steps: 2_000_000, states: 20_000, bytes: 128 << 10 }
    }
}

/// Compiles a pattern.
///
/// # Errors
///
/// Why it cannot be checked: it is no pattern, or takes what no automaton can do, or more than the caps allow.
pub fn compile(pattern: &str, caps: &Caps) -> Result<Compiled, Unchecked> {
    let (node, lenient) = parse::pattern(pattern)?;
    let check = if backreference::has_any(&node) { bounded(&node, caps)? } else { check(&node, caps)? };
    Ok(Compiled { check, lenient })
}

/// Whether a pattern is a regular expression, of ECMA-262 or of Java, whether it can be checked or not.
///
/// # Errors
///
/// [`Unchecked::Invalid`], with what would be right.
pub fn validate(pattern: &str) -> Result<(), Unchecked> {
    match parse::pattern(pattern) {
        Err(invalid @ Unchecked::Invalid { .. }) => Err(invalid),
        Ok(_) | Err(_) => Ok(()),
    }
}

/// The check of a pattern with backreferences, if it can be told exactly.
fn bounded(node: &Node, caps: &Caps) -> Result<Check, Unchecked> {
    let lower = backreference::expanded(node, Bound::Lower)?;
    let checked = check(&lower.node, caps)?;
    if lower.is_exact {
        return Ok(checked);
    }
    let upper = backreference::expanded(node, Bound::Upper)?;
    if check(&upper.node, caps)? == checked { Ok(checked) } else { Err(Unchecked::Backreference) }
}

/// The check of a pattern without backreferences: in one piece, or in two where that is too large.
fn check(node: &Node, caps: &Caps) -> Result<Check, Unchecked> {
    let whole = check_whole(node, caps);
    let too_large = matches!(whole, Err(Unchecked::TooLarge { .. }));
    let Some(parts) = split::at_last_count(node).filter(|_| too_large) else { return whole };
    match [check_whole(&parts[0], caps)?, check_whole(&parts[1], caps)?] {
        [Check::Table(first), Check::Table(second)] => Ok(Check::Table(first.with(second))),
        [Check::Always | Check::Class { .. } | Check::Table(_), _] => whole,
    }
}

fn check_whole(node: &Node, caps: &Caps) -> Result<Check, Unchecked> {
    let partition = Partition::of(node)?;
    let mut arena = Arena::new(partition.all(), caps.steps);
    let translated = translate::whole(&mut arena, &partition, node)?;
    match explore::explore(arena, translated, partition.blocks.len(), caps)? {
        Form::Class { mask, min, max } => Ok(class_check(&partition, mask, min, max)),
        Form::Automaton(automaton) => automaton_check(&minimise::minimal(&automaton), &partition, caps),
    }
}

/// The check of one repeated class.
fn class_check(partition: &Partition, mask: Mask, min: u32, max: Option<u32>) -> Check {
    let members = (0u8..=u8::MAX).zip(&partition.blocks).filter(|&(number, _)| mask.contains(number));
    let class = ClassSet::new(members.flat_map(|(_, block)| block.ranges().iter().copied()));
    if class == ClassSet::all() && min == 0 && max.is_none() {
        return Check::Always;
    }
    Check::Class { class, min, max }
}

/// The check of a minimal automaton.
fn automaton_check(automaton: &Automaton, partition: &Partition, caps: &Caps) -> Result<Check, Unchecked> {
    if automaton.accepting == [true] {
        return Ok(Check::Always);
    }
    Table::of(automaton, &partition.blocks, caps).map(Check::Table)
}
