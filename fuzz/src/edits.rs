//! Changes to bytes that are known to be good, so that a fuzzer does not have to guess a signature or a tag to get past it.

/// `original`, changed as `script` says: four bytes each, what to do, where (two bytes), and a byte.
pub fn edited(original: &[u8], script: &[u8]) -> Vec<u8> {
    let mut bytes = original.to_vec();
    for step in script.chunks_exact(4) {
        let &[what, high, low, byte] = step else { continue };
        let at = usize::from(u16::from_be_bytes([high, low])) % (bytes.len() + 1);
        match what % 4 {
            0 if at < bytes.len() => bytes[at] ^= byte,
            1 => bytes.insert(at, byte),
            2 if at < bytes.len() => drop(bytes.remove(at)),
            3 => bytes.truncate(at),
            _ => {}
        }
    }
    bytes
}
