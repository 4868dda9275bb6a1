//! Walking a value.

use super::super::report::{Hint, Kind, Report, Rule, Severity, Violations};
use super::constraint::Matcher;
use super::cursor::Cursor;
use super::length::{Length, Measure};
use super::policy::Policy;

/// How many levels of a value are checked; what lies deeper is a violation of its own.
pub const MAX_DEPTH: usize = 128;

/// A value that can be checked.
///
/// Checking is a call of its own, never a side effect of building or writing. Inputs of operations have the same three
/// methods without this trait in scope.
pub trait Validate {
    /// Checks the constraint traits, in the order of the model.
    #[doc(hidden)]
    fn constraints(&self, _: &Cursor<'_>, _: &mut Checker<'_>) {}

    /// Checks the rules of the model.
    #[doc(hidden)]
    fn rules(&self, _: &Cursor<'_>, _: &mut Checker<'_>) {}

    /// Checks that an enum has one of its values.
    #[doc(hidden)]
    fn known(&self, _: &Cursor<'_>, _: &mut Checker<'_>) {}

    /// The text of an enum on which members have constraints.
    #[doc(hidden)]
    fn text(&self) -> Option<&str> {
        None
    }

    /// The number of an enum on which members have constraints.
    #[doc(hidden)]
    fn number(&self) -> Option<i32> {
        None
    }

    /// Checks what the service is known to refuse. A valid value costs no allocation, unless the model has conditions
    /// that need one.
    ///
    /// Where no rules are known of a service, as the front page of its crate then says, next to nothing is found. All
    /// that the model itself has is checked by a strict policy: `value.validate_with(&Policy::new().strict())`.
    ///
    /// # Errors
    ///
    /// Every violation of severity error.
    fn validate(&self) -> Result<(), Violations> {
        errors(self, &Policy::new())
    }

    /// Checks what a policy asks for.
    ///
    /// # Errors
    ///
    /// Every violation of severity error; warnings too, if the policy denies them.
    fn validate_with(&self, policy: &Policy<'_>) -> Result<(), Violations> {
        if policy.denies_warnings() { self.check(policy).finish(()) } else { errors(self, policy) }
    }

    /// Checks all that a policy asks for and gives the whole report, warnings among it.
    fn check(&self, policy: &Policy<'_>) -> Report {
        let mut checker = Checker { policy, warnings: true, report: Report::default() };
        checker.value(self);
        checker.report
    }
}

/// The errors alone: what only warns is not even looked for.
fn errors<T: Validate + ?Sized>(value: &T, policy: &Policy<'_>) -> Result<(), Violations> {
    let mut checker = Checker { policy, warnings: false, report: Report::default() };
    checker.value(value);
    if checker.report.is_clean() { Ok(()) } else { checker.report.finish_errors() }
}

impl<T: Validate + ?Sized> Validate for Box<T> {
    fn constraints(&self, at: &Cursor<'_>, check: &mut Checker<'_>) {
        (**self).constraints(at, check);
    }

    fn rules(&self, at: &Cursor<'_>, check: &mut Checker<'_>) {
        (**self).rules(at, check);
    }
}

/// What a walk asks for, and what it found so far.
#[derive(Debug)]
pub struct Checker<'p> {
    policy: &'p Policy<'p>,
    /// Whether warnings are wanted.
    warnings: bool,
    report: Report,
}

impl<'p> Checker<'p> {
    /// Checks a value that is no type of its own: its constraints if the policy is strict, and its rules.
    pub fn run(
        policy: &'p Policy<'p>,
        constraints: impl FnOnce(&Cursor<'_>, &mut Self),
        rules: impl FnOnce(&Cursor<'_>, &mut Self),
    ) -> Report {
        let mut checker = Self { policy, warnings: true, report: Report::default() };
        if policy.is_strict() {
            constraints(&Cursor::ROOT, &mut checker);
        }
        rules(&Cursor::ROOT, &mut checker);
        checker.report
    }
}

impl<'p> Checker<'p> {
    fn value<T: Validate + ?Sized>(&mut self, value: &T) {
        if self.policy.is_strict() {
            value.constraints(&Cursor::ROOT, self);
        }
        value.rules(&Cursor::ROOT, self);
    }

    /// Adds the violation of a constraint.
    #[cold]
    pub fn constraint(&mut self, at: &Cursor<'_>, kind: Kind) {
        self.report.add(Severity::Error, || at.violation(kind));
    }

    /// Adds the violation of a rule.
    #[cold]
    pub fn broken(&mut self, at: &Cursor<'_>, rule: &'static Rule, kind: Kind, hint: Option<Hint>) {
        let severity = rule.severity;
        self.report.add(severity, || at.violation(kind).of_rule(rule, severity, hint));
    }

    /// Adds the violation of a rule that only warns here.
    #[cold]
    pub fn doubtful(&mut self, at: &Cursor<'_>, rule: &'static Rule, kind: Kind, hint: Option<Hint>) {
        self.report.add(Severity::Warning, || at.violation(kind).of_value(rule, Severity::Warning, hint));
    }

    /// What the caller knows, and how much it wants checked.
    pub fn policy(&self) -> &'p Policy<'p> {
        self.policy
    }

    /// Whether violations of a severity are wanted.
    #[inline]
    pub fn wants(&self, severity: Severity) -> bool {
        self.warnings || severity == Severity::Error
    }

    /// Checks the constraints of a value inside another.
    pub fn nested<T: Validate + ?Sized>(&mut self, at: &Cursor<'_>, value: &T) {
        if at.depth() > MAX_DEPTH {
            self.constraint(at, Kind::TooDeep { limit: MAX_DEPTH });
        } else {
            value.constraints(at, self);
        }
    }

    /// Checks the rules of a value inside another.
    pub fn nested_rules<T: Validate + ?Sized>(&mut self, at: &Cursor<'_>, value: &T) {
        if at.depth() > MAX_DEPTH {
            self.constraint(at, Kind::TooDeep { limit: MAX_DEPTH });
        } else {
            value.rules(at, self);
        }
    }

    /// Checks a length.
    pub(super) fn length<T: Measure + ?Sized>(&mut self, at: &Cursor<'_>, value: &T, bounds: Length) {
        if !value.fits(bounds) {
            let Length { min, max } = bounds;
            self.constraint(at, Kind::Length { length: value.measure(), min, max });
        }
    }

    /// Checks a pattern.
    pub(super) fn pattern(&mut self, at: &Cursor<'_>, value: &str, pattern: &'static dyn Matcher) {
        if !pattern.is_match(value) {
            self.constraint(at, Kind::Pattern { pattern: pattern.text() });
        }
    }

    /// Warns of members that the service requires though they are optional for clients: each has its names, as
    /// [`Cursor::named`] takes them, and says whether it is set.
    pub fn unset(&mut self, at: &Cursor<'_>, members: &[(&'static str, bool)]) {
        for (names, _) in members.iter().filter(|(_, is_set)| self.warnings && !is_set) {
            let violation = || at.named(names).violation(Kind::Required).warned();
            self.report.add(Severity::Warning, violation);
        }
    }

    /// Notes a string that is none of an enum's values.
    #[cold]
    pub fn unknown_value(&mut self, at: &Cursor<'_>, values: &'static [&'static str]) {
        self.constraint(at, Kind::Enum { values });
    }

    /// Notes an integer that is none of an enum's values.
    #[cold]
    pub fn unknown_integer(&mut self, at: &Cursor<'_>, values: &'static [i32]) {
        self.constraint(at, Kind::IntEnum { values });
    }
}
