//! The states of a key. Source: KMS Developer Guide, "Key states of AWS KMS keys".

use aws_model::kms;
use clock::Timestamp;
use envelope::KeyLocator;
use serde::{Deserialize, Serialize};

use crate::Error;

/// What a key can be used for now.
///
/// A record holds what was decided about the key; [`KeyRecord::state_at`](crate::KeyRecord::state_at) is the state that counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "name", rename_all = "kebab-case")]
pub enum KeyState {
    /// A replica that is being made. It can be managed, but not used.
    Creating,
    /// For everything.
    Enabled,
    /// For everything but cryptography and rotation.
    Disabled,
    /// A key for imported material that has none, or not all of it. Never in a record: it follows from the material.
    PendingImport,
    /// For nothing but being looked at, and being saved.
    PendingDeletion {
        /// When it is gone.
        deletion_date: Timestamp,
    },
    /// A primary key that waits for its replicas to be gone; then its waiting period begins.
    PendingReplicaDeletion {
        /// The waiting period in days.
        window_days: u32,
    },
    /// A key in a custom key store that is not connected.
    Unavailable,
    /// A multi-Region key whose primary Region is being changed. It can be used, but not changed.
    Updating,
}

/// What an operation needs of the key's state: one row of AWS's table. What the table says of origins (its notes 6, 7 and 9) is
/// [`Key::check_origin`](crate::Key)'s and comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Needs {
    /// Any state: DescribeKey, GetKeyPolicy, PutKeyPolicy, GetKeyRotationStatus, DeleteAlias, RetireGrant, RevokeGrant and all
    /// lists.
    Any,
    /// Not about to be deleted: ScheduleKeyDeletion, CreateAlias, UpdateAlias (its new key), TagResource, UntagResource,
    /// UpdateKeyDescription.
    Kept,
    /// Neither about to be deleted nor without material: EnableKey, DisableKey.
    Switchable,
    /// Enabled: all cryptographic operations, GetPublicKey.
    Enabled,
    /// Enabled, or it would be if its key store were connected: CreateGrant.
    Grantable,
    /// Enabled, and nothing else going on: EnableKeyRotation, DisableKeyRotation, RotateKeyOnDemand, ReplicateKey,
    /// UpdatePrimaryRegion.
    Settled,
    /// About to be deleted: CancelKeyDeletion.
    PendingDeletion,
    /// Neither about to be deleted nor in transition: GetParametersForImport, ImportKeyMaterial.
    Importable,
    /// Not in transition: DeleteImportedKeyMaterial.
    Erasable,
}

impl Needs {
    fn allow(self, state: KeyState) -> bool {
        use KeyState as State;
        match self {
            Self::Any => true,
            Self::Kept => !state.is_pending_deletion(),
            Self::Switchable => matches!(state, State::Enabled | State::Disabled | State::Unavailable),
            Self::Enabled => matches!(state, State::Enabled | State::Updating),
            Self::Grantable => matches!(state, State::Enabled | State::Updating | State::Unavailable),
            Self::Settled => state == State::Enabled,
            Self::PendingDeletion => state.is_pending_deletion(),
            Self::Importable => matches!(state, State::Enabled | State::Disabled | State::PendingImport),
            Self::Erasable => {
                Self::Importable.allow(state)
                    || matches!(state, State::PendingDeletion { .. } | State::PendingReplicaDeletion { .. })
            }
        }
    }
}

impl KeyState {
    /// Whether an operation may go on with `key`, which is in this state.
    ///
    /// # Errors
    /// With AWS's text for the state.
    pub fn check(self, needs: Needs, key: &KeyLocator) -> Result<(), Error> {
        if needs.allow(self) {
            return Ok(());
        }
        let state = |is| Error::InvalidState { key: key.clone(), is };
        Err(match self {
            _ if needs == Needs::PendingDeletion => Error::NotPendingDeletion(key.clone()),
            Self::Disabled => Error::Disabled(key.clone()),
            Self::PendingDeletion { .. } => Error::PendingDeletion(key.clone()),
            Self::PendingReplicaDeletion { .. } => state("pending replica deletion"),
            Self::PendingImport => state("pending import"),
            Self::Unavailable => state("unavailable"),
            Self::Creating => state("creating"),
            Self::Updating => state("updating"),
            Self::Enabled => state("enabled"),
        })
    }

    /// When the key is gone, if that is settled.
    pub fn deletion_date(self) -> Option<Timestamp> {
        match self {
            Self::PendingDeletion { deletion_date } => Some(deletion_date),
            _ => None,
        }
    }

    /// Whether it is about to be deleted, at a date or after its replicas.
    pub fn is_pending_deletion(self) -> bool {
        matches!(self, Self::PendingDeletion { .. } | Self::PendingReplicaDeletion { .. })
    }

    /// Whether the waiting period is over: the key counts as deleted, even while its record still waits to be removed.
    pub fn is_over(self, now: Timestamp) -> bool {
        self.deletion_date().is_some_and(|date| date <= now)
    }

    /// The name in `KeyMetadata`.
    pub fn wire(self) -> kms::KeyState {
        match self {
            Self::Creating => kms::KeyState::Creating,
            Self::Enabled => kms::KeyState::Enabled,
            Self::Disabled => kms::KeyState::Disabled,
            Self::PendingImport => kms::KeyState::PendingImport,
            Self::PendingDeletion { .. } => kms::KeyState::PendingDeletion,
            Self::PendingReplicaDeletion { .. } => kms::KeyState::PendingReplicaDeletion,
            Self::Unavailable => kms::KeyState::Unavailable,
            Self::Updating => kms::KeyState::Updating,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_of_the_developer_guide() {
        let key: KeyLocator =
            "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab".parse().unwrap();
        let states = [
            KeyState::Enabled,
            KeyState::Disabled,
            KeyState::PendingImport,
            KeyState::PendingDeletion { deletion_date: Timestamp::EPOCH },
            KeyState::PendingReplicaDeletion { window_days: 7 },
            KeyState::Unavailable,
            KeyState::Creating,
            KeyState::Updating,
        ];
        let text = |state: KeyState, needs| match state.check(needs, &key) {
            Ok(()) => "yes".to_owned(),
            Err(error) => error.to_string().replace(&format!("{key} is "), ""),
        };
        let (disabled, import, deletion, replicas) =
            ("disabled.", "pending import.", "pending deletion.", "pending replica deletion.");
        let (unavailable, creating, updating, not) =
            ("unavailable.", "creating.", "updating.", "not pending deletion.");
        let yes = "yes";
        let rows = [
            (Needs::Any, [yes; 8]),
            (Needs::Kept, [yes, yes, yes, deletion, replicas, yes, yes, yes]),
            (Needs::Switchable, [yes, yes, import, deletion, replicas, yes, creating, updating]),
            (Needs::Enabled, [yes, disabled, import, deletion, replicas, unavailable, creating, yes]),
            (Needs::Grantable, [yes, disabled, import, deletion, replicas, yes, creating, yes]),
            (Needs::Settled, [yes, disabled, import, deletion, replicas, unavailable, creating, updating]),
            (Needs::PendingDeletion, [not, not, not, yes, yes, not, not, not]),
            (Needs::Importable, [yes, yes, yes, deletion, replicas, unavailable, creating, updating]),
            (Needs::Erasable, [yes, yes, yes, yes, yes, unavailable, creating, updating]),
        ];
        for (needs, expected) in rows {
            assert_eq!(states.map(|state| text(state, needs)), expected, "{needs:?}");
        }
    }

    #[test]
    fn a_key_is_over_from_its_deletion_date_on() {
        let date = Timestamp::from_secs(100);
        let pending = KeyState::PendingDeletion { deletion_date: date };
        assert!(!pending.is_over(Timestamp::from_millis(99_999)));
        assert!(pending.is_over(date));
        assert!(!KeyState::Disabled.is_over(date));
        assert!(!KeyState::PendingReplicaDeletion { window_days: 7 }.is_over(date));
    }
}
