use aws_model::kms::{ListGrants, ListGrantsRequest, ListGrantsResponse};
use gate::{Call, Effect, Guarded, Permit, Resolved, View};

use crate::grants::{self, BY_GRANTEE, GrantId, GrantRecord};
use crate::key::Key;
use crate::locate::{Named, Takes};
use crate::paging::{self, Listing};
use crate::{Error, Kms, authorize};

/// The grants of a key: all, those of one grantee, or one.
impl Guarded<ListGrants> for Kms {
    type Target = Named<Key>;
    type Error = Error;
    const EFFECT: Effect = Effect::Read;

    async fn resolve(
        &self,
        view: &mut View,
        call: &Call<ListGrantsRequest>,
    ) -> Result<Resolved<Named<Key>>, Error> {
        if call.input.grantee_service_principal.is_some() {
            return Err(Error::invalid(
                "Only service principals can use the GranteeServicePrincipal filter.",
            ));
        }
        let found = self.locate::<Key, _>(view, call, &call.input.key_id, Takes::AnyKey).await?;
        Ok(found.ask("kms:ListGrants", call, authorize::add_grant_is_for_aws_resource))
    }

    async fn run(
        &self,
        view: &mut View,
        permit: Permit<'_, ListGrants, Named<Key>>,
    ) -> Result<ListGrantsResponse, Error> {
        let input = permit.input();
        let key = permit.target().key.locator();
        let tx = view.tx().await?;
        let grantee = input.grantee_principal.as_deref();
        if let Some(id) = &input.grant_id {
            let found = tx.get::<GrantRecord>(&(key.clone(), id.parse::<GrantId>()?)).await?;
            let asked = |grant: &GrantRecord| grantee.is_none() || grant.grantee.principal() == grantee;
            let grants = found.into_iter().filter(asked).collect();
            return Ok(ListGrantsResponse {
                grants: Some(self.shown_grants(view, grants).await?),
                next_marker: None,
                truncated: Some(false),
            });
        }
        let (account, region, key_id) = grants::place_of(key);
        let (listing, page) = match grantee {
            None => {
                let listing = Listing::new(format!("ListGrants/{key}"), paging::GRANTS, input.limit);
                let page = listing.page(input.marker.as_deref())?;
                (listing, tx.list::<GrantRecord>(&(account, region, key_id), page).await?)
            }
            Some(grantee) => {
                let name = format!("ListGrants/{key}/{grantee}");
                let listing = Listing::new(name, paging::GRANTS, input.limit);
                let page = listing.page(input.marker.as_deref())?;
                let of_grantee = (account, region, key_id, grantee);
                (listing, tx.list_by::<GrantRecord>(BY_GRANTEE, &of_grantee, page).await?)
            }
        };
        let mut grants = self.shown_grants(view, page.items).await?;
        // Those for somebody who had this name before are not this one's.
        grants.retain(|grant| {
            let names = [&grant.grantee_principal, &grant.grantee_service_principal];
            grantee.is_none() || names.iter().any(|name| name.as_deref() == grantee)
        });
        Ok(ListGrantsResponse {
            grants: Some(grants),
            truncated: Some(page.next.is_some()),
            next_marker: listing.marker(page.next),
        })
    }
}
