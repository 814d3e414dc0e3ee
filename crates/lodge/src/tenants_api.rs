//! The tenants API of a running Lodge: on whose behalf it calls which KMS.

use std::path::Path;
use std::sync::Arc;

use anyhow::{Context, Result};
use gate::{Endpoint, Gate};
use http_server::Regions;
use tenants::Settings;
use tenants::api::{self, Api};

use crate::cli::TenantsApi;

/// The door, when the options ask for one. `sign_in` are the operations of STS, `own_ca` is the file of this Lodge's own certificate authority, which is trusted beside those that
/// `AWS_CA_BUNDLE` names: the KMS can be this Lodge itself.
pub fn door(
    options: &TenantsApi,
    gate: &Arc<Gate>,
    sign_in: Vec<Box<dyn Endpoint>>,
    own_ca: Option<&Path>,
    regions: Regions,
) -> Result<Option<api_tenants::Door>> {
    let Some(profile) = options.tenants_profile.clone() else { return Ok(None) };
    let account = options.tenants_account.context("--tenants-profile needs --tenants-account")?;
    let mut authorities = Vec::new();
    for file in options.tenants_ca.iter().map(AsRef::as_ref).chain(own_ca) {
        let pem = std::fs::read(file).with_context(|| format!("could not read {}", file.display()))?;
        authorities.extend(pem);
        authorities.push(b'\n');
    }
    let settings = Settings {
        endpoint_url: None,
        region: None,
        profile: Some(profile),
        authorities: (!authorities.is_empty()).then_some(authorities),
    };
    let api = Api::new(account, settings, options.tenants_role.clone());
    Ok(Some(api_tenants::Door::new(Arc::clone(gate), api::endpoints(&api), sign_in, regions)))
}
