//! The operations: one line each in the table, one file per family.

use std::sync::Arc;

use aws_model::{iam, organizations, sts};
use gate::{Bound, Endpoint};

use crate::Iam;

mod access_keys;
pub(crate) mod accounts;
mod assume_role;
mod caller_identity;
mod role_policies;
mod roles;
mod user_policies;
mod users;

/// Every operation of IAM, STS and Organizations that there is.
pub fn endpoints(service: &Arc<Iam>) -> Vec<Box<dyn Endpoint>> {
    macro_rules! table {
        ($($operation:path),+ $(,)?) => { vec![$(Bound::<Iam, $operation>::endpoint(service)),+] };
    }
    table![
        iam::CreateUser,
        iam::GetUser,
        iam::ListUsers,
        iam::DeleteUser,
        iam::CreateAccessKey,
        iam::ListAccessKeys,
        iam::UpdateAccessKey,
        iam::DeleteAccessKey,
        iam::PutUserPolicy,
        iam::GetUserPolicy,
        iam::ListUserPolicies,
        iam::DeleteUserPolicy,
        iam::CreateRole,
        iam::GetRole,
        iam::ListRoles,
        iam::DeleteRole,
        iam::UpdateAssumeRolePolicy,
        iam::PutRolePolicy,
        iam::GetRolePolicy,
        iam::ListRolePolicies,
        iam::DeleteRolePolicy,
        sts::AssumeRole,
        sts::GetCallerIdentity,
        organizations::DescribeOrganization,
        organizations::CreateAccount,
        organizations::DescribeCreateAccountStatus,
        organizations::ListAccounts,
        organizations::DescribeAccount,
    ]
}
