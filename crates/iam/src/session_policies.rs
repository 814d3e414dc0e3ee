//! Session policies: what limits a session beside the policies of its role or user.
//!
//! Source: IAM User Guide, "Session policies"; STS API Reference, "AssumeRole".

use std::sync::Arc;

use arn::AccountId;
use aws_model::sts;
use iam_policy::{Policy, PolicyKind};

use crate::Error;
use crate::identity_policies::PolicyCaches;

/// The text of the one and the ARNs of the others together, in characters.
const MAX_TEXT: usize = 2048;
const MAX_MANAGED: usize = 10;

/// The session policies of a session. One of them must allow what the session does, unless there are none.
#[derive(Clone, Default)]
pub(crate) struct SessionPolicies {
    /// The one that was passed as a text: the text and what it says.
    pub inline: Option<(String, Arc<Policy>)>,
    /// The ARNs of the managed ones. What these say is looked up at each use, so that a change counts for sessions that have begun.
    pub managed: Vec<String>,
}

impl SessionPolicies {
    /// Those of a request. Whether the managed ones exist is not looked at.
    pub fn passed(text: Option<&str>, arns: Option<&[sts::PolicyDescriptorType]>) -> Result<Self, Error> {
        let arns = arns.unwrap_or_default().iter().filter_map(|policy| policy.arn.clone());
        let managed: Vec<String> = arns.collect();
        if managed.len() > MAX_MANAGED {
            return Err(too_long("policyArns", MAX_MANAGED));
        }
        let texts = managed.iter().map(String::as_str).chain(text);
        if texts.map(|text| text.chars().count()).sum::<usize>() > MAX_TEXT {
            return Err(too_long("policy", MAX_TEXT));
        }
        let inline = text.map(|text| compiled(text.to_owned())).transpose()?;
        Ok(Self { inline, managed })
    }

    /// Those that a token holds.
    pub fn kept(text: Option<String>, managed: Vec<String>) -> Result<Self, Error> {
        Ok(Self { inline: text.map(compiled).transpose()?, managed })
    }

    /// What they take of the space for session policies and tags, in bytes.
    pub fn packed_len(&self) -> usize {
        let inline = self.inline.as_ref().map_or(0, |(_, policy)| policy.packed_len());
        inline + self.managed.iter().map(String::len).sum::<usize>()
    }

    /// Checks that the managed ones are there for sessions of this account. Only for who may begin the session: it tells which policies
    /// there are.
    pub async fn check(&self, account: AccountId, caches: &PolicyCaches) -> Result<(), Error> {
        for arn in &self.managed {
            if caches.of_session(account, arn).await?.is_none() {
                return Err(Error::validation(format!(
                    "{arn} is no managed policy of AWS or of the account that the session is of."
                )));
            }
        }
        Ok(())
    }
}

fn compiled(text: String) -> Result<(String, Arc<Policy>), Error> {
    let policy = Policy::parse(&text, PolicyKind::Session)?;
    Ok((text, Arc::new(policy)))
}

fn too_long(member: &str, limit: usize) -> Error {
    Error::validation(format!(
        "1 validation error detected: Value at '{member}' failed to satisfy constraint: Member must have length less than or equal to \
         {limit}"
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    const POLICY: &str = r#"{"Statement":{"Effect":"Allow","Action":"s3:*","Resource":"*"}}"#;
    const READ_ONLY: &str = "arn:aws:iam::aws:policy/ReadOnlyAccess";

    fn padded(length: usize) -> String {
        format!("{POLICY}{}", " ".repeat(length - POLICY.len()))
    }

    fn arns(count: usize) -> Vec<sts::PolicyDescriptorType> {
        vec![sts::PolicyDescriptorType { arn: Some(READ_ONLY.to_owned()) }; count]
    }

    #[test]
    fn they_have_a_largest_size_and_number() {
        assert!(SessionPolicies::passed(Some(&padded(MAX_TEXT)), None).is_ok());
        let refused =
            |text: &str, count| SessionPolicies::passed(Some(text), Some(&arns(count))).err().unwrap();
        assert!(refused(&padded(MAX_TEXT + 1), 0).to_string().contains("'policy'"));
        let room = MAX_TEXT - 10 * READ_ONLY.len();
        assert!(SessionPolicies::passed(Some(&padded(room)), Some(&arns(10))).is_ok());
        assert!(refused(&padded(room + 1), 10).to_string().contains("'policy'"));
        assert!(refused(POLICY, 11).to_string().contains("'policyArns'"));
        assert!(matches!(refused("{}", 0), Error::MalformedPolicy(_)));
    }
}
