//! AWS's prices, all in one place. Source: <https://aws.amazon.com/kms/pricing/>, as of [`AS_OF`], US East (N. Virginia), US dollars.

/// When the figures were looked up.
pub(crate) const AS_OF: &str = "2026-06";

/// A key, for a month.
pub(crate) const KEY: f64 = 1.0;
/// What each rotation adds to a key's price for a month.
pub(crate) const ROTATION: f64 = 1.0;
/// Rotations beyond these add nothing.
pub(crate) const CHARGED_ROTATIONS: usize = 2;
/// 10,000 requests with symmetric keys.
pub(crate) const TEN_THOUSAND_REQUESTS: f64 = 0.03;
/// Requests in a month that cost nothing.
pub(crate) const FREE_REQUESTS: u64 = 20_000;

/// What a key costs in a month.
pub(crate) fn key(rotations: usize) -> f64 {
    KEY + ROTATION * rotations.min(CHARGED_ROTATIONS) as f64
}

/// What requests cost in a month.
pub(crate) fn requests(count: u64) -> f64 {
    count.saturating_sub(FREE_REQUESTS) as f64 / 10_000.0 * TEN_THOUSAND_REQUESTS
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rotations_add_up_to_three_dollars() {
        assert_eq!([0, 1, 2, 3].map(key), [1.0, 2.0, 3.0, 3.0]);
    }

    #[test]
    fn the_first_requests_are_free() {
        assert_eq!(requests(20_000), 0.0);
        assert!((requests(1_020_000) - 3.0).abs() < 1e-9);
    }
}
