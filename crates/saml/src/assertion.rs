//! The assertion: whom it is about, whom it is for, and when it counts.
//!
//! Sources: SAML Core, section 2; SAML Profiles, section 4.1.4; IAM User Guide, "Configure SAML assertions for the authentication response".

use std::time::Duration;

use clock::Timestamp;
use roxmltree::Node;

use crate::xml::{self, ASSERTION};
use crate::{Error, Metadata};

/// How long after its IssueInstant an assertion is taken, and how far clocks may differ.
const MAX_AGE: Duration = Duration::from_secs(300);
const CLOCK_SKEW: Duration = Duration::from_secs(300);

const BEARER: &str = "urn:oasis:names:tc:SAML:2.0:cm:bearer";

/// Whom responses must be meant for.
#[derive(Debug, Clone, Copy)]
pub struct ServiceProvider<'a> {
    /// What `Audience` may be.
    pub audiences: &'a [String],
    /// What `Recipient`, and `Destination` where there is one, may be.
    pub recipients: &'a [String],
}

impl ServiceProvider<'_> {
    pub(crate) fn is_recipient(&self, address: &str) -> bool {
        self.recipients.iter().any(|known| known == address)
    }
}

/// A verified assertion: signed by the identity provider, meant for the service provider, and valid when it was verified.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assertion {
    pub(crate) id: String,
    pub(crate) issuer: String,
    pub(crate) name_id: NameId,
    pub(crate) recipient: String,
    pub(crate) session_not_on_or_after: Option<Timestamp>,
    /// By name, in the document's order; a name that is there twice has the values of both.
    pub(crate) attributes: Vec<(String, Vec<String>)>,
}

/// Whom the assertion is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NameId {
    /// The text of `NameID`.
    pub value: String,
    /// Its `Format`, whole.
    pub format: Option<String>,
}

impl NameId {
    /// The format as STS answers it and `saml:sub_type` has it: without `urn:oasis:names:tc:SAML:2.0:nameid-format:`.
    pub fn subject_type(&self) -> Option<&str> {
        let format = self.format.as_deref()?;
        Some(format.strip_prefix("urn:oasis:names:tc:SAML:2.0:nameid-format:").unwrap_or(format))
    }
}

impl Assertion {
    /// The assertion's `ID`.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// The identity provider's entity id.
    pub fn issuer(&self) -> &str {
        &self.issuer
    }

    /// Whom it is about.
    pub fn name_id(&self) -> &NameId {
        &self.name_id
    }

    /// The address that it was to be delivered to. STS calls this the audience, as does the condition key `saml:aud`.
    pub fn recipient(&self) -> &str {
        &self.recipient
    }

    /// When the user's session at the identity provider ends.
    pub fn session_not_on_or_after(&self) -> Option<Timestamp> {
        self.session_not_on_or_after
    }

    /// The values of an attribute; none when it is not there.
    pub fn attribute(&self, name: &str) -> &[String] {
        self.attributes.iter().find(|(known, _)| known == name).map_or(&[], |(_, values)| values)
    }

    pub(crate) fn check_issuer(assertion: Node<'_, '_>, provider: &Metadata) -> Result<String, Error> {
        let issuer = one(assertion, "Issuer", "the assertion has no Issuer")?;
        match xml::text(issuer)? {
            text if text == provider.entity_id => Ok(text),
            _ => Err(Error::Issuer),
        }
    }

    pub(crate) fn read(
        assertion: Node<'_, '_>,
        provider: &Metadata,
        service_provider: &ServiceProvider<'_>,
        now: Timestamp,
    ) -> Result<Self, Error> {
        if assertion.attribute("Version") != Some("2.0") {
            return Err(Error::Malformed("the assertion is not of SAML version 2.0"));
        }
        let issuer = Self::check_issuer(assertion, provider)?;
        let issued =
            time(assertion, "IssueInstant")?.ok_or(Error::Malformed("the assertion has no IssueInstant"))?;
        not_before(issued, now)?;
        not_on_or_after(issued.plus(MAX_AGE), now)?;
        if provider.valid_until.is_some_and(|end| now >= end) {
            return Err(Error::Certificate("the metadata document has expired; upload a new one"));
        }
        let subject = one(assertion, "Subject", "the assertion has no Subject")?;
        let name_id = name_id(subject)?;
        let recipient = confirmation(subject, service_provider, now)?;
        conditions(assertion, service_provider, now)?;
        Ok(Self {
            id: assertion.attribute("ID").unwrap_or_default().to_owned(),
            issuer,
            name_id,
            recipient,
            session_not_on_or_after: session_end(assertion, now)?,
            attributes: attributes(assertion)?,
        })
    }
}

fn one<'a, 'i>(node: Node<'a, 'i>, name: &'static str, missing: &'static str) -> Result<Node<'a, 'i>, Error> {
    xml::at_most_one(node, ASSERTION, name)?.ok_or(Error::Malformed(missing))
}

fn name_id(subject: Node<'_, '_>) -> Result<NameId, Error> {
    let node = one(subject, "NameID", "the Subject has no NameID")?;
    let value = xml::text(node)?;
    if value.is_empty() {
        return Err(Error::Malformed("the NameID is empty"));
    }
    Ok(NameId { value, format: node.attribute("Format").map(str::to_owned) })
}

/// AWS wants exactly one confirmation. Its recipient.
fn confirmation(
    subject: Node<'_, '_>,
    service_provider: &ServiceProvider<'_>,
    now: Timestamp,
) -> Result<String, Error> {
    let confirmation = one(subject, "SubjectConfirmation", "the Subject has no SubjectConfirmation")?;
    if confirmation.attribute("Method") != Some(BEARER) {
        return Err(Error::Malformed("the method of the SubjectConfirmation must be bearer"));
    }
    let missing = "the SubjectConfirmation has no SubjectConfirmationData";
    let data = one(confirmation, "SubjectConfirmationData", missing)?;
    let end = time(data, "NotOnOrAfter")?;
    not_on_or_after(end.ok_or(Error::Malformed("the SubjectConfirmationData has no NotOnOrAfter"))?, now)?;
    if let Some(start) = time(data, "NotBefore")? {
        not_before(start, now)?;
    }
    let recipient = data.attribute("Recipient");
    let recipient = recipient.ok_or(Error::Malformed("the SubjectConfirmationData has no Recipient"))?;
    if !service_provider.is_recipient(recipient) {
        return Err(Error::Recipient);
    }
    Ok(recipient.to_owned())
}

/// A condition that is not understood makes an assertion useless (SAML Core, section 2.5.1.1).
fn conditions(
    assertion: Node<'_, '_>,
    service_provider: &ServiceProvider<'_>,
    now: Timestamp,
) -> Result<(), Error> {
    let conditions = xml::at_most_one(assertion, ASSERTION, "Conditions")?.ok_or(Error::Audience)?;
    if let Some(start) = time(conditions, "NotBefore")? {
        not_before(start, now)?;
    }
    if let Some(end) = time(conditions, "NotOnOrAfter")? {
        not_on_or_after(end, now)?;
    }
    let mut has_audience = false;
    for condition in xml::elements(conditions) {
        if xml::is(condition, ASSERTION, "AudienceRestriction") {
            let mut is_for_us = false;
            for audience in xml::all(condition, ASSERTION, "Audience") {
                let audience = xml::text(audience)?;
                is_for_us |= service_provider.audiences.contains(&audience);
            }
            if !is_for_us {
                return Err(Error::Audience);
            }
            has_audience = true;
        } else if !xml::is(condition, ASSERTION, "ProxyRestriction") {
            // ProxyRestriction limits who makes assertions from this one. Nobody does here.
            return Err(Error::Condition(condition.tag_name().name().chars().take(100).collect()));
        }
    }
    if has_audience { Ok(()) } else { Err(Error::Audience) }
}

fn session_end(assertion: Node<'_, '_>, now: Timestamp) -> Result<Option<Timestamp>, Error> {
    let mut earliest: Option<Timestamp> = None;
    for statement in xml::all(assertion, ASSERTION, "AuthnStatement") {
        if let Some(end) = time(statement, "SessionNotOnOrAfter")? {
            not_on_or_after(end, now)?;
            earliest = Some(earliest.map_or(end, |known| known.min(end)));
        }
    }
    Ok(earliest)
}

/// Values that have elements inside, such as a NameID in eduPersonTargetedID, are the text of all of it.
fn attributes(assertion: Node<'_, '_>) -> Result<Vec<(String, Vec<String>)>, Error> {
    let mut attributes: Vec<(String, Vec<String>)> = Vec::new();
    for attribute in xml::all(assertion, ASSERTION, "AttributeStatement")
        .flat_map(|statement| xml::all(statement, ASSERTION, "Attribute"))
    {
        let name = attribute.attribute("Name").ok_or(Error::Malformed("an attribute has no Name"))?;
        let mut values = Vec::new();
        for value in xml::all(attribute, ASSERTION, "AttributeValue") {
            let mut inside = xml::elements(value);
            values.push(match (inside.next(), inside.next()) {
                (Some(only), None) => xml::text(only)?,
                _ => xml::text(value)?,
            });
        }
        match attributes.iter_mut().find(|(known, _)| known == name) {
            Some((_, known)) => known.append(&mut values),
            None => attributes.push((name.to_owned(), values)),
        }
    }
    Ok(attributes)
}

fn time(node: Node<'_, '_>, attribute: &str) -> Result<Option<Timestamp>, Error> {
    let parsed = node.attribute(attribute).map(Timestamp::parse_iso8601).transpose();
    parsed.map_err(|_| Error::Malformed("a time is not written as 2026-01-31T12:00:00Z"))
}

fn not_before(start: Timestamp, now: Timestamp) -> Result<(), Error> {
    if start > now.plus(CLOCK_SKEW) { Err(Error::NotYetValid) } else { Ok(()) }
}

fn not_on_or_after(end: Timestamp, now: Timestamp) -> Result<(), Error> {
    if now >= end { Err(Error::Expired) } else { Ok(()) }
}
