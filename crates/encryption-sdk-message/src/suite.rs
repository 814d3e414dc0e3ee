/// The algorithm suites with key commitment. Both derive an AES-256-GCM key and a commitment with HKDF-SHA-512.
///
/// Source: AWS Encryption SDK Developer Guide, "Algorithms reference".
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Suite {
    /// 0x0478: no signature. For data that the same services encrypt and decrypt.
    Committing,
    /// 0x0578: signed with ECDSA P-384 and SHA-384, so that who may only decrypt cannot make messages.
    CommittingSigned,
}

impl Suite {
    /// The number in the header.
    pub fn id(self) -> u16 {
        match self {
            Self::Committing => 0x0478,
            Self::CommittingSigned => 0x0578,
        }
    }

    pub(crate) fn of_id(id: u16) -> Option<Self> {
        [Self::Committing, Self::CommittingSigned].into_iter().find(|suite| suite.id() == id)
    }
}
