"""Documents of many tenants in one S3 bucket, each encrypted with the key of its tenant; of any size, in little memory.

python s3.py TENANT put NAME FILE
python s3.py TENANT get NAME FILE
"""

import argparse
import contextlib
import sys
import tempfile
import urllib.parse
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, BinaryIO

import boto3
from botocore.exceptions import BotoCoreError, ClientError
from lodge_sdk import InvalidInput, LodgeError, TenantEncryption

ROLE = "arn:aws:iam::111122223333:role/ServiceARole"
BUCKET = "documents"

# What is read at a time, and what is sent at a time. S3 takes 10,000 parts of 5 MiB and more: here, documents of up to 78 GiB.
CHUNK_BYTES = 64 << 10
PART_BYTES = 8 << 20

# boto3 makes the class of its clients at run time.
Client = Any


class Documents:
    """The documents of one tenant. No method takes a tenant: a mistake in a request cannot name another one."""

    def __init__(self, s3: Client, bucket: str, encryption: TenantEncryption, tenant: str) -> None:
        self._s3 = s3
        self._bucket = bucket
        self._encryption = encryption
        self._tenant = tenant

    def put(self, name: str, source: BinaryIO) -> None:
        """Stores all that `source` gives. After an error the bucket is as it was."""
        chunks = iter(lambda: source.read(CHUNK_BYTES), b"")
        message = self._encryption.encrypt_chunks(self._tenant, chunks, self._context(name))
        place = self._place(name)
        upload = place | {"UploadId": self._s3.create_multipart_upload(**place)["UploadId"]}
        try:
            sent = []
            for number, part in enumerate(_parts(message), 1):
                answer = self._s3.upload_part(**upload, PartNumber=number, Body=part)
                sent.append({"PartNumber": number, "ETag": answer["ETag"]})
            self._s3.complete_multipart_upload(**upload, MultipartUpload={"Parts": sent})
        except BaseException:
            self._s3.abort_multipart_upload(**upload)
            raise

    def get(self, name: str, path: Path) -> None:
        """Writes a document to a file. After an error the file is as it was: what came was not the whole document."""
        with (
            contextlib.closing(self._s3.get_object(**self._place(name))["Body"]) as source,
            tempfile.TemporaryDirectory(dir=path.parent, prefix=".incomplete-") as folder,
        ):
            incomplete = Path(folder, "document")
            with incomplete.open("wb") as sink:
                self._encryption.decrypt_stream(self._tenant, source, sink, self._context(name))
            incomplete.replace(path)

    def _place(self, name: str) -> dict[str, str]:
        # The id of a tenant may have a slash, or be `..`: quoted, no tenant's folder lies in another's, also for what resolves paths.
        if not {".", ".."}.isdisjoint(name.split("/")):
            raise InvalidInput("the name of a document has no part `.` or `..`: name it by its place")
        folder = urllib.parse.quote(self._tenant, safe="").replace(".", "%2E")
        return {"Bucket": self._bucket, "Key": f"{folder}/{name}"}

    def _context(self, name: str) -> dict[str, str]:
        # A document opens under its own name only.
        return {"document": name}


def _parts(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """The same bytes in parts of PART_BYTES, the last one shorter."""
    held = bytearray()
    for piece in pieces:
        held += piece
        if len(held) >= PART_BYTES:
            yield bytes(held[:PART_BYTES])
            del held[:PART_BYTES]
    if held:
        yield bytes(held)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    # In a service, the tenant is what a token says that was checked.
    parser.add_argument("tenant")
    parser.add_argument("command", choices=["put", "get"])
    parser.add_argument("name")
    parser.add_argument("file", type=Path)
    options = parser.parse_args()

    s3 = boto3.client("s3")
    if BUCKET not in [bucket["Name"] for bucket in s3.list_buckets()["Buckets"]]:
        s3.create_bucket(Bucket=BUCKET)
    documents = Documents(s3, BUCKET, TenantEncryption(ROLE), options.tenant)
    if options.command == "put":
        with options.file.open("rb") as source:
            documents.put(options.name, source)
    else:
        documents.get(options.name, options.file)


if __name__ == "__main__":
    try:
        main()
    except (LodgeError, BotoCoreError, ClientError, OSError) as error:
        sys.exit(f"{type(error).__name__}: {error}")
