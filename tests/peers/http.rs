//! An HTTP server for one test: on a free port of the loopback interface, one request after the other.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use cognito_identity_provider::wire::{Headers, Request, Response};

/// How long a client may take for a request.
const PATIENCE: Duration = Duration::from_secs(10);

/// A server, which stops when it goes out of scope.
pub struct Server {
    address: SocketAddr,
    stop: Arc<AtomicBool>,
    thread: Option<JoinHandle<()>>,
}

impl Server {
    /// Starts to answer requests with a function.
    pub fn start(respond: impl Fn(&Request) -> Response + Send + 'static) -> io::Result<Self> {
        let listener = TcpListener::bind("127.0.0.1:0")?;
        let (address, stop) = (listener.local_addr()?, Arc::new(AtomicBool::new(false)));
        let stopped = Arc::clone(&stop);
        let serve = move || {
            for stream in listener.incoming().take_while(|_| !stopped.load(Ordering::Relaxed)) {
                // A client that gives up is no fault of the server.
                let _ = stream.and_then(|stream| answer(&stream, &respond));
            }
        };
        Ok(Self { address, stop, thread: Some(thread::spawn(serve)) })
    }

    /// Where it is reached.
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.stop.store(true, Ordering::Relaxed);
        // The thread waits for a connection.
        let _ = TcpStream::connect(self.address);
        if let Some(thread) = self.thread.take() {
            thread.join().expect("the server does not panic");
        }
    }
}

fn answer(stream: &TcpStream, respond: &impl Fn(&Request) -> Response) -> io::Result<()> {
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.set_write_timeout(Some(PATIENCE))?;
    let Response { status, headers, body } = respond(&read(stream)?);
    let mut out = format!("HTTP/1.1 {status} -\r\ncontent-length: {}\r\nconnection: close\r\n", body.len());
    for (name, value) in headers.iter() {
        out.push_str(&format!("{name}: {value}\r\n"));
    }
    out.push_str("\r\n");
    let mut stream = stream;
    stream.write_all(&[out.as_bytes(), &body].concat())
}

fn read(stream: &TcpStream) -> io::Result<Request> {
    let mut reader = BufReader::new(stream.take(1 << 20));
    let mut lines = Vec::new();
    loop {
        let mut line = String::new();
        reader.read_line(&mut line)?;
        match line.trim_end() {
            "" => break,
            line => lines.push(line.to_owned()),
        }
    }
    let mut first = lines.first().map(String::as_str).unwrap_or_default().split(' ').map(str::to_owned);
    let (method, uri) = (first.next().unwrap_or_default(), first.next().unwrap_or_default());
    let headers = lines.iter().skip(1).filter_map(|line| line.split_once(':'));
    let headers: Headers = headers.map(|(name, value)| (name, value.trim())).collect();
    let length = headers.get("content-length").and_then(|length| length.parse().ok()).unwrap_or(0);
    let mut body = vec![0; length.min(1 << 20)];
    reader.read_exact(&mut body)?;
    Ok(Request { method: method.into(), uri, headers, body })
}
