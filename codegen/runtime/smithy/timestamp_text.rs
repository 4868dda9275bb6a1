//! The texts of timestamps, and the calendar behind them.

use super::digits::push_integer;
use super::number::{is_number, scaled};
use super::timestamp::Timestamp;

const SECONDS_PER_DAY: i64 = 86_400;
/// Days from the first of March of the year 0 to the first of January 1970, by the Gregorian calendar.
const DAYS_TO_1970: i64 = 719_468;
/// The Gregorian calendar repeats after 400 years.
const DAYS_PER_CYCLE: i64 = 146_097;
/// Beginning with that of 1 January 1970.
const WEEKDAYS: [&str; 7] = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"];
const MONTHS: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// A day of the calendar.
struct Date {
    year: i64,
    /// 1 to 12.
    month: i64,
    /// 1 to 31.
    day: i64,
}

impl Date {
    /// The day that is so many days after 1 January 1970.
    fn from_days(days: i64) -> Self {
        // Years that begin in March have their leap day at the end, so that all months have fixed places.
        let days = days + DAYS_TO_1970;
        let (cycle, day) = (days.div_euclid(DAYS_PER_CYCLE), days.rem_euclid(DAYS_PER_CYCLE));
        let year = (day - day / 1460 + day / 36_524 - day / 146_096) / 365;
        let day_of_year = day - (365 * year + year / 4 - year / 100);
        let month = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * month + 2) / 5 + 1;
        let (month, carry) = if month < 10 { (month + 3, 0) } else { (month - 9, 1) };
        Self { year: cycle * 400 + year + carry, month, day }
    }

    /// How many days after 1 January 1970 this is.
    fn to_days(&self) -> i64 {
        let (year, month) =
            if self.month > 2 { (self.year, self.month - 3) } else { (self.year - 1, self.month + 9) };
        let leap_days = year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400);
        let day_of_year = (153 * month + 2) / 5 + self.day - 1;
        365 * year + leap_days + day_of_year - DAYS_TO_1970
    }

    fn exists(&self) -> bool {
        let leap = self.year % 4 == 0 && (self.year % 100 != 0 || self.year % 400 == 0);
        let days = match self.month {
            2 => 28 + i64::from(leap),
            4 | 6 | 9 | 11 => 30,
            1..=12 => 31,
            _ => 0,
        };
        (1..=days).contains(&self.day)
    }
}

/// A time of day.
struct Time {
    /// Since midnight.
    seconds: i64,
    nanos: u32,
}

/// The point in time of a date and a time that is ahead of UTC by `offset` seconds.
fn timestamp(date: &Date, time: &Time, offset: i64) -> Option<Timestamp> {
    let seconds = date.to_days() * SECONDS_PER_DAY + time.seconds - offset;
    date.exists().then(|| Timestamp::from_secs_and_nanos(seconds, time.nanos))
}

/// Seconds as a decimal number.
pub(super) fn epoch_seconds(timestamp: Timestamp) -> String {
    if timestamp.secs() >= 0 || timestamp.subsec_nanos() == 0 {
        let mut text = String::with_capacity(20);
        push_integer(&mut text, timestamp.secs());
        push_fraction(&mut text, timestamp.subsec_nanos());
        return text;
    }
    let nanoseconds = i128::from(timestamp.secs()) * 1_000_000_000 + i128::from(timestamp.subsec_nanos());
    let sign = if nanoseconds < 0 { "-" } else { "" };
    let size = nanoseconds.unsigned_abs();
    format!("{sign}{}{}", size / 1_000_000_000, fraction((size % 1_000_000_000) as u32))
}

/// RFC 3339 in UTC.
pub(super) fn date_time(timestamp: Timestamp) -> String {
    let Date { year, month, day } = Date::from_days(timestamp.secs().div_euclid(SECONDS_PER_DAY));
    let (time, year) = (time_of_day(timestamp), year_text(year));
    format!("{year}-{month:02}-{day:02}T{time}Z")
}

/// The fixed-length format of RFC 9110 section 5.6.7, with a fraction where there is one.
pub(super) fn http_date(timestamp: Timestamp) -> String {
    let days = timestamp.secs().div_euclid(SECONDS_PER_DAY);
    let Date { year, month, day } = Date::from_days(days);
    let weekday = WEEKDAYS[days.rem_euclid(7) as usize];
    let month = MONTHS[month as usize - 1];
    let (time, year) = (time_of_day(timestamp), year_text(year));
    format!("{weekday}, {day:02} {month} {year} {time} GMT")
}

fn year_text(year: i64) -> String {
    if (0..=9999).contains(&year) { format!("{year:04}") } else { format!("{year:+05}") }
}

fn time_of_day(timestamp: Timestamp) -> String {
    let seconds = timestamp.secs().rem_euclid(SECONDS_PER_DAY);
    let (hour, minute, second) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    format!("{hour:02}:{minute:02}:{second:02}{}", fraction(timestamp.subsec_nanos()))
}

/// Nanoseconds as the digits behind a point, if there are any.
fn fraction(nanos: u32) -> String {
    let mut text = String::new();
    push_fraction(&mut text, nanos);
    text
}

/// Writes nanoseconds behind a text, as the digits behind a point, if there are any.
fn push_fraction(text: &mut String, mut nanos: u32) {
    if nanos > 0 {
        text.push('.');
    }
    while nanos > 0 {
        text.extend(char::from_digit(nanos / 100_000_000, 10));
        nanos = nanos % 100_000_000 * 10;
    }
}

/// Reads a decimal number of seconds.
pub(super) fn parse_epoch_seconds(text: &str) -> Option<Timestamp> {
    plain_seconds(text.as_bytes()).or_else(|| {
        let (nanoseconds, _) = is_number(text).then(|| scaled(text, 9))??;
        Timestamp::from_nanos(nanoseconds)
    })
}

/// Reads a number as most are: up to ten digits, the first of which is not zero, and up to nine behind a point.
fn plain_seconds(text: &[u8]) -> Option<Timestamp> {
    let (seconds, rest) = leading_digits(text, 10);
    let Some((b'.', fraction)) = rest.split_first() else {
        let is_plain = rest.is_empty() && matches!(text, [b'1'..=b'9', ..]);
        return is_plain.then(|| Timestamp::from_secs(seconds as i64));
    };
    let (nanos, rest) = leading_digits(fraction, 9);
    let is_plain = rest.is_empty() && !fraction.is_empty() && matches!(text, [b'1'..=b'9', ..]);
    let nanos = nanos * 10_u64.pow(9_u32.saturating_sub(fraction.len() as u32));
    is_plain.then(|| Timestamp::from_secs_and_nanos(seconds as i64, nanos as u32))
}

/// The number that a text begins with, of at most so many digits, and what comes behind it.
fn leading_digits(text: &[u8], most: usize) -> (u64, &[u8]) {
    let (mut value, mut rest) = (0, text);
    while let Some((digit @ b'0'..=b'9', behind)) = rest.split_first()
        && text.len() - rest.len() < most
    {
        value = value * 10 + u64::from(digit - b'0');
        rest = behind;
    }
    (value, rest)
}

/// Reads RFC 3339 with any offset.
pub(super) fn parse_date_time(text: &str) -> Option<Timestamp> {
    let mut cursor = Cursor { rest: text.as_bytes() };
    let year = cursor.digits(4)?;
    cursor.one_of(b"-")?;
    let month = cursor.digits(2)?;
    cursor.one_of(b"-")?;
    let day = cursor.digits(2)?;
    cursor.one_of(b"Tt")?;
    let time = cursor.time()?;
    let offset = cursor.offset()?;
    cursor.rest.is_empty().then_some(())?;
    timestamp(&Date { year, month, day }, &time, offset)
}

/// Reads the fixed-length format of RFC 9110; the name of the weekday need not be that of the date.
pub(super) fn parse_http_date(text: &str) -> Option<Timestamp> {
    let mut cursor = Cursor { rest: text.as_bytes() };
    cursor.name(&WEEKDAYS)?;
    cursor.literal(b", ")?;
    let day = cursor.digits(2)?;
    cursor.literal(b" ")?;
    let month = cursor.name(&MONTHS)? + 1;
    cursor.literal(b" ")?;
    let year = cursor.digits(4)?;
    cursor.literal(b" ")?;
    let time = cursor.time()?;
    cursor.literal(b" GMT")?;
    cursor.rest.is_empty().then_some(())?;
    timestamp(&Date { year, month, day }, &time, 0)
}

/// What is still to read of a text.
struct Cursor<'a> {
    rest: &'a [u8],
}

impl Cursor<'_> {
    fn literal(&mut self, literal: &[u8]) -> Option<()> {
        self.rest = self.rest.strip_prefix(literal)?;
        Some(())
    }

    fn one_of(&mut self, bytes: &[u8]) -> Option<u8> {
        let (&byte, rest) = self.rest.split_first()?;
        self.rest = rest;
        bytes.contains(&byte).then_some(byte)
    }

    /// A number of exactly `count` digits, which are few enough to fit.
    fn digits(&mut self, count: usize) -> Option<i64> {
        let (digits, rest) = self.rest.split_at_checked(count)?;
        self.rest = rest;
        digits
            .iter()
            .try_fold(0, |value, &digit| Some(value * 10 + i64::from(char::from(digit).to_digit(10)?)))
    }

    /// The place of the name that comes next.
    fn name(&mut self, names: &[&str]) -> Option<i64> {
        let (place, name) =
            names.iter().enumerate().find(|(_, name)| self.rest.starts_with(name.as_bytes()))?;
        self.literal(name.as_bytes())?;
        i64::try_from(place).ok()
    }

    /// `hh:mm:ss` and a fraction, if there is one. The second may be 60, as RFC 3339 has it for leap seconds.
    fn time(&mut self) -> Option<Time> {
        let hour = self.digits(2).filter(|&hour| hour < 24)?;
        self.literal(b":")?;
        let minute = self.digits(2).filter(|&minute| minute < 60)?;
        self.literal(b":")?;
        let second = self.digits(2).filter(|&second| second <= 60)?;
        let seconds = hour * 3600 + minute * 60 + second;
        Some(Time { seconds, nanos: self.fraction()? })
    }

    /// The nanoseconds of a fraction of a second: none without a point, and at least one digit behind it.
    fn fraction(&mut self) -> Option<u32> {
        if self.literal(b".").is_none() {
            return Some(0);
        }
        let count = self.rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
        let (digits, rest) = self.rest.split_at(count);
        self.rest = rest;
        let nine = digits.iter().copied().chain(std::iter::repeat(b'0')).take(9);
        let nanos = nine.fold(0, |nanos, digit| nanos * 10 + u32::from(digit - b'0'));
        (count > 0).then_some(nanos)
    }

    /// The seconds by which a local time is ahead of UTC: `Z` or `+hh:mm`.
    fn offset(&mut self) -> Option<i64> {
        let sign = match self.one_of(b"Zz+-")? {
            b'+' => 1,
            b'-' => -1,
            _ => return Some(0),
        };
        let hours = self.digits(2).filter(|&hours| hours < 24)?;
        self.literal(b":")?;
        let minutes = self.digits(2).filter(|&minutes| minutes < 60)?;
        Some(sign * (hours * 3600 + minutes * 60))
    }
}
