//! Times as values of models.

use pattern::{Caps, compile};

use crate::json::{self, Data};

/// RFC 3339, section 5.6.
const DATE_TIME: &str = r"^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:([0-5]\d|60)(\.\d+)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$";

/// RFC 9110, section 5.6.7, with fractions of seconds.
const HTTP_DATE: &str = r"^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), (0[1-9]|[12]\d|3[01]) (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} ([01]\d|2[0-3]):[0-5]\d:([0-5]\d|60)(\.\d+)? GMT$";

/// The seconds of the first and of the last moment that a timestamp can be: those of the years 1 and 9999.
const SECONDS: (i64, i64) = (-62_135_596_800, 253_402_300_799);

/// Whether a value is a time: seconds, or a text in one of the formats.
pub(crate) fn is_time(value: &Data) -> bool {
    match value {
        Data::Number(number) => {
            let number = json::decimal(number);
            number.compare(&SECONDS.0.into()).is_ge() && number.compare(&SECONDS.1.into()).is_le()
        }
        Data::String(text) => (accepts(DATE_TIME, text) && has_day(text)) || accepts(HTTP_DATE, text),
        _ => false,
    }
}

fn accepts(pattern: &str, text: &str) -> bool {
    let check = compile(pattern, &Caps::default()).expect("both are patterns, by the test").check;
    check.accepts(text)
}

/// Whether the month of a date has its day.
fn has_day(date: &str) -> bool {
    let number = |from: usize, to: usize| date.get(from..to).and_then(|digits| digits.parse::<u32>().ok());
    let (Some(year), Some(month), Some(day)) = (number(0, 4), number(5, 7), number(8, 10)) else {
        return false;
    };
    let is_leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    let days = match month {
        2 if is_leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    };
    year > 0 && day <= days
}

#[cfg(test)]
mod tests {
    use super::is_time;
    use crate::json::Data;

    #[test]
    fn times_and_what_is_none() {
        let is = |text: &str| is_time(&Data::String(text.to_owned()));
        for time in ["1985-04-12T23:20:50.52Z", "2000-02-29T00:00:00+01:00", "Tue, 29 Apr 2014 18:30:38 GMT"]
        {
            assert!(is(time), "{time}");
        }
        for other in
            ["yesterday", "2020-13-01T00:00:00Z", "1900-02-29T00:00:00Z", "0000-01-01T00:00:00Z", "0", ""]
        {
            assert!(!is(other), "{other}");
        }
        assert!(is_time(&Data::Number("-1.5".to_owned())));
        assert!(!is_time(&Data::Number("1e30".to_owned())));
    }
}
