//! How far a long command is, for people who watch.

use std::io::{IsTerminal, Write};
use std::sync::Mutex;
use std::time::{Duration, Instant};

/// How often the bar is drawn.
const PAUSE: Duration = Duration::from_millis(100);
const WIDTH: usize = 30;

/// A bar with rate and time to go on standard error, when that is a terminal. It goes away when it is dropped.
pub struct Bar {
    what: &'static str,
    shown: bool,
    began: Instant,
    drawn: Mutex<Option<Instant>>,
}

impl Bar {
    /// Of so many of `what`. How many there are is known only after a look at the keys, and says so.
    pub fn new(what: &'static str) -> Self {
        let shown = std::io::stderr().is_terminal();
        if shown {
            let _ = write!(std::io::stderr(), "looking at the keys that there are\x1b[K");
        }
        Self { what, shown, began: Instant::now(), drawn: Mutex::new(None) }
    }

    /// Draws it, not too often.
    pub fn show(&self, done: usize, total: usize, failed: usize) {
        if !self.shown {
            return;
        }
        let Ok(mut drawn) = self.drawn.lock() else { return };
        if drawn.is_some_and(|at| at.elapsed() < PAUSE) && done < total {
            return;
        }
        *drawn = Some(Instant::now());
        let line = line(self.what, done, total, failed, self.began.elapsed());
        let _ = write!(std::io::stderr(), "\r{line}\x1b[K");
    }
}

impl Drop for Bar {
    fn drop(&mut self) {
        if self.shown {
            let _ = write!(std::io::stderr(), "\r\x1b[K");
        }
    }
}

fn line(what: &str, done: usize, total: usize, failed: usize, elapsed: Duration) -> String {
    let full = (done * WIDTH).checked_div(total).unwrap_or(WIDTH);
    let bar: String = (0..WIDTH).map(|at| if at < full { '#' } else { '.' }).collect();
    let rate = done as f64 / elapsed.as_secs_f64().max(0.001);
    let left = if rate > 0.0 { (total.saturating_sub(done) as f64 / rate).ceil() } else { 0.0 };
    let failures = if failed > 0 { format!(", {failed} failed") } else { String::new() };
    format!(
        "[{bar}] {done} of {total} {what}, {rate:.0}/s, {}:{:02} to go{failures}",
        left as u64 / 60,
        left as u64 % 60
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bar_says_rate_and_time() {
        assert_eq!(
            line("tenants", 25, 100, 2, Duration::from_secs(50)),
            "[#######.......................] 25 of 100 tenants, 0/s, 2:30 to go, 2 failed"
        );
        assert!(line("tenants", 0, 0, 0, Duration::ZERO).ends_with("0 of 0 tenants, 0/s, 0:00 to go"));
    }
}
