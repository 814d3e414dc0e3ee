#!/usr/bin/env python3
"""Checks documents and answers with the package `cryptography` and a reader of its own for CBOR and BER.

v1.json holds a document that this script made under a root of its own (the tests of the crate verify it), the condition
keys of that document and of AWS's in ../aws, and answers that Lodge made (this script opens them with
../enveloped_data/key.pem). Exit code 1 when anything is not right.

    python3 crates/attestation/tests/golden/recompute.py            check
    python3 crates/attestation/tests/golden/recompute.py --write    make the document and the condition keys anew

After --write, `cargo run -p attestation --example golden` makes the answers anew.
"""

import datetime
import itertools
import json
import os
import pathlib
import sys

from cryptography import x509
from cryptography.hazmat.primitives import hashes, padding, serialization
from cryptography.hazmat.primitives.asymmetric import ec, utils
from cryptography.hazmat.primitives.asymmetric import padding as rsa_padding
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.x509.oid import NameOID

HERE = pathlib.Path(__file__).parent
VECTORS = HERE / "v1.json"
KEY = serialization.load_pem_private_key((HERE / "../enveloped_data/key.pem").read_bytes(), None)
AWS_ROOT = x509.load_pem_x509_certificate((HERE / "../aws/root-g1.pem").read_bytes())
AWS_DOCUMENT = (HERE / "../aws/enclave.cose").read_bytes()
NOW = datetime.datetime(2026, 7, 1, 12, tzinfo=datetime.UTC)
ES384 = bytes.fromhex("a1013822")


# CBOR: the kinds of items that documents are made of.

NUMBER, BYTES, TEXT, ARRAY, MAP = 0, 2, 3, 4, 5
NULL, BREAK = 0xF6, 0xFF


def cbor(value: int | bytes | str | list | dict | None) -> bytes:
    match value:
        case None:
            return bytes([NULL])
        case int():
            return cbor_head(NUMBER, value)
        case bytes():
            return cbor_head(BYTES, len(value)) + value
        case str():
            return cbor_head(TEXT, len(value.encode())) + value.encode()
        case list():
            return cbor_head(ARRAY, len(value)) + b"".join(map(cbor, value))
        case dict():
            return cbor_head(MAP, len(value)) + b"".join(cbor(key) + cbor(item) for key, item in value.items())


def cbor_head(major: int, argument: int) -> bytes:
    if argument < 24:
        return bytes([major << 5 | argument])
    for code, size in ((24, 1), (25, 2), (26, 4), (27, 8)):
        if argument < 1 << 8 * size:
            return bytes([major << 5 | code]) + argument.to_bytes(size)
    raise ValueError(argument)


def from_cbor(data: bytes) -> tuple[object, bytes]:
    """The first item, and what follows it."""
    if data[0] == NULL:
        return None, data[1:]
    major, code, data = data[0] >> 5, data[0] & 31, data[1:]
    argument = code
    if 24 <= code < 28:
        size = 1 << code - 24
        argument, data = int.from_bytes(data[:size]), data[size:]
    if major == NUMBER:
        return argument, data
    if major in (BYTES, TEXT):
        content, data = data[:argument], data[argument:]
        return (content if major == BYTES else content.decode()), data
    items, wanted = [], None if code == 31 else argument * (2 if major == MAP else 1)
    while data[0] != BREAK if wanted is None else len(items) < wanted:
        item, data = from_cbor(data)
        items.append(item)
    if wanted is None:
        data = data[1:]
    return (items if major == ARRAY else dict(zip(items[::2], items[1::2], strict=True))), data


# Documents.


def new_document() -> dict:
    keys = [ec.generate_private_key(ec.SECP384R1()) for _ in range(3)]
    names = [x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)]) for name in ("root", "zone", "instance")]
    chain = [new_certificate(place, keys, names) for place in range(3)]
    *bundle, signer = (certificate.public_bytes(serialization.Encoding.DER) for certificate in chain)
    public_key = KEY.public_key().public_bytes(
        serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo
    )
    payload = cbor(
        {
            "module_id": "i-0123456789abcdef0-enc0123456789abcdef",
            "digest": "SHA384",
            "timestamp": int(NOW.timestamp()) * 1000,
            "pcrs": {index: os.urandom(48) for index in (0, 1, 2, 3, 4, 8)},
            "certificate": signer,
            "cabundle": bundle,
            "public_key": public_key,
            "user_data": None,
            "nonce": b"nonce",
        }
    )
    der = keys[2].sign(cbor(["Signature1", ES384, b"", payload]), ec.ECDSA(hashes.SHA384()))
    signature = b"".join(number.to_bytes(48) for number in utils.decode_dss_signature(der))
    return {"root": bundle[0].hex(), "document": cbor([ES384, {}, payload, signature]).hex()}


def new_certificate(place: int, keys: list[ec.EllipticCurvePrivateKey], names: list[x509.Name]) -> x509.Certificate:
    above, signs_documents = max(place - 1, 0), place == 2
    usage = dict.fromkeys(
        (
            "content_commitment",
            "key_encipherment",
            "data_encipherment",
            "key_agreement",
            "crl_sign",
            "encipher_only",
            "decipher_only",
        ),
        False,
    )
    usage |= {"digital_signature": signs_documents, "key_cert_sign": not signs_documents}
    return (
        x509.CertificateBuilder(names[above], names[place], keys[place].public_key(), x509.random_serial_number())
        .not_valid_before(NOW - datetime.timedelta(hours=1))
        .not_valid_after(NOW + datetime.timedelta(hours=3))
        .add_extension(x509.BasicConstraints(not signs_documents, None if signs_documents else 1 - place), True)
        .add_extension(x509.KeyUsage(**usage), True)
        .sign(keys[above], hashes.SHA384())
    )


def condition_keys(document: bytes, root: x509.Certificate) -> dict[str, str]:
    """What the document says, after its chain and its signature were checked."""
    (protected, unprotected, payload, signature), rest = from_cbor(document)
    assert (protected, unprotected, rest) == (ES384, {}, b""), "not the form of an attestation document"
    fields, rest = from_cbor(payload)
    assert rest == b"", "something follows the payload"
    chain = [x509.load_der_x509_certificate(der) for der in [*fields["cabundle"], fields["certificate"]]]
    assert chain[0] == root, "another root"
    made = datetime.datetime.fromtimestamp(fields["timestamp"] / 1000, datetime.UTC)
    for above, below in itertools.pairwise(chain):
        below.verify_directly_issued_by(above)
        assert below.not_valid_before_utc <= made <= below.not_valid_after_utc, "not valid when it was made"
    der = utils.encode_dss_signature(int.from_bytes(signature[:48]), int.from_bytes(signature[48:]))
    signed = cbor(["Signature1", protected, b"", payload])
    chain[-1].public_key().verify(der, signed, ec.ECDSA(hashes.SHA384()))
    registers = {f"PCR{index}": value.hex() for index, value in fields["pcrs"].items()}
    return {
        f"kms:RecipientAttestation:{name}": value
        for name, value in ({"ImageSha384": registers["PCR0"]} | registers).items()
    }


# Answers.


def from_ber(data: bytes) -> tuple[list, bytes]:
    """The first element as [tag, content], where the content of constructed ones is a list, and what follows it."""
    tag, length, data = data[0], data[1], data[2:]
    if length == 0x80:
        children = []
        while data[:2] != b"\0\0":
            child, data = from_ber(data)
            children.append(child)
        return [tag, children], data[2:]
    if length > 0x80:
        size = length - 0x80
        length, data = int.from_bytes(data[:size]), data[size:]
    content, data = data[:length], data[length:]
    if tag & 0x20:
        children = []
        while content:
            child, content = from_ber(content)
            children.append(child)
        content = children
    return [tag, content], data


def opened(answer: bytes) -> bytes:
    content_info, rest = from_ber(answer)
    assert rest == b"", "something follows the answer"
    enveloped_data = content_info[1][1][1][0]
    _version, recipients, content_info = enveloped_data[1]
    _version, _identifier, _algorithm, encrypted_key = recipients[1][0][1]
    _type, algorithm, content = content_info[1]
    oaep = rsa_padding.OAEP(rsa_padding.MGF1(hashes.SHA256()), hashes.SHA256(), None)
    key, iv = KEY.decrypt(encrypted_key[1], oaep), algorithm[1][1][1]
    decryptor = Cipher(algorithms.AES256(key), modes.CBC(iv)).decryptor()
    padded = b"".join(part[1] for part in content[1])
    unpadder = padding.PKCS7(128).unpadder()
    return unpadder.update(decryptor.update(padded) + decryptor.finalize()) + unpadder.finalize()


def write() -> None:
    vectors = json.loads(VECTORS.read_text()) if VECTORS.exists() else {"answers": []}
    made = new_document()
    root = x509.load_der_x509_certificate(bytes.fromhex(made["root"]))
    made["condition_keys"] = condition_keys(bytes.fromhex(made["document"]), root)
    made["now"] = int(NOW.timestamp()) * 1000
    vectors["document"] = made
    vectors["aws_condition_keys"] = condition_keys(AWS_DOCUMENT, AWS_ROOT)
    VECTORS.write_text(json.dumps(vectors, indent=2, sort_keys=True) + "\n")


def main() -> int:
    if "--write" in sys.argv[1:]:
        write()
    vectors = json.loads(VECTORS.read_text())
    made = vectors["document"]
    root = x509.load_der_x509_certificate(bytes.fromhex(made["root"]))
    assert condition_keys(bytes.fromhex(made["document"]), root) == made["condition_keys"], "the document"
    assert condition_keys(AWS_DOCUMENT, AWS_ROOT) == vectors["aws_condition_keys"], "AWS's document"
    for answer in vectors["answers"]:
        assert opened(bytes.fromhex(answer["answer"])).hex() == answer["plaintext"], answer
    assert len(vectors["answers"]) == 4, "not the answers that are wanted"
    print(f"2 documents and {len(vectors['answers'])} answers checked")
    return 0


if __name__ == "__main__":
    sys.exit(main())
