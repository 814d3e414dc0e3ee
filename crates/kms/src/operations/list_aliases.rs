use aws_model::kms::{AliasListEntry, ListAliases, ListAliasesRequest, ListAliasesResponse};
use envelope::KeyLocator;
use gate::{Call, Effect, Guarded, Permit, Resolved, View};

use crate::alias::{AliasRecord, KEY_INDEX};
use crate::key::{Key, KeyRecord};
use crate::locate::{Found, Takes};
use crate::paging::{self, Listing};
use crate::{Error, Kms, authorize};

/// The aliases of the caller's account in the region, all or those of one key, by name.
impl Guarded<ListAliases> for Kms {
    /// The key whose aliases are wanted.
    type Target = Option<KeyLocator>;
    type Error = Error;
    const EFFECT: Effect = Effect::Read;

    async fn resolve(
        &self,
        view: &mut View,
        call: &Call<ListAliasesRequest>,
    ) -> Result<Resolved<Option<KeyLocator>>, Error> {
        let questions = vec![authorize::about_account("kms:ListAliases", "*", &call.caller)];
        let target = match &call.input.key_id {
            None => Some(None),
            Some(key_id) => match self.locate::<Key, _>(view, call, key_id, Takes::OwnKey).await? {
                Found::Here(named) => Some(Some(named.key.record.locator)),
                Found::Hidden { .. } => None,
            },
        };
        Ok(Resolved { target, questions })
    }

    async fn run(
        &self,
        view: &mut View,
        permit: Permit<'_, ListAliases, Option<KeyLocator>>,
    ) -> Result<ListAliasesResponse, Error> {
        let (input, origin) = (permit.input(), permit.origin());
        let (account, region) = (permit.caller().account, &origin.region);
        let tx = view.tx().await?;
        let (listing, page) = match permit.target() {
            None => {
                let name = format!("ListAliases/{account}/{region}");
                let listing = Listing::new(name, paging::ALIASES, input.limit);
                let page = listing.page(input.marker.as_deref())?;
                (listing, tx.list::<AliasRecord>(&(account, region), page).await?)
            }
            Some(key) => {
                let listing = Listing::new(format!("ListAliases/{key}"), paging::ALIASES, input.limit);
                let page = listing.page(input.marker.as_deref())?;
                let of_key = (account, region, key.key_id.to_string());
                (listing, tx.list_by::<AliasRecord>(KEY_INDEX, &of_key, page).await?)
            }
        };
        let mut aliases = Vec::with_capacity(page.items.len());
        for alias in page.items {
            let key = KeyLocator { account, region: region.clone(), key_id: alias.key_id };
            // Aliases end with their key.
            if tx.get::<KeyRecord>(&key).await?.is_some_and(|key| !key.state.is_over(origin.at)) {
                aliases.push(entry(alias));
            }
        }
        Ok(ListAliasesResponse {
            aliases: Some(aliases),
            truncated: Some(page.next.is_some()),
            next_marker: listing.marker(page.next),
        })
    }
}

fn entry(alias: AliasRecord) -> AliasListEntry {
    AliasListEntry {
        alias_arn: Some(alias.name.arn()),
        alias_name: Some(alias.name.name),
        creation_date: Some(alias.created),
        last_updated_date: Some(alias.updated),
        target_key_id: Some(alias.key_id.to_string()),
    }
}
