//! Any path, query, headers and body, read as messages whose members are bound to parts of HTTP, or as answers in XML: an
//! output, an input, an error or a refusal, never a panic.

#![no_main]

use libfuzzer_sys::fuzz_target;

/// What stands in a request or in a response.
type Message<'a> = (u16, &'a str, &'a str, Vec<(&'a str, &'a str)>, &'a [u8]);

/// Reads a message as the client of a module does.
macro_rules! answered {
    ($service:ident, $message:expr) => {{
        use smithygen_fuzz::$service::{Call, wire::Operation};

        let (status, _, _, headers, body) = $message;
        let headers = headers.iter().copied().collect();
        let _ = Call::response(*status, &headers, body).map_err(|error| error.to_string());
    }};
}

/// Reads a message as the server of a module does.
macro_rules! served {
    ($service:ident, $message:expr) => {{
        use smithygen_fuzz::$service::wire::{Operation, Request, Router};
        use smithygen_fuzz::$service::{Call, CallOutput, Nest, NestOutput, Upload, UploadOutput};

        let (_, method, uri, headers, body) = $message;
        let router = Router::new()
            .operation::<Call>(|input| Ok(CallOutput { inner: input.inner, ..CallOutput::default() }))
            .operation::<Upload>(|_| Ok(UploadOutput::default()))
            .operation::<Nest>(|input| Ok(NestOutput { inner: input.inner }));
        let method = (*method).to_owned().into();
        let headers = headers.iter().copied().collect();
        let request = Request { method, uri: (*uri).to_owned(), headers, body: body.to_vec() };
        let _ = router.respond(&request);
        let _ = Call::read_request(&request).map_err(|error| (error.to_string(), error.to_response()));
    }};
}

fuzz_target!(|message: Message<'_>| {
    let message = &message;
    answered!(rest_json, message);
    answered!(rest_xml, message);
    answered!(aws_query, message);
    answered!(ec2_query, message);
    served!(rest_json, message);
    served!(rest_xml, message);
});
