//! Which shapes are secret although the description does not say so.

/// Service and shape. A secret shape becomes a type that is wiped when dropped, has no `Debug`, and stays out of error
/// texts and audit records.
const ALSO_SECRET: &[(&str, &str)] = &[
    // A one-time password of a virtual or hardware MFA device: it authenticates until its half minute is over.
    ("iam", "authenticationCodeType"),
    ("sts", "tokenCodeType"),
    // A grant token lets its grant be retired and used; CloudTrail leaves it out of its records too.
    ("kms", "GrantTokenType"),
    // The session token of temporary credentials. Requests are signed with the secret key, but a token that leaked
    // beside it is what makes the credentials usable.
    ("sts", "tokenType"),
];

/// Whether `shape` is secret beyond what the description marks.
pub fn also_secret(service: &str, shape: &str) -> bool {
    ALSO_SECRET.contains(&(service, shape))
}
