#!/usr/bin/env python3
"""Makes v1.json with lxml (libxml2's canonicalization), signxml and `cryptography`, and checks what is in it.

v1.json holds a metadata document, responses that are right, forged or of another time, each with what must come out, and canonical forms of
elements. Keys are made for each file and thrown away.

    python3 crates/saml/tests/golden/recompute.py            check that signxml verifies what is accepted, and the canonical forms
    python3 crates/saml/tests/golden/recompute.py --write    make everything anew

Needs `pip install signxml==5.2.0` (which brings lxml and cryptography).
"""

import base64
import copy
import datetime
import hashlib
import json
import pathlib
import sys
from collections.abc import Iterator

import signxml
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.x509.oid import NameOID
from lxml import etree
from signxml import CanonicalizationMethod, DigestAlgorithm, SignatureConfiguration, SignatureMethod

VECTORS = pathlib.Path(__file__).parent / "v1.json"
NOW = datetime.datetime(2026, 7, 1, 12, tzinfo=datetime.UTC)
ENTITY = "https://idp.example.com/metadata"
RECIPIENT = "https://signin.aws.amazon.com/saml"
NS = {
    "samlp": "urn:oasis:names:tc:SAML:2.0:protocol",
    "saml": "urn:oasis:names:tc:SAML:2.0:assertion",
    "ds": "http://www.w3.org/2000/09/xmldsig#",
}
EXCLUSIVE = "http://www.w3.org/2001/10/xml-exc-c14n#"
AWS = "https://aws.amazon.com/SAML/Attributes/"

Key = rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey


def certificate(key: Key) -> x509.Certificate:
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "idp.example.com")])
    builder = x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
    builder = builder.serial_number(x509.random_serial_number())
    builder = builder.not_valid_before(NOW - datetime.timedelta(days=400))
    builder = builder.not_valid_after(NOW + datetime.timedelta(days=36500))
    return builder.sign(key, hashes.SHA256())


def pem(certificate: x509.Certificate) -> str:
    return certificate.public_bytes(serialization.Encoding.PEM).decode()


def der(certificate: x509.Certificate) -> str:
    return base64.encodebytes(certificate.public_bytes(serialization.Encoding.DER)).decode()


def time(seconds: int = 0) -> str:
    return (NOW + datetime.timedelta(seconds=seconds)).strftime("%Y-%m-%dT%H:%M:%SZ")


def metadata(certificates: list[x509.Certificate]) -> str:
    keys = "".join(
        f'<KeyDescriptor use="signing"><ds:KeyInfo xmlns:ds="{NS["ds"]}"><ds:X509Data><ds:X509Certificate>\n'
        f"{der(each)}</ds:X509Certificate></ds:X509Data></ds:KeyInfo></KeyDescriptor>\n"
        for each in certificates
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<!-- the identity provider of the tests -->\n'
        f'<EntityDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata" entityID="{ENTITY}" validUntil="{time(86400 * 365)}">\n'
        f'<IDPSSODescriptor protocolSupportEnumeration="{NS["samlp"]}">\n{keys}'
        '<SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST" Location="https://idp.example.com/sso"/>\n'
        "</IDPSSODescriptor></EntityDescriptor>\n"
    )


def attribute(name: str, *values: str) -> str:
    inside = "".join(
        '<saml:AttributeValue xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="xs:string">'
        f"{value}</saml:AttributeValue>"
        for value in values
    )
    return f'<saml:Attribute Name="{name}">{inside}</saml:Attribute>'


DEFAULT_ATTRIBUTES = "".join(
    [
        attribute(AWS + "Role", "arn:aws:iam::111122223333:role/App,arn:aws:iam::111122223333:saml-provider/Idp"),
        attribute(AWS + "RoleSessionName", "ann@example.com"),
        attribute(AWS + "SessionDuration", "1800"),
        attribute(AWS + "PrincipalTag:Team", "R &amp; D"),
        attribute(AWS + "TransitiveTagKeys", "Team"),
        attribute(AWS + "SourceIdentity", "ann"),
        attribute("urn:oid:1.3.6.1.4.1.5923.1.1.1.1", "staff", "member"),
    ]
)


def response(
    *,
    name_id: str = "ann@example.com",
    issuer: str = ENTITY,
    response_issuer: str = ENTITY,
    recipient: str = RECIPIENT,
    destination: str = RECIPIENT,
    audience: str = "<saml:AudienceRestriction><saml:Audience>urn:amazon:webservices</saml:Audience></saml:AudienceRestriction>",
    issued: int = -10,
    before: int = -10,
    after: int = 290,
    confirmed: int = 290,
    session: str = "",
    status: str = "Success",
    method: str = "bearer",
    more_subject: str = "",
    more: str = "",
    attributes: str = DEFAULT_ATTRIBUTES,
    version: str = "2.0",
) -> etree._Element:
    confirmation = (
        f'<saml:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:{method}">'
        f'<saml:SubjectConfirmationData InResponseTo="_q" NotOnOrAfter="{time(confirmed)}" Recipient="{recipient}"/>'
        "</saml:SubjectConfirmation>"
    )
    return etree.fromstring(
        f'<samlp:Response xmlns:samlp="{NS["samlp"]}" xmlns:saml="{NS["saml"]}" xmlns:xs="http://www.w3.org/2001/XMLSchema"'
        f' ID="_response" Version="2.0" IssueInstant="{time(issued)}" Destination="{destination}">\n'
        f"  <saml:Issuer>{response_issuer}</saml:Issuer>\n"
        f'  <samlp:Status><samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:{status}"/></samlp:Status>\n'
        f'  <saml:Assertion ID="_assertion" Version="{version}" IssueInstant="{time(issued)}">\n'
        f"    <saml:Issuer>{issuer}</saml:Issuer>\n"
        f'    <saml:Subject><saml:NameID Format="urn:oasis:names:tc:SAML:2.0:nameid-format:persistent">{name_id}</saml:NameID>'
        f"{confirmation}{more_subject}</saml:Subject>\n"
        f'    <saml:Conditions NotBefore="{time(before)}" NotOnOrAfter="{time(after)}">{audience}</saml:Conditions>\n'
        f'    <saml:AuthnStatement AuthnInstant="{time(issued)}"{session}><saml:AuthnContext><saml:AuthnContextClassRef>'
        "urn:oasis:names:tc:SAML:2.0:ac:classes:Password</saml:AuthnContextClassRef></saml:AuthnContext></saml:AuthnStatement>\n"
        f"    <saml:AttributeStatement>{attributes}</saml:AttributeStatement>{more}\n"
        "  </saml:Assertion>\n"
        "</samlp:Response>"
    )


class Weak(signxml.XMLSigner):
    """Makes what nobody should: SHA-1."""

    def check_deprecated_methods(self) -> None:
        pass


class Idp:
    def __init__(self) -> None:
        self.rsa = rsa.generate_private_key(65537, 2048)
        self.ec = ec.generate_private_key(ec.SECP256R1())
        self.other = rsa.generate_private_key(65537, 2048)
        self.certificates = {key: certificate(key) for key in (self.rsa, self.ec, self.other)}

    def sign(
        self,
        root: etree._Element,
        what: str = "saml:Assertion",
        *,
        key: Key | None = None,
        algorithm: SignatureMethod = SignatureMethod.RSA_SHA256,
        digest: DigestAlgorithm = DigestAlgorithm.SHA256,
        form: str = EXCLUSIVE,
        signer: type[signxml.XMLSigner] = signxml.XMLSigner,
    ) -> etree._Element:
        """Signs one element in its place and puts the signature after its Issuer."""
        key = key or self.rsa
        target = root if what == "samlp:Response" else root.find(what, NS)
        placeholder = etree.Element(f"{{{NS['ds']}}}Signature", Id="placeholder", nsmap={"ds": NS["ds"]})
        target.insert(1, placeholder)
        made = signer(
            method=signxml.methods.enveloped,
            signature_algorithm=algorithm,
            digest_algorithm=digest,
            c14n_algorithm=CanonicalizationMethod(form),
        )
        made.namespaces = {"ds": NS["ds"]}
        return made.sign(
            root,
            key=key,
            cert=pem(self.certificates[key]),
            reference_uri=target.get("ID"),
            id_attribute="ID",
            exclude_c14n_transform_element=False,
        )

    def sign_with_prefixes(self, root: etree._Element, prefixes: list[str]) -> etree._Element:
        """Signs the assertion, with InclusiveNamespaces in both places. signxml would write it in one."""
        assertion = root.find("saml:Assertion", NS)
        listed = f'<ec:InclusiveNamespaces xmlns:ec="{EXCLUSIVE}" PrefixList="{" ".join(prefixes)}"/>'
        digest = base64.b64encode(hashlib.sha256(canonical_part(assertion, False, prefixes)).digest()).decode()
        more = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256"
        signature = etree.fromstring(
            f'<ds:Signature xmlns:ds="{NS["ds"]}"><ds:SignedInfo><ds:CanonicalizationMethod Algorithm="{EXCLUSIVE}">{listed}'
            f'</ds:CanonicalizationMethod><ds:SignatureMethod Algorithm="{more}"/><ds:Reference URI="#_assertion"><ds:Transforms>'
            f'<ds:Transform Algorithm="{NS["ds"]}enveloped-signature"/><ds:Transform Algorithm="{EXCLUSIVE}">{listed}</ds:Transform>'
            '</ds:Transforms><ds:DigestMethod Algorithm="http://www.w3.org/2001/04/xmlenc#sha256"/>'
            f"<ds:DigestValue>{digest}</ds:DigestValue></ds:Reference></ds:SignedInfo><ds:SignatureValue/></ds:Signature>"
        )
        assertion.insert(1, signature)
        signed_info = canonical_part(signature.find("ds:SignedInfo", NS), False, prefixes)
        value = self.rsa.sign(signed_info, padding.PKCS1v15(), hashes.SHA256())
        signature.find("ds:SignatureValue", NS).text = base64.b64encode(value).decode()
        return root


def canonical_part(node: etree._Element, comments: bool, prefixes: list[str]) -> bytes:
    """The exclusive canonical form of an element of a document, with the namespaces that are in scope there."""
    part = etree.fromstring(etree.tostring(node, with_tail=False))
    return etree.tostring(
        part, method="c14n", exclusive=True, with_comments=comments, inclusive_ns_prefixes=prefixes or None
    )


def encoded(root: etree._Element | bytes) -> str:
    return base64.b64encode(root if isinstance(root, bytes) else etree.tostring(root)).decode()


def evil(root: etree._Element) -> etree._Element:
    """The same with another subject and no signature inside."""
    forged = copy.deepcopy(root)
    for signature in forged.findall(".//ds:Signature", NS):
        signature.getparent().remove(signature)
    forged.set("ID", "_evil")
    for name in forged.iter(f"{{{NS['saml']}}}NameID"):
        name.text = "admin@example.com"
    return forged


def without_signature(node: etree._Element) -> etree._Element:
    bare = copy.deepcopy(node)
    bare.remove(bare.find("ds:Signature", NS))
    return bare


def wrapped(idp: Idp) -> Iterator[tuple[str, etree._Element]]:
    """XML signature wrapping 1 to 8 (Somorovsky and others, "On Breaking SAML", 2012)."""
    of_response = idp.sign(response(), "samlp:Response")
    signature = of_response.find("ds:Signature", NS)
    for number in (1, 2):
        root = evil(of_response)
        inserted = copy.deepcopy(signature)
        if number == 1:
            inserted.append(without_signature(of_response))
            root.insert(1, inserted)
        else:
            root.insert(1, without_signature(of_response))
            root.insert(2, inserted)
        yield f"XSW{number}", root

    def parts() -> tuple[etree._Element, etree._Element, etree._Element]:
        root = idp.sign(response())
        good = root.find("saml:Assertion", NS)
        return root, good, evil(good)

    root, good, bad = parts()
    good.addprevious(bad)
    yield "XSW3", root

    root, good, bad = parts()
    root.replace(good, bad)
    bad.append(good)
    yield "XSW4", root

    root, good, bad = parts()
    bad.insert(1, copy.deepcopy(good.find("ds:Signature", NS)))
    root.replace(good, bad)
    root.append(without_signature(good))
    yield "XSW5", root

    root, good, bad = parts()
    inserted = copy.deepcopy(good.find("ds:Signature", NS))
    inserted.append(without_signature(good))
    bad.insert(1, inserted)
    root.replace(good, bad)
    yield "XSW6", root

    root, good, bad = parts()
    extensions = etree.Element(f"{{{NS['samlp']}}}Extensions")
    extensions.append(bad)
    good.addprevious(extensions)
    yield "XSW7", root

    root, good, bad = parts()
    inserted = copy.deepcopy(good.find("ds:Signature", NS))
    held = etree.SubElement(inserted, f"{{{NS['ds']}}}Object")
    held.append(without_signature(good))
    bad.insert(1, inserted)
    root.replace(good, bad)
    yield "XSW8", root


def changed(root: etree._Element, old: str, new: str, count: int = 1) -> bytes:
    text = etree.tostring(root).decode()
    assert old in text, old
    return text.replace(old, new, count).encode()


def responses(idp: Idp) -> Iterator[tuple[str, etree._Element | bytes, str]]:
    """Name, response, what comes out: the NameID of an accepted one (first `=`), or a part of the error."""
    sign, ec256 = idp.sign, SignatureMethod.ECDSA_SHA256
    yield "assertion signed", sign(response()), "=ann@example.com"
    yield "plain", sign(response(attributes=DEFAULT_ATTRIBUTES.replace("R &amp; D", "Research"))), "=ann@example.com"
    yield "response signed", sign(response(), "samlp:Response"), "=ann@example.com"
    yield "both signed", sign(sign(response()), "samlp:Response"), "=ann@example.com"
    yield (
        "RSA-SHA384",
        sign(response(), algorithm=SignatureMethod.RSA_SHA384, digest=DigestAlgorithm.SHA384),
        "=ann@example.com",
    )
    yield (
        "RSA-SHA512",
        sign(response(), algorithm=SignatureMethod.RSA_SHA512, digest=DigestAlgorithm.SHA512),
        "=ann@example.com",
    )
    yield "ECDSA-SHA256", sign(response(), key=idp.ec, algorithm=ec256), "=ann@example.com"
    yield "with comments", sign(response(name_id="an<!-- x -->n"), form=EXCLUSIVE + "WithComments"), "=ann"
    yield "comment signed without comments", sign(response(name_id="ad<!-- x -->min")), "=admin"
    yield "prefix list", idp.sign_with_prefixes(response(), ["xs", "xsi", "#default"]), "=ann@example.com"
    yield (
        "letters to escape",
        sign(response(name_id="a&amp;&lt;&gt;&#13;&quot;'é\U0001f511 b")),
        "=a&<>\r\"'é\U0001f511 b",
    )
    yield "white space around the name", sign(response(name_id="\n  ann \t")), "=ann"
    yield "base64 in lines", base64.encodebytes(etree.tostring(sign(response()))), "=ann@example.com"
    yield "byte order mark", b"\xef\xbb\xbf" + etree.tostring(sign(response())), "=ann@example.com"
    yield (
        "clock five minutes behind",
        sign(response(issued=299, before=299, after=600, confirmed=600)),
        "=ann@example.com",
    )
    yield "session end", sign(response(session=f' SessionNotOnOrAfter="{time(600)}"')), "=ann@example.com"

    for name, root in wrapped(idp):
        yield name, root, "cannot be read"

    # An attacker registers admin@example.com.evil.com and puts a comment where a careless reader stops.
    root = sign(response(name_id="admin@example.com.evil.com"))
    yield (
        "comment inserted",
        changed(root, "admin@example.com", "admin@example.com<!---->"),
        "=admin@example.com.evil.com",
    )
    root = sign(response(name_id="admin@example.com.evil.com"))
    yield (
        "instruction inserted",
        changed(root, "admin@example.com", "admin@example.com<?x?>"),
        "Response signature invalid",
    )
    root = sign(response(name_id="admin@example.com<x:x xmlns:x='urn:x'/>.evil.com"))
    yield "element in a name", root, "only text"
    root = sign(response())
    digest = root.find(".//ds:DigestValue", NS).text
    yield "two digest values", changed(root, digest, f"<!--AAAA-->{digest}"), "=ann@example.com"
    yield "digest changed", changed(root, digest, base64.b64encode(bytes(32)).decode()), "Response signature invalid"
    yield (
        "name changed",
        changed(sign(response()), "ann@example.com</saml:NameID>", "bob</saml:NameID>"),
        "Response signature invalid",
    )
    yield "attribute changed", changed(sign(response()), "role/App", "role/Admin"), "Response signature invalid"
    yield (
        "name changed, response signed",
        changed(sign(response(), "samlp:Response"), "ann@example.com</saml:NameID>", "bob</saml:NameID>"),
        "Response signature invalid",
    )
    yield (
        "another signature",
        changed(sign(response(name_id="bob")), "<ds:SignatureValue>", "<ds:SignatureValue>AAAA"),
        "Response signature invalid",
    )
    yield "another key, its certificate inside", sign(response(), key=idp.other), "Response signature invalid"
    inner = sign(sign(response(), key=idp.other), "samlp:Response")
    yield "inner signature of another", inner, "Response signature invalid"
    yield (
        "outer signature of another",
        sign(sign(response()), "samlp:Response", key=idp.other),
        "Response signature invalid",
    )
    yield "unsigned", response(), "is signed"
    yield "SHA-1 digest", sign(response(), digest=DigestAlgorithm.SHA1, signer=Weak), "which is not accepted"
    yield "SHA-1 signature", sign(response(), algorithm=SignatureMethod.RSA_SHA1, signer=Weak), "which is not accepted"
    yield (
        "inclusive canonicalization",
        sign(response(), form="http://www.w3.org/TR/2001/REC-xml-c14n-20010315"),
        "which is not accepted",
    )
    hmac = "http://www.w3.org/2001/04/xmldsig-more#hmac-sha256"
    yield (
        "HMAC",
        changed(sign(response()), "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256", hmac),
        "which is not accepted",
    )
    xpath = (
        f'<ds:Transform Algorithm="http://www.w3.org/TR/1999/REC-xpath-19991116"/><ds:Transform Algorithm="{EXCLUSIVE}"'
    )
    yield (
        "third transform",
        changed(sign(response()), f'<ds:Transform Algorithm="{EXCLUSIVE}"', xpath),
        "cannot be read",
    )
    xslt = sign(response())
    transform = "http://www.w3.org/TR/1999/REC-xslt-19991116"
    yield (
        "XSLT",
        changed(xslt, "http://www.w3.org/2000/09/xmldsig#enveloped-signature", transform),
        "which is not accepted",
    )
    yield "reference to nothing", changed(sign(response()), 'URI="#_assertion"', 'URI=""'), "Response signature invalid"
    yield (
        "reference to the response",
        changed(sign(response()), 'URI="#_assertion"', 'URI="#_response"'),
        "Response signature invalid",
    )
    root = sign(response())
    reference = etree.tostring(root.find(".//ds:Reference", NS)).decode()
    root.find(".//ds:SignedInfo", NS).append(etree.fromstring(reference))
    yield "two references", root, "cannot be read"
    root = sign(response())
    signature = root.find(".//ds:Signature", NS)
    signature.addnext(copy.deepcopy(signature))
    yield "two signatures", root, "cannot be read"
    root = sign(response())
    advice = etree.SubElement(root.find("saml:Assertion", NS), f"{{{NS['saml']}}}Advice")
    advice.append(root.find(".//ds:Signature", NS))
    yield "signature elsewhere", root, "cannot be read"
    yield "duplicate ID", changed(sign(response()), "<samlp:Status>", '<samlp:Status ID="_assertion">'), "same ID"
    yield (
        "duplicate id in lower case",
        changed(sign(response()), "<samlp:Status>", '<samlp:Status id="_assertion">'),
        "same ID",
    )
    root = sign(response())
    second = sign(response()).find("saml:Assertion", NS)
    second.set("ID", "_second")
    root.append(second)
    yield "two assertions", root, "exactly one assertion"
    root = sign(response())
    root.remove(root.find("saml:Assertion", NS))
    yield "no assertion", root, "exactly one assertion"
    yield "an assertion alone", etree.tostring(sign(response()).find("saml:Assertion", NS)), "cannot be read"
    entity = "<!DOCTYPE x [<!ENTITY who 'admin'>]>"
    yield (
        "entity",
        entity.encode() + changed(sign(response()), "ann@example.com</saml:NameID>", "&who;</saml:NameID>"),
        "document type",
    )
    laughs = "<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>]>"
    yield "entities of entities", laughs.encode() + etree.tostring(sign(response())), "document type"
    yield (
        "unknown entity",
        changed(sign(response()), "ann@example.com</saml:NameID>", "&nbsp;</saml:NameID>"),
        "well-formed",
    )
    yield "encrypted", changed(sign(response()), "saml:Assertion", "saml:EncryptedAssertion", 99), "encrypted"
    deep = "<x:x xmlns:x='urn:x'>" + "<x:x>" * 60 + "</x:x>" * 61
    yield "deep", sign(response(more=deep)), "too deeply"
    many = [f"p{number}" for number in range(40)]
    yield "many prefixes", idp.sign_with_prefixes(response(), many), "too many prefixes"
    yield (
        "many attributes",
        changed(sign(response()), "<samlp:Status>", "<samlp:Status " + " ".join(f'a{n}=""' for n in range(400)) + ">"),
        "too many",
    )

    yield "old", sign(response(issued=-301, before=-301)), "within 5 minutes"
    yield "over", sign(response(after=0)), "within 5 minutes"
    yield "confirmation over", sign(response(confirmed=0)), "within 5 minutes"
    yield "session over", sign(response(session=f' SessionNotOnOrAfter="{time(-1)}"')), "within 5 minutes"
    yield "from the future", sign(response(issued=301)), "not valid yet"
    yield "not before the future", sign(response(before=301)), "not valid yet"
    yield "bad time", changed(sign(response()), "IssueInstant", "IssueInstant2", 9), "Response signature invalid"
    yield (
        "another audience",
        sign(
            response(
                audience="<saml:AudienceRestriction><saml:Audience>https://other.example.com</saml:Audience></saml:AudienceRestriction>"
            )
        ),
        "required audience",
    )
    two = "<saml:AudienceRestriction><saml:Audience>urn:amazon:webservices</saml:Audience></saml:AudienceRestriction>"
    two += two.replace("urn:amazon:webservices", "https://other.example.com")
    yield "two restrictions", sign(response(audience=two)), "required audience"
    yield "no audience", sign(response(audience="")), "required audience"
    one_time = "<saml:AudienceRestriction><saml:Audience>urn:amazon:webservices</saml:Audience></saml:AudienceRestriction><saml:OneTimeUse/>"
    yield "one-time use", sign(response(audience=one_time)), "OneTimeUse"
    yield "another recipient", sign(response(recipient="https://other.example.com/saml")), "Recipient"
    yield "another destination", sign(response(destination="https://other.example.com/saml")), "Recipient"
    yield "another issuer", sign(response(issuer="https://other.example.com")), "Issuer not present"
    yield (
        "another issuer of the response",
        sign(response(response_issuer="https://other.example.com")),
        "Issuer not present",
    )
    yield "failed", sign(response(status="Responder")), "status:Responder"
    yield "holder of key", sign(response(method="holder-of-key")), "must be bearer"
    second = f'<saml:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer"><saml:SubjectConfirmationData NotOnOrAfter="{time(9)}" Recipient="{RECIPIENT}"/></saml:SubjectConfirmation>'
    yield "two confirmations", sign(response(more_subject=second)), "twice"
    yield "version 1.1", sign(response(version="1.1")), "version 2.0"
    yield "no name", sign(response(name_id="")), "NameID is empty"


def canonical_forms() -> Iterator[tuple[str, bool, list[str]]]:
    """Document with an element `part`, with comments, prefixes."""
    document = """<?xml version="1.0"?>
<a:root xmlns:a="urn:a" xmlns:b='urn:b' xmlns="urn:default" xmlns:unused="urn:u">
<!-- outside --><part b:z='2' a:y="1" x="&quot;&lt;&amp;&gt;&#9;&#10;&#13;'" xml:lang='de'>text &amp; &lt; &gt; "quotes" &#13;
<empty/><b:inside xmlns:a="urn:a2" a:q="1"><none/><a:deep/></b:inside><!-- in --><?target   some data ?><?bare?><![CDATA[<cdata> & ]]>&#x1F511;é
<again xmlns="urn:default" xmlns:b="urn:b"><b:c xmlns:b="urn:b"/></again><x:y xmlns:x="urn:x" xmlns:w="urn:a" w:k="" x:k=""  k=''/>
</part ></a:root>"""
    for comments in (False, True):
        for prefixes in ([], ["a"], ["unused", "a"], ["#default"], ["#default", "b", "missing"]):
            yield document, comments, prefixes
    # No `#default` here: libxml2 then writes xmlns="" later than Canonical XML 1.0 says.
    plain = '<r xmlns="urn:r"><part xmlns="" xmlns:b="urn:b" b:a="1"><q xmlns="urn:q"><b:r xmlns=""><s xmlns=""/></b:r></q></part></r>'
    for prefixes in ([], ["b"]):
        yield plain, False, prefixes


def canonical(document: str, comments: bool, prefixes: list[str]) -> str:
    part = next(node for node in etree.fromstring(document.encode()) if str(node.tag).endswith("part"))
    return canonical_part(part, comments, prefixes).decode()


def write() -> None:
    idp = Idp()
    vectors = {
        "now": int(NOW.timestamp() * 1000),
        "metadata": metadata([idp.certificates[idp.rsa], idp.certificates[idp.ec]]),
        "responses": [],
        "canonical": [],
    }
    for name, made, expected in responses(idp):
        text = made.decode() if name == "base64 in lines" else encoded(made)
        vectors["responses"].append({"name": name, "response": text, "expected": expected})
    for document, comments, prefixes in canonical_forms():
        form = canonical(document, comments, prefixes)
        vectors["canonical"].append(
            {"document": document, "comments": comments, "prefixes": prefixes, "canonical": form}
        )
    VECTORS.write_text(json.dumps(vectors, indent=1, ensure_ascii=True) + "\n")


def check() -> None:
    vectors = json.loads(VECTORS.read_text())
    certificates = [
        x509.load_der_x509_certificate(base64.b64decode(node.text))
        for node in etree.fromstring(vectors["metadata"].encode()).iter(f"{{{NS['ds']}}}X509Certificate")
    ]
    for vector in vectors["responses"]:
        if not vector["expected"].startswith("=") or vector["name"] == "prefix list":
            continue
        root = etree.fromstring(base64.b64decode(vector["response"]).removeprefix(b"\xef\xbb\xbf"))
        method = root.find(".//ds:SignatureMethod", NS).get("Algorithm")
        signer = certificates[1 if "ecdsa" in method else 0]
        config = SignatureConfiguration(location=".//", expect_references=1)
        result = signxml.XMLVerifier().verify(root, x509_cert=pem(signer), id_attribute="ID", expect_config=config)
        name = result.signed_xml.find(".//saml:NameID", NS)
        text = (name.text or "") + "".join(child.tail or "" for child in name)
        assert text.strip() == vector["expected"][1:], vector["name"]
    for vector in vectors["canonical"]:
        assert canonical(vector["document"], vector["comments"], vector["prefixes"]) == vector["canonical"]


if __name__ == "__main__":
    if "--write" in sys.argv:
        write()
    check()
