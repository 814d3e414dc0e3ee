"""A SAML identity provider, as small as one can be: it writes its XML in canonical form, so that nothing needs to canonicalize it."""

import base64
import datetime
import hashlib
from dataclasses import dataclass, field, replace
from typing import Self
from xml.sax.saxutils import escape

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import padding, rsa
from cryptography.x509.oid import NameOID

ENTITY_ID = "https://idp.example.com/metadata"
SIGN_IN = "https://signin.aws.amazon.com/saml"
ATTRIBUTES = "https://aws.amazon.com/SAML/Attributes/"

_ASSERTION = "urn:oasis:names:tc:SAML:2.0:assertion"
_PROTOCOL = "urn:oasis:names:tc:SAML:2.0:protocol"
_SIGNATURE = "http://www.w3.org/2000/09/xmldsig#"
_EXCLUSIVE = "http://www.w3.org/2001/10/xml-exc-c14n#"


@dataclass(frozen=True)
class Says:
    """What an assertion says."""

    attributes: dict[str, list[str]]
    subject: str = "ann@example.com"
    issuer: str = ENTITY_ID
    audience: str = "urn:amazon:webservices"
    recipient: str = SIGN_IN
    #: In seconds from now.
    issued: int = 0
    session_ends: int | None = None
    status: str = "Success"

    def with_attribute(self, name: str, *values: str) -> Self:
        """The same with one attribute more, or another value of one."""
        return replace(self, attributes={**self.attributes, name: list(values)})

    def without_attribute(self, name: str) -> Self:
        """The same without it."""
        return replace(self, attributes={known: values for known, values in self.attributes.items() if known != name})


def for_role(role_arn: str, provider_arn: str) -> Says:
    """What an assertion must say at least."""
    return Says({f"{ATTRIBUTES}Role": [f"{role_arn},{provider_arn}"], f"{ATTRIBUTES}RoleSessionName": ["ann"]})


@dataclass(frozen=True)
class IdentityProvider:
    """A key, and the documents that it signs."""

    key: rsa.RSAPrivateKey = field(default_factory=lambda: rsa.generate_private_key(65537, 2048))

    def metadata(self) -> str:
        """The metadata document."""
        name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "idp.example.com")])
        now = datetime.datetime.now(datetime.UTC)
        made = x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(self.key.public_key())
        made = made.serial_number(1).not_valid_before(now).not_valid_after(now + datetime.timedelta(days=365))
        der = made.sign(self.key, hashes.SHA256()).public_bytes(serialization.Encoding.DER)
        return (
            f'<EntityDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata" entityID="{ENTITY_ID}">'
            f'<IDPSSODescriptor protocolSupportEnumeration="{_PROTOCOL}"><KeyDescriptor use="signing">'
            f'<KeyInfo xmlns="{_SIGNATURE}"><X509Data><X509Certificate>{base64.b64encode(der).decode()}'
            "</X509Certificate></X509Data></KeyInfo></KeyDescriptor></IDPSSODescriptor></EntityDescriptor>"
        )

    def response(self, says: Says) -> str:
        """A response with a signed assertion, in base64."""
        assertion = _assertion(says)
        # The canonical form of what is signed is the text itself.
        digest = base64.b64encode(hashlib.sha256(assertion.encode()).digest()).decode()
        info = _signed_info(digest)
        value = base64.b64encode(self.key.sign(info.encode(), padding.PKCS1v15(), hashes.SHA256())).decode()
        inside = info.replace(f'<SignedInfo xmlns="{_SIGNATURE}">', "<SignedInfo>")
        signature = f'<Signature xmlns="{_SIGNATURE}">{inside}<SignatureValue>{value}</SignatureValue></Signature>'
        signed = assertion.replace("</Issuer>", f"</Issuer>{signature}", 1)
        document = (
            f'<p:Response xmlns:p="{_PROTOCOL}" ID="_response" IssueInstant="{_time(says.issued)}" Version="2.0">'
            f'<p:Status><p:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:{says.status}"/></p:Status>'
            f"{signed}</p:Response>"
        )
        return base64.b64encode(document.encode()).decode()


def _assertion(says: Says) -> str:
    values = {
        name: "".join(f"<AttributeValue>{escape(value)}</AttributeValue>" for value in values)
        for name, values in says.attributes.items()
    }
    attributes = "".join(f'<Attribute Name="{name}">{inside}</Attribute>' for name, inside in values.items())
    ends = "" if says.session_ends is None else f' SessionNotOnOrAfter="{_time(says.session_ends)}"'
    return (
        f'<Assertion xmlns="{_ASSERTION}" ID="_assertion" IssueInstant="{_time(says.issued)}" Version="2.0">'
        f"<Issuer>{says.issuer}</Issuer>"
        f'<Subject><NameID Format="urn:oasis:names:tc:SAML:2.0:nameid-format:persistent">{escape(says.subject)}</NameID>'
        '<SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer">'
        f'<SubjectConfirmationData NotOnOrAfter="{_time(600)}" Recipient="{says.recipient}"></SubjectConfirmationData>'
        "</SubjectConfirmation></Subject>"
        f'<Conditions NotBefore="{_time(says.issued)}" NotOnOrAfter="{_time(600)}">'
        f"<AudienceRestriction><Audience>{says.audience}</Audience></AudienceRestriction></Conditions>"
        f'<AuthnStatement AuthnInstant="{_time(says.issued)}"{ends}></AuthnStatement>'
        f"<AttributeStatement>{attributes}</AttributeStatement></Assertion>"
    )


def _signed_info(digest: str) -> str:
    return (
        f'<SignedInfo xmlns="{_SIGNATURE}"><CanonicalizationMethod Algorithm="{_EXCLUSIVE}"></CanonicalizationMethod>'
        '<SignatureMethod Algorithm="http://www.w3.org/2001/04/xmldsig-more#rsa-sha256"></SignatureMethod>'
        f'<Reference URI="#_assertion"><Transforms><Transform Algorithm="{_SIGNATURE}enveloped-signature"></Transform>'
        f'<Transform Algorithm="{_EXCLUSIVE}"></Transform></Transforms>'
        '<DigestMethod Algorithm="http://www.w3.org/2001/04/xmlenc#sha256"></DigestMethod>'
        f"<DigestValue>{digest}</DigestValue></Reference></SignedInfo>"
    )


def _time(seconds: int) -> str:
    at = datetime.datetime.now(datetime.UTC) + datetime.timedelta(seconds=seconds)
    return at.strftime("%Y-%m-%dT%H:%M:%SZ")
