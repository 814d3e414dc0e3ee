use std::time::Duration;

use aws_model::kms::{ExpirationModelType, ImportKeyMaterialRequest};
use clock::Timestamp;
use iam_policy::Context;

use crate::Error;

/// The longest time that material may be imported for. Source: API Reference, ImportKeyMaterial, `ValidTo`.
const LONGEST: Duration = Duration::from_secs(365 * 86_400);

/// When imported material is to expire, if it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Expiry(pub Option<Timestamp>);

impl Expiry {
    /// What a request says, at `now`.
    pub fn read(input: &ImportKeyMaterialRequest, now: Timestamp) -> Result<Self, Error> {
        let model = input.expiration_model.unwrap_or(ExpirationModelType::KeyMaterialExpires);
        match (model, input.valid_to) {
            (ExpirationModelType::KeyMaterialDoesNotExpire, None) => Ok(Self(None)),
            (ExpirationModelType::KeyMaterialDoesNotExpire, Some(_)) => Err(Error::invalid(
                "A validTo date must not be set if the ExpirationModel is KEY_MATERIAL_DOES_NOT_EXPIRE",
            )),
            (ExpirationModelType::KeyMaterialExpires, None) => Err(Error::invalid(
                "A validTo date must be set if the ExpirationModel is KEY_MATERIAL_EXPIRES",
            )),
            (ExpirationModelType::KeyMaterialExpires, Some(end)) if end <= now => {
                Err(Error::invalid("ValidTo must be in the future"))
            }
            (ExpirationModelType::KeyMaterialExpires, Some(end)) if end > now.plus(LONGEST) => {
                Err(Error::invalid("ValidTo must be at most 365 days in the future"))
            }
            (ExpirationModelType::KeyMaterialExpires, Some(end)) => Ok(Self(Some(end))),
        }
    }

    /// The condition keys that only ImportKeyMaterial has.
    pub fn add_to(self, context: &mut Context) {
        context.insert("kms:ExpirationModel", self.model().as_str());
        if let Some(end) = self.0 {
            // Whole seconds, which the date operators and the numeric ones read; upwards, so that no policy's limit is passed by a part
            // of one.
            let seconds = end.secs() + i64::from(end.millis() % 1000 > 0);
            context.insert("kms:ValidTo", seconds.to_string());
        }
    }

    /// As answers say it.
    pub fn model(self) -> ExpirationModelType {
        match self.0 {
            Some(_) => ExpirationModelType::KeyMaterialExpires,
            None => ExpirationModelType::KeyMaterialDoesNotExpire,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn model_and_date_must_fit_each_other() {
        use ExpirationModelType::{KeyMaterialDoesNotExpire as Stays, KeyMaterialExpires as Expires};
        let now = Timestamp::from_secs(1_000);
        let read = |model, valid_to: Option<i64>| {
            let input = ImportKeyMaterialRequest {
                encrypted_key_material: Vec::new(),
                expiration_model: model,
                import_token: Vec::new(),
                import_type: None,
                key_id: String::new(),
                key_material_description: None,
                key_material_id: None,
                valid_to: valid_to.map(Timestamp::from_millis),
            };
            Expiry::read(&input, now).map_err(|error| error.to_string())
        };
        let year = 1_000_000 + 365 * 86_400_000;
        assert_eq!(read(Some(Stays), None), Ok(Expiry(None)));
        for end in [1_000_001, year] {
            assert_eq!(read(Some(Expires), Some(end)), Ok(Expiry(Some(Timestamp::from_millis(end)))));
            assert_eq!(read(None, Some(end)), Ok(Expiry(Some(Timestamp::from_millis(end)))));
            assert!(read(Some(Stays), Some(end)).is_err());
        }
        for end in [-1, 0, 1_000_000, year + 1, i64::MAX] {
            assert!(read(Some(Expires), Some(end)).is_err(), "{end}");
        }
        assert!(read(None, None).is_err());
    }

    #[test]
    fn a_limit_of_a_policy_is_not_passed_by_a_part_of_a_second() {
        for (millis, expected) in [(5_000, "5"), (5_001, "6"), (5_999, "6")] {
            let mut context = Context::new();
            Expiry(Some(Timestamp::from_millis(millis))).add_to(&mut context);
            let mut same = Context::new();
            same.insert("kms:ExpirationModel", "KEY_MATERIAL_EXPIRES");
            same.insert("kms:ValidTo", expected);
            assert_eq!(context, same);
        }
    }
}
