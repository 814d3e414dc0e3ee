//! GetAccessKeyInfo.

use aws_model::sts;
use gate::{Call, Effect, Guarded, Permit, Question, Resolved, View};

use super::callable::check_kind;
use crate::records::{AccessKey, Account};
use crate::unique_id::account_of_temporary;
use crate::{Error, Iam};

impl Guarded<sts::GetAccessKeyInfo> for Iam {
    type Target = ();
    type Error = Error;
    const EFFECT: Effect = Effect::Read;

    async fn resolve(
        &self,
        _: &mut View,
        call: &Call<sts::GetAccessKeyInfoRequest>,
    ) -> Result<Resolved<()>, Error> {
        check_kind("GetAccessKeyInfo", &call.caller)?;
        Ok(Resolved::one((), Question::new("sts:GetAccessKeyInfo", "*", call.caller.account)))
    }

    async fn run(
        &self,
        view: &mut View,
        permit: Permit<'_, sts::GetAccessKeyInfo, ()>,
    ) -> Result<sts::GetAccessKeyInfoResponse, Error> {
        let (tx, id) = (view.tx().await?, &permit.input().access_key_id);
        let account = match account_of_temporary(id) {
            Some(account) => Account::exists(tx, account).await?.then_some(account),
            None => tx.get::<AccessKey>(id).await?.map(|found| found.owner.account()),
        };
        let account = account.ok_or_else(|| {
            Error::validation(format!("The access key {id} is of no account here, or it was deleted."))
        })?;
        Ok(sts::GetAccessKeyInfoResponse { account: Some(account.to_string()) })
    }
}
