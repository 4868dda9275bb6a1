//! Timestamps: the three formats, the calendar, the system's clock.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use crate::runtime::smithy::TimestampFormat::{DateTime, EpochSeconds, HttpDate};
use crate::runtime::smithy::{InvalidTimestamp, Timestamp};

/// Seconds, nanoseconds and the three texts.
const VECTORS: [(i64, u32, &str, &str, &str); 13] = [
    (0, 0, "0", "1970-01-01T00:00:00Z", "Thu, 01 Jan 1970 00:00:00 GMT"),
    (784_111_777, 0, "784111777", "1994-11-06T08:49:37Z", "Sun, 06 Nov 1994 08:49:37 GMT"),
    (1_398_796_238, 500_000_000, "1398796238.5", "2014-04-29T18:30:38.5Z", "Tue, 29 Apr 2014 18:30:38.5 GMT"),
    (951_782_400, 0, "951782400", "2000-02-29T00:00:00Z", "Tue, 29 Feb 2000 00:00:00 GMT"),
    (951_868_799, 0, "951868799", "2000-02-29T23:59:59Z", "Tue, 29 Feb 2000 23:59:59 GMT"),
    (951_868_800, 0, "951868800", "2000-03-01T00:00:00Z", "Wed, 01 Mar 2000 00:00:00 GMT"),
    (
        1_709_164_800,
        1,
        "1709164800.000000001",
        "2024-02-29T00:00:00.000000001Z",
        "Thu, 29 Feb 2024 00:00:00.000000001 GMT",
    ),
    (-1, 0, "-1", "1969-12-31T23:59:59Z", "Wed, 31 Dec 1969 23:59:59 GMT"),
    (-1, 750_000_000, "-0.25", "1969-12-31T23:59:59.75Z", "Wed, 31 Dec 1969 23:59:59.75 GMT"),
    (-2_208_988_800, 0, "-2208988800", "1900-01-01T00:00:00Z", "Mon, 01 Jan 1900 00:00:00 GMT"),
    (-62_135_596_800, 0, "-62135596800", "0001-01-01T00:00:00Z", "Mon, 01 Jan 0001 00:00:00 GMT"),
    (
        253_402_300_799,
        999_999_999,
        "253402300799.999999999",
        "9999-12-31T23:59:59.999999999Z",
        "Fri, 31 Dec 9999 23:59:59.999999999 GMT",
    ),
    (4_107_542_400, 0, "4107542400", "2100-03-01T00:00:00Z", "Mon, 01 Mar 2100 00:00:00 GMT"),
];

#[test]
fn vectors_hold_both_ways_in_every_format() {
    for (seconds, nanos, epoch, date_time, http_date) in VECTORS {
        let timestamp = Timestamp::from_secs_and_nanos(seconds, nanos);
        for (format, text) in [(EpochSeconds, epoch), (DateTime, date_time), (HttpDate, http_date)] {
            assert_eq!(timestamp.format(format), text);
            assert_eq!(Timestamp::parse(text, format), Ok(timestamp), "{text}");
        }
        assert_eq!(timestamp.to_string(), date_time);
        assert_eq!(date_time.parse(), Ok(timestamp));
    }
}

#[test]
fn every_day_of_eight_centuries_follows_the_one_before() {
    let (mut year, mut month, mut day) = (1600, 1, 1);
    let first = Timestamp::parse("1600-01-01T00:00:00Z", DateTime).expect("the day exists").secs();
    for count in 0..146_097 * 2 {
        let text = format!("{year:04}-{month:02}-{day:02}T00:00:00Z");
        let timestamp = Timestamp::from_secs(first + count * 86_400);
        assert_eq!(timestamp.to_string(), text);
        assert_eq!(text.parse(), Ok(timestamp));
        day += 1;
        if format!("{year:04}-{month:02}-{day:02}T00:00:00Z").parse::<Timestamp>().is_err() {
            (month, day) = (month + 1, 1);
        }
        if month > 12 {
            (year, month) = (year + 1, 1);
        }
    }
    assert_eq!((year, month, day), (2400, 1, 1));
}

#[test]
fn other_spellings_are_read() {
    let cases = [
        ("1996-12-19T16:39:57-08:00", DateTime, 851_042_397, 0),
        ("1937-01-01T12:00:27.87+00:20", DateTime, -1_041_337_173, 870_000_000),
        ("1985-04-12t23:20:50.52z", DateTime, 482_196_050, 520_000_000),
        ("1990-12-31T23:59:60Z", DateTime, 662_688_000, 0),
        ("2014-04-29T18:30:38.1234567899Z", DateTime, 1_398_796_238, 123_456_789),
        ("Mon, 29 Apr 2014 18:30:38 GMT", HttpDate, 1_398_796_238, 0),
        ("1795392866.131", EpochSeconds, 1_795_392_866, 131_000_000),
        ("1795392995.0", EpochSeconds, 1_795_392_995, 0),
        ("1.5e9", EpochSeconds, 1_500_000_000, 0),
        ("-1.5e-9", EpochSeconds, -1, 999_999_998),
        ("1e-30", EpochSeconds, 0, 0),
        ("0.1234567891", EpochSeconds, 0, 123_456_789),
    ];
    for (text, format, seconds, nanos) in cases {
        let expected = Timestamp::from_secs_and_nanos(seconds, nanos);
        assert_eq!(Timestamp::parse(text, format), Ok(expected), "{text}");
    }
}

const WRONG_DATE_TIMES: [&str; 23] = [
    "",
    "2014-04-29",
    "2014-04-29T18:30:38",
    "2014-04-29 18:30:38Z",
    "2014-4-29T18:30:38Z",
    "2014-13-01T00:00:00Z",
    "2014-00-01T00:00:00Z",
    "2014-01-00T00:00:00Z",
    "2014-04-31T00:00:00Z",
    "2023-02-29T00:00:00Z",
    "1900-02-29T00:00:00Z",
    "2014-04-29T24:00:00Z",
    "2014-04-29T18:60:00Z",
    "2014-04-29T18:30:61Z",
    "2014-04-29T18:30:38.Z",
    "2014-04-29T18:30:38Zx",
    "2014-04-29T18:30:38+1:00",
    "2014-04-29T18:30:38+24:00",
    "2014-04-29T18:30:38+00:60",
    "+014-04-29T18:30:38Z",
    "2014-04-29T18:30:38\u{e9}",
    "\u{e9}014-04-29T18:30:38Z",
    "1398796238",
];

const WRONG_HTTP_DATES: [&str; 11] = [
    "",
    "Tue, 29 Apr 2014 18:30:38",
    "Tue, 29 Apr 2014 18:30:38 UTC",
    "Tue, 9 Apr 2014 18:30:38 GMT",
    "Tuesday, 29-Apr-14 18:30:38 GMT",
    "Tue Apr 29 18:30:38 2014",
    "Xxx, 29 Apr 2014 18:30:38 GMT",
    "Tue, 29 Foo 2014 18:30:38 GMT",
    "Tue, 31 Apr 2014 18:30:38 GMT",
    "Tue, 29 Apr 2014 18:30:38. GMT",
    "tue, 29 apr 2014 18:30:38 gmt",
];

const WRONG_NUMBERS: [&str; 9] =
    ["", "x", "1 ", "+1", "0x1", "NaN", "1e30", "1e99999999999999999999", "2014-04-29T18:30:38Z"];

#[test]
fn wrong_texts_are_refused() {
    for (format, texts) in
        [(DateTime, &WRONG_DATE_TIMES[..]), (HttpDate, &WRONG_HTTP_DATES), (EpochSeconds, &WRONG_NUMBERS)]
    {
        for text in texts {
            assert_eq!(Timestamp::parse(text, format), Err(InvalidTimestamp::Text(format)), "{text}");
        }
    }
}

#[test]
fn the_ends_of_time_are_written_without_panic() {
    for seconds in [i64::MIN, i64::MIN + 1, i64::MAX - 1, i64::MAX, -62_167_219_201, 253_402_300_800] {
        let timestamp = Timestamp::from_secs_and_nanos(seconds, u32::MAX);
        let epoch = timestamp.format(EpochSeconds);
        assert_eq!(Timestamp::parse(&epoch, EpochSeconds), Ok(timestamp), "{epoch}");
        assert!(!timestamp.format(HttpDate).is_empty());
    }
    assert_eq!(Timestamp::from_secs(253_402_300_800).to_string(), "+10000-01-01T00:00:00Z");
    assert_eq!(Timestamp::from_secs(-62_167_219_201).to_string(), "-0001-12-31T23:59:59Z");
}

#[test]
fn parts_go_in_and_come_out() {
    assert_eq!(Timestamp::from_millis(-1), Timestamp::from_secs_and_nanos(-1, 999_000_000));
    assert_eq!(
        Timestamp::from_secs_and_nanos(1, 2_500_000_000),
        Timestamp::from_secs_and_nanos(3, 500_000_000)
    );
    let timestamp = Timestamp::from_millis(1500);
    assert_eq!(
        (timestamp.secs(), timestamp.subsec_nanos(), timestamp.to_millis()),
        (1, 500_000_000, Some(1500))
    );
    assert_eq!(Timestamp::from_millis(-1).to_millis(), Some(-1));
    assert_eq!(Timestamp::from_secs(i64::MAX).to_millis(), None);
    assert!(Timestamp::from_millis(-1) < Timestamp::default() && Timestamp::default() < timestamp);
}

#[test]
fn the_clock_of_the_system_comes_back() {
    for (before, after) in [(0, 0), (0, 1_398_796_238), (10, 0)] {
        let time = UNIX_EPOCH - Duration::from_secs(before) + Duration::new(after, 250_000_000);
        let timestamp = Timestamp::from(time);
        assert_eq!(timestamp.subsec_nanos(), 250_000_000);
        assert_eq!(SystemTime::try_from(timestamp), Ok(time));
    }
}
