use aws_model::xks::{
    EkmFleetMember, GetHealthStatus, GetHealthStatusRequest, GetHealthStatusResponse, HealthStatus,
};
use envelope::{BackingKey, KeyId, XksCiphertext};
use gate::{Call, Effect, Guarded, Permit, Resolved, View};

use super::XksError;
use crate::{Error, Kms};

const NAME: &str = "Lodge";
const MODEL: &str = concat!("Lodge ", env!("CARGO_PKG_VERSION"));

/// Whether calls are answered: the store is read, and a key that is made for this encrypts and decrypts; that the audit log takes records, the record of this
/// call shows. Every caller with a credential may ask: "This API MUST be excluded from secondary authorization."
impl Guarded<GetHealthStatus> for Kms {
    type Target = ();
    type Error = XksError;
    const EFFECT: Effect = Effect::Read;
    const NEEDS_PERMISSION: bool = false;

    async fn resolve(
        &self,
        _: &mut View,
        _: &Call<GetHealthStatusRequest>,
    ) -> Result<Resolved<()>, XksError> {
        Ok(Resolved { target: Some(()), questions: Vec::new() })
    }

    async fn run(
        &self,
        view: &mut View,
        _: Permit<'_, GetHealthStatus, ()>,
    ) -> Result<GetHealthStatusResponse, XksError> {
        view.tx().await?;
        self.check_cryptography()?;
        Ok(GetHealthStatusResponse {
            ekm_fleet_details: vec![EkmFleetMember {
                health_status: HealthStatus::Active,
                id: NAME.to_lowercase(),
                model: MODEL.to_owned(),
            }],
            ekm_vendor: NAME.to_owned(),
            xks_proxy_fleet_size: 1,
            xks_proxy_model: MODEL.to_owned(),
            xks_proxy_vendor: NAME.to_owned(),
        })
    }
}

impl Kms {
    fn check_cryptography(&self) -> Result<(), XksError> {
        let random = self.random.as_ref();
        let key = KeyId::single_region([0; 16]);
        let backing = BackingKey::generate(key, random).map_err(Error::Envelope)?;
        let sealed = XksCiphertext::seal(&backing, key, b"health", b"", random).map_err(Error::Envelope)?;
        let opened = sealed.open(&backing, key, b"").map_err(|_| XksError::NotReversible)?;
        if opened.expose() == b"health" { Ok(()) } else { Err(XksError::NotReversible) }
    }
}
