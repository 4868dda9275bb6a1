//! Feeds arbitrary answers to crates that read XML as clients.

/// The functions that feed one crate.
macro_rules! answers {
    ($service:ident, $result:expr) => {
        pub mod $service {
            use ::$service::wire::{Headers, Operation};
            use ::$service::Call;

            use crate::count::measured;
            use crate::random::Random;

            /// An answer with the members of a result.
            fn answer(members: &str) -> Vec<u8> {
                let (start, end) = $result;
                [start, members, end].concat().into_bytes()
            }

            /// What stands in the texts of an error.
            fn refused(body: &[u8]) -> String {
                let error = Call::response(200, &Headers::new(), body).expect_err("it is no answer");
                format!("{error} {error:?}")
            }

            pub fn run(random: &mut Random) {
                let inner = "<text>a &lt;&#x1F600;</text><blob>AAEC</blob><time>2026-11-28T00:00:00Z</time>\
                    <choice><text>t</text></choice><counts><entry><key>SOUR</key><value>1</value></entry></counts>\
                    <list><member><flag>true</flag></member><member/></list>";
                let good = answer(&format!("<!-- a --><inner a='b'>{inner}<inner>{inner}</inner></inner>"));
                let read = Call::response(200, &Headers::new(), &good).expect("it is an answer");
                let depth_two = read.inner.and_then(|inner| inner.inner).expect("it is there");
                assert_eq!(depth_two.text.as_deref(), Some("a <\u{1f600}"));
                let error = "<ErrorResponse><Error><Code>Refused</Code><Message>no</Message></Error></ErrorResponse>";
                let written = [good, error.as_bytes().to_vec(), answer("")];
                for _ in 0..crate::INPUTS {
                    let body = crate::body(random, &written);
                    let status = [200, 400][random.below(2)];
                    let ((), allocated) = measured(|| {
                        if let Err(error) = Call::response(status, &Headers::new(), &body) {
                            let _ = (error.to_string(), format!("{error:?}"));
                        }
                    });
                    assert!(allocated < 100_000 + 4000 * body.len(), "{allocated} bytes for {body:x?}");
                }
                let deep = answer(&"<inner>".repeat(10_000));
                assert!(refused(&deep).contains("nested deeper than 128 levels"), "{}", refused(&deep));
                let unknown = answer(&"<unknown>".repeat(10_000));
                assert!(refused(&unknown).contains("nested deeper than 128 levels"));
                for hostile in ["<!DOCTYPE a>", "<inner><text>&b;</text></inner>", "<inner><text>&#0;</text></inner>"]
                {
                    refused(&answer(hostile));
                }
                refused(b"<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>");
                let attributes: String = (0..200_000).map(|number| format!(" a{number}=''")).collect();
                let text = "x".repeat(20_000_000);
                for members in [format!("<inner{attributes}/>"), format!("<inner><text>{text}</text></inner>")] {
                    let body = answer(&members);
                    let (read, allocated) = measured(|| Call::response(200, &Headers::new(), &body));
                    assert!(read.is_ok(), "it is an answer");
                    assert!(allocated < 3 * body.len(), "{allocated} bytes for {}", body.len());
                }
            }
        }
    };
}

answers!(
    aws_query,
    ("<CallResponse xmlns=\"http://example.com/\"><CallResult>", "</CallResult></CallResponse>")
);
answers!(ec2_query, ("<CallResponse xmlns=\"http://example.com/\">", "<requestId>a</requestId></CallResponse>"));
answers!(rest_xml, ("<CallOutput xmlns=\"http://example.com/\">", "</CallOutput>"));
