use aws_model::kms::{ListGrantsResponse, ListRetirableGrants, ListRetirableGrantsRequest};
use gate::{Call, Effect, Guarded, Permit, Question, Resolved, View};

use crate::grants::{self, BY_RETIRING, GrantRecord};
use crate::key::KeyRecord;
use crate::paging::{self, Listing};
use crate::{Error, Kms, authorize};

/// The grants in the region that name a principal of the caller's account as the retiring one, on keys of any account. The caller
/// needs no permission on those keys.
impl Guarded<ListRetirableGrants> for Kms {
    /// The ARN of the retiring principal.
    type Target = String;
    type Error = Error;
    const EFFECT: Effect = Effect::Read;

    async fn resolve(
        &self,
        _: &mut View,
        call: &Call<ListRetirableGrantsRequest>,
    ) -> Result<Resolved<String>, Error> {
        let input = &call.input;
        if input.retiring_service_principal.is_some() {
            return Err(Error::invalid(
                "Only service principals can use the RetiringServicePrincipal filter.",
            ));
        }
        let Some(retiring) = &input.retiring_principal else {
            return Err(Error::invalid("You must specify a RetiringPrincipal."));
        };
        let account = grants::parse_principal(retiring)?.account_id();
        let mut question: Question =
            authorize::about_account("kms:ListRetirableGrants", retiring.as_str(), &call.caller);
        // The resource is the principal. That of another account is not the caller's to ask about.
        question.owner = account.unwrap_or(question.owner);
        Ok(Resolved::one(retiring.clone(), question))
    }

    async fn run(
        &self,
        view: &mut View,
        permit: Permit<'_, ListRetirableGrants, String>,
    ) -> Result<ListGrantsResponse, Error> {
        let (input, origin, retiring) = (permit.input(), permit.origin(), permit.target());
        let name = format!("ListRetirableGrants/{}/{retiring}", origin.region);
        let listing = Listing::new(name, paging::GRANTS, input.limit);
        let page = listing.page(input.marker.as_deref())?;
        let tx = view.tx().await?;
        let page = tx.list_by::<GrantRecord>(BY_RETIRING, &(&origin.region, retiring), page).await?;
        let mut grants = Vec::with_capacity(page.items.len());
        for grant in page.items {
            // Grants end with their key.
            if tx.get::<KeyRecord>(&grant.key).await?.is_some_and(|key| !key.state.is_over(origin.at)) {
                grants.push(grant);
            }
        }
        let mut entries = self.shown_grants(view, grants).await?;
        // Those for somebody who had this name before are not this one's to retire.
        entries.retain(|entry| entry.retiring_principal.as_ref() == Some(retiring));
        Ok(ListGrantsResponse {
            grants: Some(entries),
            truncated: Some(page.next.is_some()),
            next_marker: listing.marker(page.next),
        })
    }
}
