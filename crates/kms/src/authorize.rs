//! Questions to the gate about keys and aliases, with the condition keys of KMS.
//!
//! Source: KMS Developer Guide, "Condition keys for AWS KMS". `kms:ViaService` is absent: every call here is a direct one.

use aws_model::kms::{EncryptionAlgorithmSpec, MultiRegionKeyType, Tag};
use envelope::EncryptionContext;
use gate::{Caller, Question};
use iam_policy::{Authority, Context};
use key_algorithms::KeyUsage;

use crate::alias::AliasName;
use crate::grants::{GrantRecord, Party};
use crate::key::{Key, KeyRecord};
use crate::origin::KeyOrigin;
use crate::spec::KeySpec;

/// CloudTrail's name for the type of a key.
pub(crate) const KEY_TYPE: &str = "AWS::KMS::Key";
const ALIAS_TYPE: &str = "AWS::KMS::Alias";

/// May the caller do `action` on `key`?
pub(crate) fn about_key(action: &'static str, key: &Key, caller: &Caller) -> Question {
    let mut question = Question::new(action, key.arn.as_str(), key.locator().account).recorded_as(KEY_TYPE);
    question.resource_policy = Some(("key policy", std::sync::Arc::clone(&key.policy)));
    question.authority = Authority::KeyPolicy;
    question.context = key.context.clone();
    add_caller(&mut question.context, caller);
    question
}

/// The same question about something that is not there or not shown. Without a key policy the answer is "no", in the
/// words that a key policy without an allow brings about.
pub(crate) fn about_hidden(
    action: &'static str,
    arn: String,
    owner: arn::AccountId,
    caller: &Caller,
) -> Question {
    let mut question = Question::new(action, arn, owner).recorded_as(KEY_TYPE);
    question.authority = Authority::KeyPolicy;
    add_caller(&mut question.context, caller);
    question
}

/// May the caller do `action` on the alias itself? Aliases have no policy: the caller's own must allow.
pub(crate) fn about_alias(action: &'static str, alias: &AliasName, caller: &Caller) -> Question {
    let mut question = Question::new(action, alias.arn(), alias.account).recorded_as(ALIAS_TYPE);
    add_caller(&mut question.context, caller);
    question
}

/// May the caller do `action`, which is about no existing resource?
pub(crate) fn about_account(action: &'static str, resource: impl Into<String>, caller: &Caller) -> Question {
    let mut question = Question::new(action, resource, caller.account);
    add_caller(&mut question.context, caller);
    question
}

/// The condition keys that depend on the key alone.
pub(crate) fn key_context(record: &KeyRecord) -> Context {
    let mut context = Context::new();
    add_record_kind(&mut context, record);
    add_multi_region_type(&mut context, record.multi_region_type());
    context.insert_many("kms:ResourceAliases", record.aliases.iter().cloned());
    for (key, value) in &record.tags {
        context.insert(format!("aws:ResourceTag/{key}"), value.clone());
    }
    context
}

/// What kind of key it is, and its related keys are.
pub(crate) fn add_record_kind(context: &mut Context, record: &KeyRecord) {
    let multi_region = record.locator.key_id.is_multi_region();
    add_kind(context, record.spec, record.usage, record.origin, multi_region);
}

/// What a multi-Region key is to its related keys.
pub(crate) fn add_multi_region_type(context: &mut Context, kind: Option<MultiRegionKeyType>) {
    if let Some(kind) = kind {
        context.insert("kms:MultiRegionKeyType", kind.as_str());
    }
}

/// What kind of key it is, or for CreateKey would be.
pub(crate) fn add_kind(
    context: &mut Context,
    spec: KeySpec,
    usage: KeyUsage,
    origin: KeyOrigin,
    multi_region: bool,
) {
    context.insert("kms:KeySpec", spec.as_str());
    // The old name of the same condition key.
    context.insert("kms:CustomerMasterKeySpec", spec.as_str());
    context.insert("kms:KeyUsage", usage.as_str());
    context.insert("kms:CustomerMasterKeyUsage", usage.as_str());
    context.insert("kms:KeyOrigin", origin.wire().as_str());
    context.insert("kms:MultiRegion", truth(multi_region));
}

/// The alias by which the request named the key.
pub(crate) fn add_request_alias(context: &mut Context, alias: Option<&str>) {
    if let Some(alias) = alias {
        context.insert("kms:RequestAlias", alias.to_owned());
    }
}

/// How the caller wants to use the key.
pub(crate) fn add_encryption(
    context: &mut Context,
    algorithm: EncryptionAlgorithmSpec,
    pairs: &EncryptionContext,
) {
    context.insert("kms:EncryptionAlgorithm", algorithm.as_str());
    add_encryption_context(context, pairs);
}

/// The encryption context of a request, or of the constraint of a grant to be created.
fn add_encryption_context(context: &mut Context, pairs: &EncryptionContext) {
    for (name, value) in pairs.iter() {
        context.insert(format!("kms:EncryptionContext:{name}"), value.to_owned());
    }
    context.insert_many("kms:EncryptionContextKeys", pairs.iter().map(|(name, _)| name.to_owned()));
}

/// The grant that is to be created.
pub(crate) fn add_grant(context: &mut Context, grant: &GrantRecord) {
    context.insert_many(
        "kms:GrantOperations",
        grant.operations.iter().map(|operation| operation.as_str().to_owned()),
    );
    match &grant.grantee {
        Party::Principal(arn) => context.insert("kms:GranteePrincipal", arn.clone()),
        Party::Service(name) => context.insert("kms:GranteeServicePrincipal", name.clone()),
    }
    if let Some(Party::Principal(arn)) = &grant.retiring {
        context.insert("kms:RetiringPrincipal", arn.clone());
    }
    if let Some(kind) = grant.constraints.kind() {
        context.insert("kms:GrantConstraintType", kind);
    }
    if let Some(arn) = &grant.constraints.source_arn {
        context.insert("kms:GrantConstraintSourceArn", arn.clone());
    }
    if let Some(constraint) = &grant.constraints.context {
        add_encryption_context(context, constraint.pairs());
    }
}

/// For CreateGrant, ListGrants and RevokeGrant: no AWS service calls here on somebody's behalf.
pub(crate) fn add_grant_is_for_aws_resource(context: &mut Context) {
    context.insert("kms:GrantIsForAWSResource", truth(false));
}

/// Tags that the request brings.
pub(crate) fn add_request_tags(context: &mut Context, tags: &[Tag]) {
    for tag in tags {
        context.insert(format!("aws:RequestTag/{}", tag.tag_key), tag.tag_value.clone());
    }
    add_tag_keys(context, tags.iter().map(|tag| tag.tag_key.as_str()));
}

/// Keys of tags that the request names.
pub(crate) fn add_tag_keys<'a>(context: &mut Context, keys: impl Iterator<Item = &'a str>) {
    context.insert_many("aws:TagKeys", keys.map(str::to_owned));
}

pub(crate) fn truth(value: bool) -> &'static str {
    if value { "true" } else { "false" }
}

fn add_caller(context: &mut Context, caller: &Caller) {
    context.insert("kms:CallerAccount", caller.account.to_string());
}
