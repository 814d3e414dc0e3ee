//! Inline policies of users, groups and roles: PutUserPolicy, GetUserPolicy, ListUserPolicies, DeleteUserPolicy and their likes.

use aws_model::iam;
use store::Tx;

use super::on::on;
use crate::paging::{Listed, Listing};
use crate::records::{Group, Identity, Role, User};
use crate::{Error, policy_document};

on! {
    Change PutUserPolicy: User, by user_name;
    |call| put(call.tx, call.found, &call.input.policy_name, &call.input.policy_document).await

    Change PutGroupPolicy: Group, by group_name;
    |call| put(call.tx, call.found, &call.input.policy_name, &call.input.policy_document).await

    Change PutRolePolicy: Role, by role_name;
    |call| put(call.tx, call.found, &call.input.policy_name, &call.input.policy_document).await

    Read GetUserPolicy: User, by user_name;
    |call| {
        let iam::GetUserPolicyRequest { policy_name, user_name } = call.input.clone();
        let policy_document = document(&call.found, &policy_name)?;
        Ok(iam::GetUserPolicyResponse { policy_document, policy_name, user_name })
    }

    Read GetGroupPolicy: Group, by group_name;
    |call| {
        let iam::GetGroupPolicyRequest { policy_name, group_name } = call.input.clone();
        let policy_document = document(&call.found, &policy_name)?;
        Ok(iam::GetGroupPolicyResponse { policy_document, policy_name, group_name })
    }

    Read GetRolePolicy: Role, by role_name;
    |call| {
        let iam::GetRolePolicyRequest { policy_name, role_name } = call.input.clone();
        let policy_document = document(&call.found, &policy_name)?;
        Ok(iam::GetRolePolicyResponse { policy_document, policy_name, role_name })
    }

    Read ListUserPolicies: User, by user_name;
    |call| {
        let listing = call.listing("ListUserPolicies", "", call.input.max_items);
        let page = names(&listing, &call.found, call.input.marker.as_deref())?;
        let (is_truncated, marker) = (page.is_truncated(), page.marker);
        Ok(iam::ListUserPoliciesResponse { is_truncated, marker, policy_names: page.items })
    }

    Read ListGroupPolicies: Group, by group_name;
    |call| {
        let listing = call.listing("ListGroupPolicies", "", call.input.max_items);
        let page = names(&listing, &call.found, call.input.marker.as_deref())?;
        let (is_truncated, marker) = (page.is_truncated(), page.marker);
        Ok(iam::ListGroupPoliciesResponse { is_truncated, marker, policy_names: page.items })
    }

    Read ListRolePolicies: Role, by role_name;
    |call| {
        let listing = call.listing("ListRolePolicies", "", call.input.max_items);
        let page = names(&listing, &call.found, call.input.marker.as_deref())?;
        let (is_truncated, marker) = (page.is_truncated(), page.marker);
        Ok(iam::ListRolePoliciesResponse { is_truncated, marker, policy_names: page.items })
    }

    Change DeleteUserPolicy: User, by user_name;
    |call| delete(call.tx, call.found, &call.input.policy_name).await

    Change DeleteGroupPolicy: Group, by group_name;
    |call| delete(call.tx, call.found, &call.input.policy_name).await

    Change DeleteRolePolicy: Role, by role_name;
    |call| delete(call.tx, call.found, &call.input.policy_name).await
}

async fn put<P: Identity, O: Default>(tx: &mut Tx, mut owner: P, name: &str, text: &str) -> Result<O, Error> {
    let described = format!("{} {}", P::RESOURCE, owner.name());
    policy_document::check_inline(owner.inline(), name, text, P::MAX_POLICIES, &described)?;
    owner.inline_mut().insert(name.to_owned(), text.to_owned());
    tx.put(&owner).await?;
    Ok(O::default())
}

fn document<P: Identity>(owner: &P, name: &str) -> Result<String, Error> {
    let document = owner.inline().get(name).ok_or_else(|| no_such_policy::<P>(name))?;
    Ok(policy_document::url_encoded(document))
}

fn names<P: Identity>(
    listing: &Listing<'_>,
    owner: &P,
    marker: Option<&str>,
) -> Result<Listed<String>, Error> {
    listing.page_of(owner.inline().keys().cloned(), marker, String::clone)
}

async fn delete<P: Identity, O: Default>(tx: &mut Tx, mut owner: P, name: &str) -> Result<O, Error> {
    owner.inline_mut().remove(name).ok_or_else(|| no_such_policy::<P>(name))?;
    tx.put(&owner).await?;
    Ok(O::default())
}

fn no_such_policy<P: Identity>(name: &str) -> Error {
    Error::NoSuchEntity { what: P::INLINE_POLICY, name: name.to_owned() }
}
