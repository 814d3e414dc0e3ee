//! Operations by name, and what must hold for every document that was decoded, whatever the wire.

use aws_model::{
    Document, Operation, OperationSchema, Protocol, SERVICES, Shape, StructureSchema, audit_parameters,
    cloudtrail, iam, kms, organizations, sts, validate,
};
use secret::{SecretBytes, SecretString};

use crate::everything::EVERYTHING;

/// The operation that `name` chooses: the one of that name (`kms:Encrypt`, or `Encrypt`), else any, always the same for the
/// same name. Of two services with an operation of one name, the first.
pub fn operation(name: &[u8], wanted: fn(Protocol) -> bool) -> &'static OperationSchema {
    let mut all: Vec<&'static OperationSchema> = SERVICES
        .iter()
        .filter(|service| wanted(service.protocol))
        .flat_map(|service| service.operations.iter().copied())
        .collect();
    all.push(&EVERYTHING);
    let named = std::str::from_utf8(name).ok().and_then(|name| {
        let (service, name) = name.split_once(':').unwrap_or(("", name));
        all.iter().find(|it| it.name == name && (service.is_empty() || it.service.id == service))
    });
    let any = name.iter().fold(0, |sum: usize, byte| sum.wrapping_mul(31).wrapping_add(usize::from(*byte)));
    named.unwrap_or(&all[any % all.len()])
}

/// Checks what must hold for a decoded document.
pub fn check(schema: &'static StructureSchema, document: &Document) {
    let valid = validate(schema, document);
    if let Err(error) = &valid {
        assert!(!error.violations().is_empty());
    }

    // Neither the record nor the message depends on what is secret, except on whether it satisfies its constraints.
    let other = with_other_secrets(document);
    assert_eq!(audit_parameters(schema, document), audit_parameters(schema, &other), "a secret is recorded");
    if let Err(error) = validate(schema, &other) {
        let shown = error.to_string().contains(OTHER_SECRET);
        assert!(!shown || contains_text(document, OTHER_SECRET), "a secret is in a message");
    }
    typed(schema, document, valid.is_ok());
}

/// The same document with members and map entries in the order of their names, and with NaN equal to itself.
pub fn comparable(document: &Document) -> Document {
    match document {
        Document::Structure(members) => {
            let mut members: Vec<_> = members.iter().map(|(name, it)| (*name, comparable(it))).collect();
            members.sort_by_key(|(name, _)| *name);
            Document::Structure(members)
        }
        Document::Map(entries) => {
            let mut entries: Vec<_> = entries.iter().map(|(key, it)| (key.clone(), comparable(it))).collect();
            entries.sort_by(|(one, _), (other, _)| one.cmp(other));
            Document::Map(entries)
        }
        Document::List(values) => Document::List(values.iter().map(comparable).collect()),
        Document::Double(value) if value.is_nan() => Document::String("NaN".to_owned()),
        other => other.clone(),
    }
}

const OTHER_SECRET: &str = "another-secret";

fn with_other_secrets(document: &Document) -> Document {
    match document {
        Document::Secret(_) => Document::Secret(SecretString::new(OTHER_SECRET.to_owned())),
        Document::Blob(_) => Document::Blob(SecretBytes::copy_of(OTHER_SECRET.as_bytes())),
        Document::List(values) => Document::List(values.iter().map(with_other_secrets).collect()),
        Document::Map(entries) => {
            Document::Map(entries.iter().map(|(key, it)| (key.clone(), with_other_secrets(it))).collect())
        }
        Document::Structure(members) => {
            Document::Structure(members.iter().map(|(name, it)| (*name, with_other_secrets(it))).collect())
        }
        other => other.clone(),
    }
}

/// Whether the text stands anywhere that is not secret.
fn contains_text(document: &Document, wanted: &str) -> bool {
    match document {
        Document::String(text) => text.contains(wanted),
        Document::List(values) => values.iter().any(|it| contains_text(it, wanted)),
        Document::Map(entries) => {
            entries.iter().any(|(key, it)| key.contains(wanted) || contains_text(it, wanted))
        }
        Document::Structure(members) => members.iter().any(|(_, it)| contains_text(it, wanted)),
        _ => false,
    }
}

/// A valid document is a generated structure, and comes out of it unchanged.
fn typed(schema: &'static StructureSchema, document: &Document, valid: bool) {
    macro_rules! through {
        ($($operation:path),* $(,)?) => {
            $(
                through_shape::<<$operation as Operation>::Input>(schema, document, valid);
                through_shape::<<$operation as Operation>::Output>(schema, document, valid);
            )*
        };
    }
    // The operations whose shapes have most in them; one of each kind of shape is enough.
    through!(
        kms::CreateKey,
        kms::Decrypt,
        kms::DescribeKey,
        kms::Encrypt,
        kms::GenerateDataKey,
        kms::ListAliases,
        kms::ListKeyRotations,
        kms::ListKeys,
        kms::PutKeyPolicy,
        kms::ReEncrypt,
        kms::ScheduleKeyDeletion,
        kms::TagResource,
        kms::UntagResource,
        sts::AssumeRole,
        sts::GetCallerIdentity,
        iam::CreateAccessKey,
        iam::CreateRole,
        iam::CreateUser,
        iam::GetRole,
        iam::ListAccessKeys,
        iam::ListRoles,
        iam::ListUsers,
        iam::PutRolePolicy,
        iam::UpdateAccessKey,
        cloudtrail::LookupEvents,
        organizations::CreateAccount,
        organizations::ListAccounts,
    );
}

fn through_shape<S: Shape>(schema: &'static StructureSchema, document: &Document, valid: bool) {
    if !std::ptr::eq(S::SCHEMA, schema) {
        return;
    }
    match S::from_document(document.clone()) {
        Ok(shape) => {
            let again = shape.into_document();
            assert!(comparable(&again) == comparable(document), "{} lost something", schema.name);
        }
        Err(error) => assert!(!valid, "valid, and yet: {error}"),
    }
}
