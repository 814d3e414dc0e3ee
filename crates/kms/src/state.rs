//! The states of a key. Source: KMS Developer Guide, "Key states of AWS KMS keys".

use aws_model::kms;
use clock::Timestamp;
use envelope::KeyLocator;
use serde::{Deserialize, Serialize};

use crate::Error;

/// What a key can be used for now.
///
/// States of imported keys, multi-Region keys and custom key stores come with those kinds of keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "name", rename_all = "kebab-case")]
pub enum KeyState {
    /// For everything.
    Enabled,
    /// For everything but cryptography and rotation.
    Disabled,
    /// For nothing but being looked at, and being saved.
    PendingDeletion {
        /// When it is gone.
        deletion_date: Timestamp,
    },
}

/// What an operation needs of the key's state: one row of AWS's table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Needs {
    /// Any state: DescribeKey, GetKeyPolicy, PutKeyPolicy, GetKeyRotationStatus, DeleteAlias, RetireGrant, RevokeGrant and all
    /// lists.
    Any,
    /// Not about to be deleted: EnableKey, DisableKey, ScheduleKeyDeletion, CreateAlias, UpdateAlias (its new key),
    /// TagResource, UntagResource, UpdateKeyDescription.
    Kept,
    /// Enabled: all cryptographic operations, CreateGrant, EnableKeyRotation, DisableKeyRotation, RotateKeyOnDemand.
    Enabled,
    /// About to be deleted: CancelKeyDeletion.
    PendingDeletion,
}

impl KeyState {
    /// Whether an operation may go on with `key`, which is in this state.
    pub fn check(self, needs: Needs, key: &KeyLocator) -> Result<(), Error> {
        match (needs, self) {
            (Needs::Any, _)
            | (Needs::Kept, Self::Enabled | Self::Disabled)
            | (Needs::Enabled, Self::Enabled)
            | (Needs::PendingDeletion, Self::PendingDeletion { .. }) => Ok(()),
            (Needs::Enabled, Self::Disabled) => Err(Error::Disabled(key.clone())),
            (Needs::Kept | Needs::Enabled, Self::PendingDeletion { .. }) => {
                Err(Error::PendingDeletion(key.clone()))
            }
            (Needs::PendingDeletion, Self::Enabled | Self::Disabled) => {
                Err(Error::NotPendingDeletion(key.clone()))
            }
        }
    }

    /// When the key is gone, if that is settled.
    pub fn deletion_date(self) -> Option<Timestamp> {
        match self {
            Self::PendingDeletion { deletion_date } => Some(deletion_date),
            Self::Enabled | Self::Disabled => None,
        }
    }

    /// Whether the waiting period is over: the key counts as deleted, even while its record still waits to be removed.
    pub fn is_over(self, now: Timestamp) -> bool {
        self.deletion_date().is_some_and(|date| date <= now)
    }

    /// The name in `KeyMetadata`.
    pub fn wire(self) -> kms::KeyState {
        match self {
            Self::Enabled => kms::KeyState::Enabled,
            Self::Disabled => kms::KeyState::Disabled,
            Self::PendingDeletion { .. } => kms::KeyState::PendingDeletion,
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
        let pending = KeyState::PendingDeletion { deletion_date: Timestamp::EPOCH };
        let text = |state: KeyState, needs| match state.check(needs, &key) {
            Ok(()) => "yes".to_owned(),
            Err(error) => error.to_string().replace(&key.to_string(), "ARN"),
        };
        let rows = [
            (Needs::Any, ["yes", "yes", "yes"]),
            (Needs::Kept, ["yes", "yes", "ARN is pending deletion."]),
            (Needs::Enabled, ["yes", "ARN is disabled.", "ARN is pending deletion."]),
            (Needs::PendingDeletion, ["ARN is not pending deletion.", "ARN is not pending deletion.", "yes"]),
        ];
        for (needs, expected) in rows {
            let found = [KeyState::Enabled, KeyState::Disabled, pending].map(|state| text(state, needs));
            assert_eq!(found, expected, "{needs:?}");
        }
    }

    #[test]
    fn a_key_is_over_from_its_deletion_date_on() {
        let date = Timestamp::from_secs(100);
        let pending = KeyState::PendingDeletion { deletion_date: date };
        assert!(!pending.is_over(Timestamp::from_millis(99_999)));
        assert!(pending.is_over(date));
        assert!(!KeyState::Disabled.is_over(date));
    }
}
