/// Why a text is not a policy.
///
/// The messages begin as AWS's do, so that they can stand behind `MalformedPolicyDocument` (IAM, STS) and
/// `MalformedPolicyDocumentException` (KMS), and then say where the problem is and what to write instead.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PolicyError {
    /// More text than any policy may have.
    #[error("Policy document is too large: {actual} bytes, at most {limit} are allowed.")]
    TooLarge {
        /// The most that is allowed.
        limit: usize,
        /// What was given.
        actual: usize,
    },
    /// Not JSON, a key twice in one object, or nested too deeply.
    #[error("Syntax errors in policy. Line {line}, column {column}: {reason}.")]
    Syntax {
        /// Line, from 1.
        line: usize,
        /// Column, from 1.
        column: usize,
        /// What is wrong there.
        reason: String,
    },
    /// JSON, but an element is missing, not allowed in this kind of policy, or has a wrong value.
    #[error("{reason} At {path}.")]
    Element {
        /// Where: `Statement[1].Condition.DateLessThan.aws:CurrentTime`.
        path: String,
        /// What is wrong, a sentence.
        reason: String,
    },
}
