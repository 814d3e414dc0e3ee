//! EnableOutboundWebIdentityFederation, DisableOutboundWebIdentityFederation, GetOutboundWebIdentityFederationInfo.
//!
//! Source: IAM User Guide, "Federating AWS identities to external services".

use aws_model::iam;

use super::on_account::on_account;
use crate::records::TokenIssuer;
use crate::{Error, unique_id};

on_account! {
    Change EnableOutboundWebIdentityFederation;
    |call| {
        let mut issuer = match TokenIssuer::of(call.tx, call.found).await? {
            Some(issuer) if issuer.enabled => return Err(Error::FederationEnabled),
            Some(issuer) => issuer,
            None => TokenIssuer {
                id: unique_id::token_id(&*call.iam.random)?,
                account: call.found,
                enabled: false,
                keys: Vec::new(),
            },
        };
        issuer.enabled = true;
        call.iam.renew_keys(&mut issuer, call.now).await?;
        call.tx.put(&issuer).await?;
        let issuer_identifier = Some(call.iam.token_issuers.url(&issuer));
        Ok(iam::EnableOutboundWebIdentityFederationResponse { issuer_identifier })
    }

    Change DisableOutboundWebIdentityFederation;
    |call| {
        let issuer = TokenIssuer::of(call.tx, call.found).await?.filter(|issuer| issuer.enabled);
        let issuer = TokenIssuer { enabled: false, ..issuer.ok_or(Error::FederationDisabled)? };
        call.tx.put(&issuer).await?;
        Ok(iam::DisableOutboundWebIdentityFederationResponse {})
    }

    Read GetOutboundWebIdentityFederationInfo;
    |call| {
        let issuer = TokenIssuer::of(call.tx, call.found).await?.filter(|issuer| issuer.enabled);
        let issuer = issuer.ok_or(Error::FederationDisabled)?;
        Ok(iam::GetOutboundWebIdentityFederationInfoResponse {
            issuer_identifier: Some(call.iam.token_issuers.url(&issuer)),
            jwt_vending_enabled: Some(issuer.enabled),
        })
    }
}
