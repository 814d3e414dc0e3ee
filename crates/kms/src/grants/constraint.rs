use std::collections::BTreeMap;

use aws_model::kms::{GrantConstraints, GrantOperation};
use envelope::EncryptionContext;
use serde::{Deserialize, Serialize};

use crate::{Error, encryption_context};

/// The most pairs of an encryption context constraint. Source: API Reference, CreateGrant.
const MAX_PAIRS: usize = 8;

/// The most characters of a name or a value in it.
const MAX_CHARACTERS: usize = 384;

/// Under which conditions a grant counts.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Constraints {
    /// What the encryption context of a request must be.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub context: Option<ContextConstraint>,
    /// The resource on whose behalf an AWS service calls. No call here is made on behalf of one, so that such a grant allows
    /// nothing but to be retired.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source_arn: Option<String>,
}

/// Names and values are compared exactly. AWS's API Reference calls the names not case sensitive and its Developer Guide says
/// the opposite; the stricter reading is the safe one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", content = "pairs", rename_all = "kebab-case")]
pub enum ContextConstraint {
    /// These pairs and no others.
    Equals(EncryptionContext),
    /// These pairs, and maybe others.
    Subset(EncryptionContext),
}

impl Constraints {
    /// What a request asks for.
    pub fn read(given: Option<&GrantConstraints>) -> Result<Self, Error> {
        let Some(given) = given else { return Ok(Self::default()) };
        let context = match (&given.encryption_context_equals, &given.encryption_context_subset) {
            (None, None) => None,
            (Some(pairs), None) => Some(ContextConstraint::Equals(read_pairs(pairs)?)),
            (None, Some(pairs)) => Some(ContextConstraint::Subset(read_pairs(pairs)?)),
            (Some(_), Some(_)) => return Err(Error::invalid("More than one constraint supplied")),
        };
        Ok(Self { context, source_arn: given.source_arn.clone() })
    }

    /// As ListGrants shows them.
    pub fn wire(&self) -> Option<GrantConstraints> {
        let pairs = |context: &EncryptionContext| Some(context.as_map().clone());
        let (equals, subset) = match &self.context {
            None if self.source_arn.is_none() => return None,
            None => (None, None),
            Some(ContextConstraint::Equals(context)) => (pairs(context), None),
            Some(ContextConstraint::Subset(context)) => (None, pairs(context)),
        };
        Some(GrantConstraints {
            encryption_context_equals: equals,
            encryption_context_subset: subset,
            source_arn: self.source_arn.clone(),
        })
    }

    /// `kms:GrantConstraintType`.
    pub fn kind(&self) -> Option<&'static str> {
        match &self.context {
            Some(ContextConstraint::Equals(_)) => Some("EncryptionContextEquals"),
            Some(ContextConstraint::Subset(_)) => Some("EncryptionContextSubset"),
            None => self.source_arn.as_ref().map(|_| "SourceArn"),
        }
    }

    /// Whether a grant with these constraints can have `operations`: an encryption context constraint is for operations that
    /// have an encryption context, and for those that manage.
    pub fn check(&self, operations: impl IntoIterator<Item = GrantOperation>) -> Result<(), Error> {
        if self.context.is_none() {
            return Ok(());
        }
        match operations.into_iter().find(|operation| !takes_constraint(*operation)) {
            None => Ok(()),
            Some(operation) => Err(Error::invalid(format!(
                "Encryption context constraints are not supported for the {operation} operation, which has no encryption \
                 context."
            ))),
        }
    }

    /// Whether everything that a grant with these constraints allows is allowed with `parent`'s too.
    pub fn is_within(&self, parent: &Self) -> bool {
        parent.source_arn.is_none()
            && match (&self.context, &parent.context) {
                (_, None) => true,
                (None, Some(_)) => false,
                (Some(child), Some(parent)) => child.is_within(parent),
            }
    }
}

impl ContextConstraint {
    /// The pairs.
    pub fn pairs(&self) -> &EncryptionContext {
        match self {
            Self::Equals(pairs) | Self::Subset(pairs) => pairs,
        }
    }

    /// Whether a request with this encryption context may use the grant.
    pub fn allows(&self, context: &EncryptionContext) -> bool {
        match self {
            Self::Equals(pairs) => pairs == context,
            Self::Subset(pairs) => includes(context, pairs),
        }
    }

    fn is_within(&self, parent: &Self) -> bool {
        match (self, parent) {
            (Self::Equals(child), parent) => parent.allows(child),
            (Self::Subset(child), Self::Subset(parent)) => includes(child, parent),
            (Self::Subset(_), Self::Equals(_)) => false,
        }
    }
}

fn includes(all: &EncryptionContext, some: &EncryptionContext) -> bool {
    some.iter().all(|(name, value)| all.get(name) == Some(value))
}

fn takes_constraint(operation: GrantOperation) -> bool {
    use GrantOperation as Op;
    match operation {
        Op::Decrypt
        | Op::Encrypt
        | Op::GenerateDataKey
        | Op::GenerateDataKeyWithoutPlaintext
        | Op::GenerateDataKeyPair
        | Op::GenerateDataKeyPairWithoutPlaintext
        | Op::ReEncryptFrom
        | Op::ReEncryptTo
        | Op::CreateGrant
        | Op::RetireGrant
        | Op::DescribeKey => true,
        Op::Sign
        | Op::Verify
        | Op::GetPublicKey
        | Op::GenerateMac
        | Op::VerifyMac
        | Op::DeriveSharedSecret
        | Op::Encapsulate
        | Op::Decapsulate => false,
    }
}

fn read_pairs(pairs: &BTreeMap<String, String>) -> Result<EncryptionContext, Error> {
    // AWS does not say what an empty constraint means. Taking it for none would let more through than its author may think.
    if pairs.is_empty() {
        return Err(Error::invalid("An encryption context constraint needs at least one pair."));
    }
    if pairs.len() > MAX_PAIRS {
        return Err(Error::invalid(format!(
            "The encryption context constraint has {} pairs, the limit is {MAX_PAIRS}.",
            pairs.len()
        )));
    }
    let too_long = |text: &String| text.chars().count() > MAX_CHARACTERS;
    if pairs.iter().any(|(name, value)| too_long(name) || too_long(value)) {
        return Err(Error::invalid(format!(
            "A name or value of the encryption context constraint has more than {MAX_CHARACTERS} characters."
        )));
    }
    encryption_context::read(Some(pairs))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn context(pairs: &[(&str, &str)]) -> EncryptionContext {
        pairs.iter().copied().collect()
    }

    fn equals(pairs: &[(&str, &str)]) -> Constraints {
        Constraints { context: Some(ContextConstraint::Equals(context(pairs))), source_arn: None }
    }

    fn subset(pairs: &[(&str, &str)]) -> Constraints {
        Constraints { context: Some(ContextConstraint::Subset(context(pairs))), source_arn: None }
    }

    #[test]
    fn a_child_is_as_strict_or_stricter() {
        let (it, more) = ([("Department", "IT")], [("Department", "IT"), ("Purpose", "Test")]);
        let none = Constraints::default();
        for (parent, child, within) in [
            (&none, &none, true),
            (&none, &subset(&it), true),
            (&subset(&it), &none, false),
            (&subset(&it), &subset(&it), true),
            (&subset(&it), &subset(&more), true),
            (&subset(&more), &subset(&it), false),
            (&subset(&it), &equals(&more), true),
            (&subset(&more), &equals(&it), false),
            (&equals(&it), &equals(&it), true),
            (&equals(&it), &equals(&more), false),
            (&equals(&it), &subset(&it), false),
            (&equals(&it), &none, false),
        ] {
            assert_eq!(child.is_within(parent), within, "{child:?} of {parent:?}");
        }
    }

    #[test]
    fn equals_and_subset() {
        let it = context(&[("Department", "IT")]);
        let (equals, subset) = (ContextConstraint::Equals(it.clone()), ContextConstraint::Subset(it.clone()));
        for (request, by_equals, by_subset) in [
            (&it, true, true),
            (&context(&[("Department", "IT"), ("Purpose", "Test")]), false, true),
            (&context(&[("department", "IT")]), false, false),
            (&context(&[("Department", "it")]), false, false),
            (&context(&[]), false, false),
        ] {
            assert_eq!(
                (equals.allows(request), subset.allows(request)),
                (by_equals, by_subset),
                "{request:?}"
            );
        }
    }

    #[test]
    fn limits() {
        let read = |pairs: BTreeMap<String, String>| {
            let given = GrantConstraints { encryption_context_subset: Some(pairs), ..Default::default() };
            Constraints::read(Some(&given)).is_ok()
        };
        let pairs = |count: usize, length: usize| {
            (0..count).map(|number| (number.to_string(), "ä".repeat(length))).collect::<BTreeMap<_, _>>()
        };
        assert!(read(pairs(8, 384)));
        assert!(!read(pairs(9, 1)) && !read(pairs(1, 385)) && !read(pairs(0, 0)));
        assert_eq!(Constraints::read(Some(&GrantConstraints::default())).unwrap(), Constraints::default());
    }
}
