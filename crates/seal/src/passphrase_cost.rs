use std::str::FromStr;

use argon2::{Algorithm, Argon2, Block, Params, Version};
use secret::{SecretArray, SecretString};
use zeroize::Zeroizing;

use crate::Error;

/// What a guess of the passphrase costs: the parameters of Argon2id.
///
/// Bounds: at least what the OWASP Password Storage Cheat Sheet asks for (35 MiB of memory filled, in all passes together), at most
/// 2 GiB of memory and 8 GiB filled, so that a hostile file cannot exhaust memory or time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PassphraseCost {
    /// Memory, in KiB: RFC 9106's m.
    pub memory_kib: u32,
    /// Passes over the memory: RFC 9106's t.
    pub passes: u32,
    /// Lanes: RFC 9106's p. Computed one after the other here; it is part of the result all the same.
    pub lanes: u32,
}

impl PassphraseCost {
    /// The second recommended option of RFC 9106 section 4: 64 MiB, 3 passes, 4 lanes.
    pub const RECOMMENDED: Self = Self { memory_kib: 64 * 1024, passes: 3, lanes: 4 };

    /// Which bound these costs break, if any.
    pub(crate) fn check(self) -> Result<(), &'static str> {
        let filled = u64::from(self.memory_kib) * u64::from(self.passes);
        if !(1..=16).contains(&self.lanes) {
            Err("lanes must be 1 to 16")
        } else if !(1..=16).contains(&self.passes) {
            Err("passes must be 1 to 16")
        } else if !(7 * MIB..=2 * GIB).contains(&self.memory_kib) {
            Err("memory must be 7 MiB to 2 GiB")
        } else if filled < u64::from(35 * MIB) {
            Err("memory times passes must be 35 MiB or more")
        } else if filled > u64::from(8 * GIB) {
            Err("memory times passes must be 8 GiB or less")
        } else {
            Ok(())
        }
    }

    /// 256 bits from the passphrase. The costs must have been checked.
    pub(crate) fn stretch(
        self,
        passphrase: &SecretString,
        salt: &[u8; 16],
    ) -> Result<SecretArray<32>, Error> {
        let params = Params::new(self.memory_kib, self.passes, self.lanes, Some(32))
            .map_err(|_| Error::Cost { reason: "not parameters of Argon2id" })?;
        let blocks = params.block_count();
        // Wiped afterwards: the memory leads to the key.
        let mut memory = Zeroizing::new(Vec::new());
        memory.try_reserve_exact(blocks).map_err(|_| Error::OutOfMemory { memory_kib: self.memory_kib })?;
        memory.resize(blocks, Block::new());
        let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
        SecretArray::filled_by(|key| {
            argon2.hash_password_into_with_memory(passphrase.expose().as_bytes(), salt, key, &mut *memory)
        })
        .map_err(|_| Error::Cost { reason: "the passphrase is too long for Argon2id" })
    }
}

const MIB: u32 = 1024;
const GIB: u32 = 1024 * MIB;

impl Default for PassphraseCost {
    fn default() -> Self {
        Self::RECOMMENDED
    }
}

/// `m=65536,t=3,p=4`, as in the PHC string format.
impl std::fmt::Display for PassphraseCost {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "m={},t={},p={}", self.memory_kib, self.passes, self.lanes)
    }
}

impl FromStr for PassphraseCost {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let mut parts = text.split(',');
        let mut number = |name| parts.next()?.strip_prefix(name)?.parse().ok();
        let cost =
            (|| Some(Self { memory_kib: number("m=")?, passes: number("t=")?, lanes: number("p=")? }))();
        // One text for each cost: no signs, no leading zeros, nothing behind.
        cost.filter(|cost| cost.to_string() == text).ok_or(())
    }
}
