//! Reading structures by tables of slots.

use std::collections::BTreeMap;

use crate::runtime::wire::{Mode, ObjectReader, ObjectWriter, Structure, from_json};

/// A structure that is read by a table of slots, as most are.
#[derive(Debug, Default, PartialEq)]
struct Seat {
    row: Option<String>,
    number: Option<i32>,
    guests: Option<BTreeMap<String, String>>,
}

impl Structure for Seat {
    fn write_members(&self, _: &mut ObjectWriter<'_>) {}

    fn read_members(object: &mut ObjectReader<'_, '_>) -> Self {
        let mut read = Self::default();
        object.sensitive(&["Guests"]);
        object.members(&mut [
            ("Row", &mut read.row),
            ("Number", &mut read.number),
            ("Guests", &mut read.guests),
        ]);
        read
    }
}

fn lenient(text: &str) -> Seat {
    from_json(text, Mode::Lenient).unwrap_or_else(|error| panic!("{text}: {error}"))
}

#[test]
fn members_find_their_slots_in_any_order() {
    let seat = Seat { row: Some("C".to_owned()), number: Some(7), guests: Some(BTreeMap::new()) };
    let orders = [
        r#"{"Row":"C","Number":7,"Guests":{}}"#,
        r#"{"Guests":{},"Number":7,"Row":"C"}"#,
        r#"{"Number":7,"Row":"C","Guests":{}}"#,
        r#"{"Guests":{},"Row":"C","Number":7}"#,
        r#"{"row":1,"Guests":{},"Rows":{"Row":"D"},"Row":"C","":0,"Number":7}"#,
        r#"{"Number":6,"Row":"C","Number":7,"Guests":{"a":"b"},"Guests":{}}"#,
    ];
    for text in orders {
        assert_eq!(lenient(text), seat, "{text}");
    }
    assert_eq!(lenient(r#"{"Row":"C","Row":null}"#), Seat::default());
    let wrong = r#"{"Number":"7","Guests":{"Ada":1}}"#;
    let (number, guests) = (
        "expected an integer from -2147483648 to 2147483647 at '/Number'",
        "expected a string at '/Guests/*'",
    );
    let error = from_json::<Seat>(wrong, Mode::Lenient).expect_err("two members are wrong");
    assert_eq!(error.to_string(), format!("{number}\n{guests}"));
}
