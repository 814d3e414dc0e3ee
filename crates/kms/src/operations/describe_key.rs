use aws_model::kms::{DescribeKey, DescribeKeyRequest, DescribeKeyResponse, GrantOperation};
use gate::{Call, Effect, Guarded, Permit, Resolved, View};

use crate::custom_key_stores::CustomKeyStoreRecord;
use crate::grants::Ask;
use crate::key::Key;
use crate::locate::{Named, Takes};
use crate::{Error, Kms};

/// What is known of a key, whatever its state.
impl Guarded<DescribeKey> for Kms {
    type Target = Named<Key>;
    type Error = Error;
    const EFFECT: Effect = Effect::Read;

    async fn resolve(
        &self,
        view: &mut View,
        call: &Call<DescribeKeyRequest>,
    ) -> Result<Resolved<Named<Key>>, Error> {
        self.tokens.check(view, call.input.grant_tokens.as_deref()).await?;
        let found = self.locate::<Key, _>(view, call, &call.input.key_id, Takes::AnyName).await?;
        let mut resolved = found.ask("kms:DescribeKey", call, |_| {});
        let ask = Ask { operation: GrantOperation::DescribeKey, context: None };
        self.add_grant(view, call, &mut resolved, &ask).await?;
        Ok(resolved)
    }

    async fn run(
        &self,
        view: &mut View,
        permit: Permit<'_, DescribeKey, Named<Key>>,
    ) -> Result<DescribeKeyResponse, Error> {
        let record = &permit.target().key.record;
        let store = match record.custom_key_store() {
            Some(locator) => view.tx().await?.get::<CustomKeyStoreRecord>(&locator).await?,
            None => None,
        };
        let metadata = record.metadata_in(store.as_ref(), permit.origin().at);
        Ok(DescribeKeyResponse { key_metadata: Some(metadata) })
    }
}
