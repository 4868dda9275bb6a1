//! Any path, query, headers and body, read as messages whose members are bound to parts of HTTP, or as answers in XML: an
//! output, an input, an error or a refusal, never a panic.

#![no_main]

use libfuzzer_sys::fuzz_target;
use smithygen_fuzz::{aws_query, ec2_query, rest_json};

/// The headers of a message: names and values.
type Headers<'a> = Vec<(&'a str, &'a str)>;

fuzz_target!(|input: (u16, &str, &str, Headers<'_>, &[u8])| {
    let (status, method, uri, headers, body) = input;
    served(method, uri, &headers, body);
    answered(status, &headers, body);
});

fn served(method: &str, uri: &str, headers: &Headers<'_>, body: &[u8]) {
    use rest_json::wire::{Operation, Request, Router};
    use rest_json::{Call, CallOutput, Nest, NestOutput, Upload, UploadOutput};

    let router = Router::new()
        .operation::<Call>(|input| Ok(CallOutput { inner: input.inner, ..CallOutput::default() }))
        .operation::<Upload>(|_| Ok(UploadOutput::default()))
        .operation::<Nest>(|input| Ok(NestOutput { inner: input.inner }));
    let headers = headers.iter().copied().collect();
    let method = method.to_owned().into();
    let request = Request { method, uri: uri.to_owned(), headers, body: body.to_vec() };
    let _ = router.respond(&request);
    let _ = Call::read_request(&request).map_err(|error| (error.to_string(), error.to_response()));
}

fn answered(status: u16, headers: &Headers<'_>, body: &[u8]) {
    macro_rules! answered {
        ($service:ident) => {
            use $service::wire::Operation as _;
            let headers = headers.iter().copied().collect();
            let _ = $service::Call::response(status, &headers, body).map_err(|error| error.to_string());
        };
    }
    {
        answered!(rest_json);
    }
    {
        answered!(aws_query);
    }
    {
        answered!(ec2_query);
    }
}
