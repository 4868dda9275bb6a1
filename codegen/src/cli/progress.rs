//! A sign of life on work that takes longer than a second.

use std::io::Write;
use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use super::args::{Format, Generate};
use super::output;

/// Ends the sign of life, and has its line wiped, when dropped.
pub(crate) struct Progress {
    end: Option<Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

/// After a second, says every second how long the work has taken; only to a person who watches.
pub(crate) fn start(args: &Generate) -> Option<Progress> {
    if args.quiet || args.format == Format::Json || !output::is_watched() {
        return None;
    }
    let (end, ended) = mpsc::channel::<()>();
    let work = move || {
        let mut seconds = 0;
        while let Err(RecvTimeoutError::Timeout) = ended.recv_timeout(Duration::from_secs(1)) {
            seconds += 1;
            let _ = write!(std::io::stderr(), "\rworking, {seconds} s");
        }
        if seconds > 0 {
            let _ = write!(std::io::stderr(), "\r                    \r");
        }
    };
    let thread = thread::Builder::new().spawn(work).ok()?;
    Some(Progress { end: Some(end), thread: Some(thread) })
}

impl Drop for Progress {
    fn drop(&mut self) {
        drop(self.end.take());
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}
