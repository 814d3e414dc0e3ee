//! Permissions boundaries: PutUserPermissionsBoundary, DeleteUserPermissionsBoundary and the same for roles.

use arn::AccountId;
use aws_model::iam;
use store::Tx;

use super::on::on;
use crate::Error;
use crate::authorize::insert_boundary;
use crate::records::{Entity, ManagedPolicy, Role, User, count_boundary};

on! {
    Change PutUserPermissionsBoundary: User, by user_name,
    asking |input, context| insert_boundary(context, &input.permissions_boundary);
    |call| {
        let policy = boundary_for(call.tx, call.found.account, Some(&call.input.permissions_boundary)).await?;
        count_boundary(call.tx, call.found.account, call.found.boundary(), policy.as_deref()).await?;
        call.found.boundary = policy;
        call.tx.put(&call.found).await?;
        Ok(iam::PutUserPermissionsBoundaryResponse {})
    }

    Change PutRolePermissionsBoundary: Role, by role_name,
    asking |input, context| insert_boundary(context, &input.permissions_boundary);
    |call| {
        let policy = boundary_for(call.tx, call.found.account, Some(&call.input.permissions_boundary)).await?;
        count_boundary(call.tx, call.found.account, call.found.boundary(), policy.as_deref()).await?;
        call.found.boundary = policy;
        call.tx.put(&call.found).await?;
        Ok(iam::PutRolePermissionsBoundaryResponse {})
    }

    Change DeleteUserPermissionsBoundary: User, by user_name;
    |call| {
        count_boundary(call.tx, call.found.account, call.found.boundary(), None).await?;
        call.found.boundary.take().ok_or_else(|| none("user", &call.input.user_name))?;
        call.tx.put(&call.found).await?;
        Ok(iam::DeleteUserPermissionsBoundaryResponse {})
    }

    Change DeleteRolePermissionsBoundary: Role, by role_name;
    |call| {
        count_boundary(call.tx, call.found.account, call.found.boundary(), None).await?;
        call.found.boundary.take().ok_or_else(|| none("role", &call.input.role_name))?;
        call.tx.put(&call.found).await?;
        Ok(iam::DeleteRolePermissionsBoundaryResponse {})
    }
}

/// The boundary of a user or role that is to have this policy for it.
pub(super) async fn boundary_for(
    tx: &mut Tx,
    account: AccountId,
    policy: Option<&str>,
) -> Result<Option<String>, Error> {
    let Some(arn) = policy else { return Ok(None) };
    match ManagedPolicy::find(tx, account, arn).await? {
        Some(_) => Ok(Some(arn.to_owned())),
        None => Err(Error::NotThere(format!("Scope ARN: {arn} does not exist or is not attachable."))),
    }
}

pub(super) fn described_boundary<E: Entity>(entity: &E) -> Option<iam::AttachedPermissionsBoundary> {
    entity.boundary().map(|arn| iam::AttachedPermissionsBoundary {
        permissions_boundary_arn: Some(arn.to_owned()),
        permissions_boundary_type: Some(iam::PermissionsBoundaryAttachmentType::PermissionsBoundaryPolicy),
    })
}

fn none(kind: &str, name: &str) -> Error {
    Error::NotThere(format!("The {kind} {name} has no permissions boundary."))
}
