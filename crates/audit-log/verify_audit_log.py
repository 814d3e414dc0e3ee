#!/usr/bin/env python3
"""Verifies an audit log against a public key: verify_audit_log.py FOLDER PUBLIC_KEY_HEX.

Needs Python 3.9 and nothing else. It follows the README's format and shares no code with the Rust crate.
"""

import hashlib
import json
import pathlib
import re
import sys
from typing import Any

# Ed25519 verification (RFC 8032, section 5.1). A point is (X, Y, Z, T) with x = X/Z, y = Y/Z, xy = T/Z.
P = 2**255 - 19
ORDER = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
Point = tuple[int, int, int, int]


def add(p: Point, q: Point) -> Point:
    a, b = (p[1] - p[0]) * (q[1] - q[0]) % P, (p[1] + p[0]) * (q[1] + q[0]) % P
    c, d = 2 * D * p[3] * q[3] % P, 2 * p[2] * q[2] % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % P, g * h % P, f * g % P, e * h % P


def multiply(point: Point, factor: int) -> Point:
    result = (0, 1, 1, 0)
    while factor:
        if factor & 1:
            result = add(result, point)
        point, factor = add(point, point), factor >> 1
    return result


def same(p: Point, q: Point) -> bool:
    return (p[0] * q[2] - q[0] * p[2]) % P == 0 and (p[1] * q[2] - q[1] * p[2]) % P == 0


def decompress(data: bytes) -> Point:
    y = int.from_bytes(data, "little")
    sign, y = y >> 255, y & (2**255 - 1)
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(square, (P + 3) // 8, P)
    if x * x % P != square:
        x = x * pow(2, (P - 1) // 4, P) % P
    if y >= P or x * x % P != square:
        raise ValueError("not a point of the curve")
    x = P - x if x & 1 != sign else x
    return x, y, 1, x * y % P


BASE = decompress((4 * pow(5, P - 2, P) % P).to_bytes(32, "little"))


def signed(key: bytes, message: bytes, signature: bytes) -> bool:
    s = int.from_bytes(signature[32:], "little")
    k = int.from_bytes(hashlib.sha512(signature[:32] + key + message).digest(), "little") % ORDER
    right = add(decompress(signature[:32]), multiply(decompress(key), k))
    return s < ORDER and same(multiply(BASE, s), right)


# The log.
def sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def check(condition: object, where: str, what: str) -> None:
    if not condition:
        sys.exit(f"{where}: {what}")


def signed_line(key: bytes, line: bytes, where: str) -> dict[str, Any]:
    message, _, rest = line.partition(b',"signature":')
    check(re.fullmatch(rb'"[0-9a-f]{128}"} *\n', rest), where, "no signature")
    check(signed(key, message, bytes.fromhex(rest[1:129].decode())), where, "wrong signature")
    return json.loads(line)


def verify(folder: pathlib.Path, key: bytes) -> int:
    head = signed_line(key, (folder / "head.json").read_bytes(), "head.json")
    previous, sequence, head_seen, number = "0" * 64, 0, False, 1
    while (segment := folder / f"{number:012}.jsonl").exists():
        data = segment.read_bytes()
        signed_part = data[: data.find(b"\n", data.rindex(b'{"commit":')) + 1]
        first = sequence + 1
        for count, line in enumerate(signed_part.splitlines(keepends=True), 1):
            where = f"{segment.name}, line {count}"
            fields = json.loads(line)
            check(fields["prev"] == previous, where, "does not continue the line before")
            previous = sha256(line)
            if count == 1:
                fits = fields["segment"] == number and fields["next"] == first
                check(fits and fields["key"] == key.hex() and fields["log"] == head["log"], where, "wrong header")
            elif "seq" in fields:
                sequence += 1
                check(fields["seq"] == sequence, where, f"record {sequence} belongs here")
            else:
                fits = fields["commit"] == sequence and fields["segment"] == number
                check(fits and fields["log"] == head["log"], where, "wrong commit")
                head_seen |= head["head"] == sequence and head["prev"] == previous
        signed_line(key, line, where)
        digest_file = folder / f"{number:012}.digest.json"
        if digest_file.exists():
            digest = signed_line(key, digest_file.read_bytes(), digest_file.name)
            expected = {
                "digest": number,
                "log": head["log"],
                "first": first,
                "last": sequence,
                "length": len(data),
                "sha256": sha256(data),
                "prev": previous,
            }
            check(expected.items() <= digest.items(), segment.name, "not what its digest says")
            previous = sha256(digest_file.read_bytes())
        else:
            check(not (folder / f"{number + 1:012}.jsonl").exists(), digest_file.name, "missing")
        number += 1
    check(head_seen, "head.json", "the log does not hold what it signs: cut?")
    return sequence


if __name__ == "__main__":
    print(verify(pathlib.Path(sys.argv[1]), bytes.fromhex(sys.argv[2])), "records, sound")
