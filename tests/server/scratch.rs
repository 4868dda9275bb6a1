//! A server of the library, as its users write one: a router, and what answers each operation.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};

use library::operation::get_book::GetBookError;
use library::validation::{self, Policy};
use library::wire::{Operation, Request, Response, Router};
use library::{
    Book, GetBook, LendBook, LendBookOutput, ListBooks, ListBooksOutput, ListShelves, ListShelvesOutput, NotFound, OpenShelf,
    PutBook, PutCover, PutCoverOutput, RemoveBook, RemoveBookOutput, Shelf,
};

fn router() -> Router<'static> {
    Router::new()
        .operation::<GetBook>(|input| match &*input.isbn {
            "0" => Err(GetBookError::NotFound(Box::new(NotFound {
                message: "no such book".to_owned(),
                isbn: Some(input.isbn),
            }))),
            _ => Ok(Book { isbn: Some(input.isbn), ..Book::default() }),
        })
        .route::<PutBook>(put_book)
        .operation::<RemoveBook>(|_| Ok(RemoveBookOutput {}))
        .operation::<ListBooks>(|input| {
            let titles = [input.authors, input.languages].into_iter().flatten().flatten().collect();
            Ok(ListBooksOutput { titles: Some(titles), total: input.limit })
        })
        .operation::<PutCover>(|input| Ok(PutCoverOutput { picture: Some(input.picture) }))
        .operation::<LendBook>(|input| Ok(LendBookOutput { until: input.until, since: input.since }))
        .operation::<OpenShelf>(|input| Ok(Shelf { path: Some(input.path) }))
        .operation::<ListShelves>(|input| Ok(ListShelvesOutput { paths: Some(vec![input.path]) }))
}

/// Answers one operation that keeps what the model promises: every constraint is checked.
fn put_book(request: &Request) -> Response {
    match validation::read_request::<PutBook>(request, &Policy::new().strict()) {
        Ok(input) => PutBook::write_response(&Book {
            isbn: Some(input.isbn),
            title: Some(input.title),
            pages: input.pages,
        }),
        Err(error) => error.to_response(),
    }
}

/// Reads a request from a connection: its first line, its headers, and as much of a body as they state.
fn receive(stream: &mut BufReader<&TcpStream>) -> std::io::Result<Request> {
    let mut lines = Vec::new();
    loop {
        let mut line = String::new();
        stream.read_line(&mut line)?;
        match line.trim_end() {
            "" => break,
            line => lines.push(line.to_owned()),
        }
    }
    let mut first = lines[0].split(' ').map(str::to_owned);
    let mut next = || first.next().expect("a request has a method and a target");
    let (method, uri) = (next(), next());
    let header = |line: &String| line.split_once(':').map(|(name, value)| (name.to_owned(), value.trim().to_owned()));
    let headers: library::wire::Headers = lines[1..].iter().filter_map(header).collect();
    let length = headers.get("content-length").and_then(|length| length.parse().ok()).unwrap_or(0);
    let mut body = vec![0; length];
    stream.read_exact(&mut body)?;
    Ok(Request { method: method.into(), uri, headers, body })
}

fn send(mut stream: &TcpStream, response: &Response) -> std::io::Result<()> {
    write!(stream, "HTTP/1.1 {}\r\n", response.status)?;
    for (name, value) in response.headers.iter() {
        write!(stream, "{name}: {value}\r\n")?;
    }
    write!(stream, "content-length: {}\r\n\r\n", response.body.len())?;
    stream.write_all(&response.body)
}

fn main() -> std::io::Result<()> {
    let router = router();
    let listener = TcpListener::bind("127.0.0.1:0")?;
    println!("{}", listener.local_addr()?);
    for stream in listener.incoming() {
        let stream = stream?;
        let request = receive(&mut BufReader::new(&stream))?;
        send(&stream, &router.respond(&request))?;
    }
    Ok(())
}
