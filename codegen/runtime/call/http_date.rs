//! Dates in headers.

/// The months as dates write them.
const MONTHS: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// The seconds from 1970 to an HTTP date in any of its three forms (RFC 9110, section 5.6.7); none before 1970.
pub(super) fn seconds(date: &str) -> Option<u64> {
    let parts: Vec<&str> = date.split([' ', ',', '-', ':']).filter(|part| !part.is_empty()).collect();
    let (day, month, year, time) = match parts.as_slice() {
        [_, day, month, year, hour, minute, second, "GMT"] => (day, month, year, [hour, minute, second]),
        [_, month, day, hour, minute, second, year] => (day, month, year, [hour, minute, second]),
        _ => return None,
    };
    let number = |text: &str, most: u64| text.parse().ok().filter(|number: &u64| *number <= most);
    let year = match (year.len(), number(year, 9999)?) {
        (2, year) if year < 70 => 2000 + year,
        (2, year) => 1900 + year,
        (_, year) => year,
    };
    let month = MONTHS.iter().position(|name| name == month)?;
    let day = number(day, 31)?.checked_sub(1)?;
    let [hour, minute, second] = [number(time[0], 23)?, number(time[1], 59)?, number(time[2], 60)?];
    Some((days(year, month)? + day) * 86_400 + hour * 3600 + minute * 60 + second)
}

/// The days from 1970 to the first of a month of this year, counted from 0.
fn days(year: u64, month: usize) -> Option<u64> {
    let before = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334][month];
    // The years that are over by the end of February.
    let past = if month < 2 { year.checked_sub(1)? } else { year };
    let leap_days = |past: u64| past / 4 - past / 100 + past / 400;
    Some(year.checked_sub(1970)? * 365 + before + leap_days(past) - leap_days(1969))
}
