//! A line that shows progress when work takes longer than a second.

use std::io::Write;
use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use super::args::{GenerateArgs, ReportFormat};
use super::output;

/// Stops the progress line, and clears it, when dropped.
pub(crate) struct Progress {
    stop: Option<Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

/// Prints every second how long the work has taken so far, on terminals only.
pub(crate) fn start(args: &GenerateArgs) -> Option<Progress> {
    if args.quiet || args.format == ReportFormat::Json || !output::is_terminal() {
        return None;
    }
    let (stop, stopped) = mpsc::channel::<()>();
    let work = move || {
        let mut seconds = 0;
        while let Err(RecvTimeoutError::Timeout) = stopped.recv_timeout(Duration::from_secs(1)) {
            seconds += 1;
            let _ = write!(std::io::stderr(), "\rworking, {seconds} s");
        }
        if seconds > 0 {
            let _ = write!(std::io::stderr(), "\r                    \r");
        }
    };
    let thread = thread::Builder::new().spawn(work).ok()?;
    Some(Progress { stop: Some(stop), thread: Some(thread) })
}

impl Drop for Progress {
    fn drop(&mut self) {
        drop(self.stop.take());
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}
