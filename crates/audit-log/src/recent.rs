use std::collections::HashSet;

use crate::line::hash;

/// The event ids of the active segment and the one before, as the first half of their SHA-256.
#[derive(Default)]
pub(crate) struct RecentIds {
    current: HashSet<[u8; 16]>,
    before: HashSet<[u8; 16]>,
}

impl RecentIds {
    pub fn insert(&mut self, event_id: &str) {
        self.current.insert(short(event_id));
    }

    pub fn contains(&self, event_id: &str) -> bool {
        let id = short(event_id);
        self.current.contains(&id) || self.before.contains(&id)
    }

    /// A new segment begins.
    pub fn roll_over(&mut self) {
        self.before = std::mem::take(&mut self.current);
    }

    pub fn forget_current(&mut self) {
        self.current.clear();
    }
}

fn short(event_id: &str) -> [u8; 16] {
    let mut short = [0; 16];
    short.copy_from_slice(hash(event_id.as_bytes()).first_chunk::<16>().unwrap_or(&[0; 16]));
    short
}
