use std::collections::HashMap;
use std::net::{IpAddr, Ipv6Addr};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// Counts connections by the address that they come from.
#[derive(Clone)]
pub(crate) struct Addresses {
    most: usize,
    // INVARIANT: no count is zero.
    counted: Arc<Mutex<HashMap<IpAddr, usize>>>,
}

/// A connection that counts; dropped, it counts no more.
pub(crate) struct Counted {
    addresses: Addresses,
    network: IpAddr,
}

impl Addresses {
    /// At most so many connections from one address.
    pub(crate) fn new(most: usize) -> Self {
        Self { most, counted: Arc::default() }
    }

    /// One more connection from `address`; `None` when it has too many.
    pub(crate) fn count(&self, address: IpAddr) -> Option<Counted> {
        let network = network(address);
        let mut counted = self.lock();
        let count = counted.entry(network).or_default();
        if *count >= self.most.max(1) {
            return None;
        }
        *count += 1;
        drop(counted);
        Some(Counted { addresses: self.clone(), network })
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<IpAddr, usize>> {
        // Nothing panics while holding this lock, so what it guards is whole.
        self.counted.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Counted {
    fn drop(&mut self) {
        let mut counted = self.addresses.lock();
        if let Some(count) = counted.get_mut(&self.network) {
            *count -= 1;
            if *count == 0 {
                counted.remove(&self.network);
            }
        }
    }
}

/// What counts as one address: of IPv6, the 64 bits that a single host is free to vary do not matter.
fn network(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(address) => IpAddr::V6(Ipv6Addr::from_bits(address.to_bits() & !u128::from(u64::MAX))),
        address @ IpAddr::V4(_) => address,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn address(text: &str) -> IpAddr {
        text.parse().unwrap()
    }

    #[test]
    fn each_address_has_its_own_bound_and_nothing_is_kept() {
        let addresses = Addresses::new(2);
        let held: Vec<_> = ["192.0.2.1", "::ffff:192.0.2.1", "192.0.2.2"]
            .map(|text| addresses.count(address(text)).unwrap())
            .into_iter()
            .collect();
        assert!(addresses.count(address("192.0.2.1")).is_none());
        drop(held);
        assert!(addresses.count(address("192.0.2.1")).is_some());
        assert!(addresses.lock().is_empty());
    }

    #[test]
    fn a_host_with_many_ipv6_addresses_is_one() {
        let addresses = Addresses::new(1);
        let _held = addresses.count(address("2001:db8:0:1::1")).unwrap();
        assert!(addresses.count(address("2001:db8:0:1:ffff::2")).is_none());
        assert!(addresses.count(address("2001:db8:0:2::1")).is_some());
    }
}
