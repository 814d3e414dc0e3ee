//! What the tests of grants share.

use std::sync::Arc;

use aws_model::kms::{
    GrantConstraints, GrantListEntry, ListGrants, ListGrantsRequest, RetireGrantRequest, RevokeGrantRequest,
};
use gate::Caller;
use secret::SecretString;
use serde_json::{Value, json};

use super::{ACCOUNT, STRANGER, World, allow, pairs, root, session, user};

pub const ANN: &str = "arn:aws:iam::111122223333:user/ann";
pub const ROLE: &str = "arn:aws:iam::111122223333:role/Reader";
pub const SESSION: &str = "arn:aws:sts::111122223333:assumed-role/Reader/s1";
pub const BOB: &str = "arn:aws:iam::444455556666:user/bob";

/// A policy that allows nothing of this service.
pub fn nothing() -> Value {
    allow("s3:*", json!({}))
}

pub fn ann() -> Arc<Caller> {
    user(ACCOUNT, "ann", nothing())
}

pub fn bob() -> Arc<Caller> {
    user(STRANGER, "bob", nothing())
}

pub fn reader() -> Arc<Caller> {
    session(ACCOUNT, "Reader", nothing(), None)
}

pub fn subset(context: &[(&str, &str)]) -> Option<GrantConstraints> {
    Some(GrantConstraints { encryption_context_subset: pairs(context), ..GrantConstraints::default() })
}

pub fn equals(context: &[(&str, &str)]) -> Option<GrantConstraints> {
    Some(GrantConstraints { encryption_context_equals: pairs(context), ..GrantConstraints::default() })
}

pub fn retire(key_id: &str, grant_id: &str) -> RetireGrantRequest {
    let (key_id, grant_id) = (Some(key_id.to_owned()), Some(grant_id.to_owned()));
    RetireGrantRequest { key_id, grant_id, ..RetireGrantRequest::default() }
}

pub fn retire_by(token: &SecretString) -> RetireGrantRequest {
    RetireGrantRequest { grant_token: Some(token.clone()), ..RetireGrantRequest::default() }
}

pub fn revoke(key_id: &str, grant_id: &str) -> RevokeGrantRequest {
    RevokeGrantRequest { dry_run: None, grant_id: grant_id.to_owned(), key_id: key_id.to_owned() }
}

pub fn list(key_id: &str) -> ListGrantsRequest {
    ListGrantsRequest { key_id: key_id.to_owned(), ..ListGrantsRequest::default() }
}

pub async fn listed(world: &World, request: ListGrantsRequest) -> Vec<GrantListEntry> {
    world.call::<ListGrants>(&root(ACCOUNT), request).await.unwrap().grants.unwrap()
}
