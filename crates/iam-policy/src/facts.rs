//! What patterns and conditions are compared with, and what comparing may cost.

use std::cell::Cell;

use crate::Context;

/// How many steps one decision may take. A step is one comparison of a pattern's piece, or [`SEARCHED_PER_STEP`] bytes that were searched
/// for one: some 20 nanoseconds. The whole budget is about 10 milliseconds of one processor.
///
/// The work of a decision grows with the product of what its policies say and what its request brings, both of which may be an
/// attacker's: thousands of patterns against thousands of values would keep a processor busy for seconds. Policies that people write
/// need some thousands of steps; the largest that AWS's quotas allow, all of whose patterns are compared with a long name, stay far below.
pub(crate) const STEPS: u32 = 500_000;

/// How many bytes are searched in the time of one comparison.
pub(crate) const SEARCHED_PER_STEP: usize = 16;

/// The context of a request, and how many steps are left.
pub(crate) struct Facts<'a> {
    pub context: &'a Context,
    steps: Cell<u32>,
}

impl<'a> Facts<'a> {
    pub(crate) fn new(context: &'a Context, steps: u32) -> Self {
        Self { context, steps: Cell::new(steps) }
    }

    /// Whether `steps` more could be taken. From the first time on that they could not, nothing can: comparisons end without a
    /// meaning, and whoever decides must look at [`Self::is_exhausted`] before using them.
    pub(crate) fn take(&self, steps: usize) -> bool {
        let left = u32::try_from(steps).ok().and_then(|steps| self.steps.get().checked_sub(steps));
        self.steps.set(left.unwrap_or(0));
        left.is_some_and(|left| left > 0)
    }

    pub(crate) fn is_exhausted(&self) -> bool {
        self.steps.get() == 0
    }
}
