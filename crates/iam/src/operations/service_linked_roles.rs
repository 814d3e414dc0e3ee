//! CreateServiceLinkedRole, DeleteServiceLinkedRole, GetServiceLinkedRoleDeletionStatus.
//!
//! No service of Lodge acts through a role: custom key stores and multi-Region keys are parts of the same program. So there is no
//! service-linked role to make, and the answers are those that AWS gives for a service that has none and for a role that is none.

use aws_model::iam;
use gate::{Call, Effect, Guarded, Permit, Question, Resolved, View};

use super::on::on;
use super::on_account::on_account;
use crate::records::{Entity, Role};
use crate::{Error, Iam};

impl Guarded<iam::CreateServiceLinkedRole> for Iam {
    type Target = ();
    type Error = Error;
    const EFFECT: Effect = Effect::Change;

    async fn resolve(
        &self,
        _: &mut View,
        call: &Call<iam::CreateServiceLinkedRoleRequest>,
    ) -> Result<Resolved<()>, Error> {
        let (account, service) = (call.caller.account, &call.input.aws_service_name);
        let arn = Role::arn_of(account, &format!("/aws-service-role/{service}/"), "*");
        let mut question =
            Question::new("iam:CreateServiceLinkedRole", arn, account).recorded_as(Role::RESOURCE_TYPE);
        question.context.insert("iam:AWSServiceName", service.clone());
        Ok(Resolved::one((), question))
    }

    async fn run(
        &self,
        _: &mut View,
        permit: Permit<'_, iam::CreateServiceLinkedRole, ()>,
    ) -> Result<iam::CreateServiceLinkedRoleResponse, Error> {
        let service = &permit.input().aws_service_name;
        Err(Error::InvalidInput(format!(
            "{service} cannot have a Service-Linked Role: no service of Lodge acts through a role."
        )))
    }
}

on! {
    Change DeleteServiceLinkedRole: Role, by role_name;
    |call| {
        let name = call.found.name;
        Err(Error::InvalidInput(format!("{name} is no Service-Linked Role: delete it with DeleteRole.")))
    }
}

on_account! {
    Read GetServiceLinkedRoleDeletionStatus;
    |call| {
        Err(Error::NotThere(format!("The deletion task {} cannot be found.", call.input.deletion_task_id)))
    }
}
