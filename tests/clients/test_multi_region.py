"""Multi-Region keys: one key in several Regions, as boto3, the AWS CLI and the AWS Encryption SDK see it."""

import json
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from aws_cryptographic_material_providers.mpl import AwsCryptographicMaterialProviders
from aws_cryptographic_material_providers.mpl.config import MaterialProvidersConfig
from aws_cryptographic_material_providers.mpl.models import CreateAwsKmsMrkKeyringInput
from aws_encryption_sdk import CommitmentPolicy, EncryptionSDKClient
from aws_encryption_sdk.exceptions import AWSEncryptionSDKClientError
from botocore.exceptions import ClientError

import strict
from bootstrap import account, administrator, user, world
from lodge import REGION, Lodge, refused, wait_for
from moved_clock import MovedClock
from operations import allowing

FAR = "eu-west-1"
FARTHER = "ap-southeast-2"
ACCOUNT = "111122223333"


@dataclass
class Regions:
    """KMS in each Region, as an administrator of one account."""

    lodge: Lodge

    def __getitem__(self, region: str) -> Any:  # noqa: ANN401 (boto3 makes the class at run time)
        kms = self.lodge.client("kms", "A/admin", region=region)
        strict.watch(kms)
        return kms

    def key(self, *replicas: str, **parameters: Any) -> str:  # noqa: ANN401 (those of CreateKey)
        """A new primary key with replicas in these Regions."""
        made = self[REGION].create_key(MultiRegion=True, **parameters)["KeyMetadata"]["KeyId"]
        for region in replicas:
            self[REGION].replicate_key(KeyId=made, ReplicaRegion=region)
        return made

    def describe(self, region: str, key: str) -> dict[str, Any]:
        return self[region].describe_key(KeyId=key)["KeyMetadata"]

    def state(self, region: str, key: str) -> str | None:
        """Its state, or None when there is no such key."""
        try:
            return self.describe(region, key)["KeyState"]
        except self[region].exceptions.NotFoundException:
            return None


@pytest.fixture(scope="module")
def regions(lodge: Lodge) -> Regions:
    return Regions(lodge)


def relations(metadata: dict[str, Any]) -> tuple[str, set[str]]:
    """The Region of the primary key, and those of the replicas."""
    configuration = metadata["MultiRegionConfiguration"]
    replicas = {replica["Region"] for replica in configuration["ReplicaKeys"]}
    return configuration["PrimaryKey"]["Region"], replicas


def test_a_replica_is_a_key_of_its_own_with_the_same_material(regions: Regions) -> None:
    key = regions.key()
    assert key.startswith("mrk-")
    made = regions[REGION].replicate_key(
        KeyId=key, ReplicaRegion=FAR, Description="far", Tags=[{"TagKey": "place", "TagValue": "far"}]
    )
    assert made["ReplicaTags"] == [{"TagKey": "place", "TagValue": "far"}]
    assert json.loads(made["ReplicaPolicy"])["Id"] == "key-default-1"
    replica = made["ReplicaKeyMetadata"]
    near, far = regions.describe(REGION, key), regions.describe(FAR, key)
    assert replica["Arn"] == far["Arn"] == near["Arn"].replace(REGION, FAR)
    assert near["CurrentKeyMaterialId"] == far["CurrentKeyMaterialId"]
    assert (near["Description"], far["Description"]) == ("", "far")
    assert relations(near) == relations(far) == (REGION, {FAR})
    assert near["MultiRegionConfiguration"]["MultiRegionKeyType"] == "PRIMARY"
    assert far["MultiRegionConfiguration"]["MultiRegionKeyType"] == "REPLICA"
    assert regions[REGION].list_resource_tags(KeyId=key)["Tags"] == []
    regions[FAR].create_alias(AliasName=f"alias/{key}", TargetKeyId=key)
    with refused("NotFoundException"):
        regions[REGION].describe_key(KeyId=f"alias/{key}")
    regions[FAR].disable_key(KeyId=key)
    assert (regions.state(REGION, key), regions.state(FAR, key)) == ("Enabled", "Disabled")


def test_ciphertexts_signatures_and_macs_travel(regions: Regions) -> None:
    key = regions.key(FAR)
    near, far = regions[REGION], regions[FAR]
    blob = near.encrypt(KeyId=key, Plaintext=b"secret", EncryptionContext={"a": "1"})["CiphertextBlob"]
    answer = far.decrypt(CiphertextBlob=blob, EncryptionContext={"a": "1"})
    assert (answer["Plaintext"], answer["KeyId"]) == (b"secret", regions.describe(FAR, key)["Arn"])
    again = far.re_encrypt(CiphertextBlob=blob, SourceEncryptionContext={"a": "1"}, DestinationKeyId=key)
    assert near.decrypt(CiphertextBlob=again["CiphertextBlob"], KeyId=key)["Plaintext"] == b"secret"
    with refused("InvalidCiphertextException"):
        far.decrypt(CiphertextBlob=blob, EncryptionContext={"a": "2"})
    with refused("AccessDeniedException"):
        regions[FARTHER].decrypt(CiphertextBlob=blob, EncryptionContext={"a": "1"})

    signer = regions.key(FAR, KeySpec="ECC_NIST_P256", KeyUsage="SIGN_VERIFY")
    message = {"KeyId": signer, "Message": b"message", "SigningAlgorithm": "ECDSA_SHA_256"}
    assert near.verify(**message, Signature=far.sign(**message)["Signature"])["SignatureValid"]
    assert near.get_public_key(KeyId=signer)["PublicKey"] == far.get_public_key(KeyId=signer)["PublicKey"]
    hmac = regions.key(FAR, KeySpec="HMAC_256", KeyUsage="GENERATE_VERIFY_MAC")
    message = {"KeyId": hmac, "Message": b"message", "MacAlgorithm": "HMAC_SHA_256"}
    assert far.verify_mac(**message, Mac=near.generate_mac(**message)["Mac"])["MacValid"]


def test_the_primary_rotates_for_all(regions: Regions) -> None:
    key = regions.key(FAR)
    near, far = regions[REGION], regions[FAR]
    for forbidden in (far.enable_key_rotation, far.disable_key_rotation, far.rotate_key_on_demand):
        with refused("UnsupportedOperationException", "is not a multi-Region primary key"):
            forbidden(KeyId=key)
    near.enable_key_rotation(KeyId=key, RotationPeriodInDays=100)
    assert far.get_key_rotation_status(KeyId=key)["RotationPeriodInDays"] == 100
    blob = far.encrypt(KeyId=key, Plaintext=b"secret")["CiphertextBlob"]
    near.rotate_key_on_demand(KeyId=key)
    listed = [
        [entry["KeyMaterialId"] for entry in kms.list_key_rotations(KeyId=key)["Rotations"]] for kms in (near, far)
    ]
    assert listed[0] == listed[1]
    assert len(listed[0]) == 1
    new = far.encrypt(KeyId=key, Plaintext=b"secret")["CiphertextBlob"]
    assert near.decrypt(CiphertextBlob=new)["KeyMaterialId"] == listed[0][0]
    assert near.decrypt(CiphertextBlob=blob)["KeyMaterialId"] != listed[0][0]


def test_the_primary_region_moves(regions: Regions) -> None:
    key = regions.key(FAR, FARTHER)
    regions[REGION].update_primary_region(KeyId=key, PrimaryRegion=FAR)
    for region in (REGION, FAR, FARTHER):
        assert relations(regions.describe(region, key)) == (FAR, {REGION, FARTHER})
    with refused("UnsupportedOperationException"):
        regions[REGION].update_primary_region(KeyId=key, PrimaryRegion=FARTHER)
    with refused("NotFoundException"):
        regions[FAR].update_primary_region(KeyId=key, PrimaryRegion="us-west-2")
    regions[FAR].replicate_key(KeyId=key, ReplicaRegion="us-west-2")
    assert relations(regions.describe(REGION, key))[1] == {REGION, FARTHER, "us-west-2"}


def test_what_cannot_be_replicated_is_refused(regions: Regions) -> None:
    key = regions.key(FAR)
    single = regions[REGION].create_key()["KeyMetadata"]["KeyId"]
    with refused("UnsupportedOperationException", "is not a multi-Region primary key"):
        regions[REGION].replicate_key(KeyId=single, ReplicaRegion=FAR)
    with refused("UnsupportedOperationException", "is not a multi-Region primary key"):
        regions[FAR].replicate_key(KeyId=key, ReplicaRegion=FARTHER)
    for region in (REGION, FAR):
        with refused("AlreadyExistsException"):
            regions[REGION].replicate_key(KeyId=key, ReplicaRegion=region)
    with refused("UnsupportedOperationException", "cn-north-1"):
        regions[REGION].replicate_key(KeyId=key, ReplicaRegion="cn-north-1")
    with refused("NotFoundException"):
        regions[REGION].replicate_key(KeyId=f"mrk-{'0' * 32}", ReplicaRegion=FAR)


def test_permissions_in_both_regions(make_lodge: Callable[..., Lodge]) -> None:
    def in_region(action: str, region: str) -> dict[str, Any]:
        return allowing(action, condition={"StringEquals": {"aws:RequestedRegion": region}})

    create, replicate, update = "kms:CreateKey", "kms:ReplicateKey", "kms:UpdatePrimaryRegion"
    users = [
        administrator(),
        user("enough", {"a": in_region(replicate, REGION), "b": in_region(create, FAR), "c": allowing(update)}),
        user("nothing-there", {"a": in_region(replicate, REGION), "b": in_region(create, REGION)}),
        user("nothing-here", {"a": in_region(replicate, FAR), "b": in_region(create, FAR)}),
        user("mover-here", {"a": in_region(update, REGION)}),
        user(
            "only-far",
            {"a": allowing("kms:*", condition={"StringEquals": {"kms:ReplicaRegion": FAR}}), "b": allowing(create)},
        ),
    ]
    lodge = make_lodge(world(account(ACCOUNT, "A", users=users)))
    key = Regions(lodge).key()

    def replicate_as(name: str, region: str, **parameters: Any) -> None:  # noqa: ANN401 (those of ReplicateKey)
        lodge.client("kms", f"A/{name}").replicate_key(KeyId=key, ReplicaRegion=region, **parameters)

    with refused("AccessDeniedException", "kms:CreateKey"):
        replicate_as("nothing-there", FAR)
    with refused("AccessDeniedException", "kms:ReplicateKey"):
        replicate_as("nothing-here", FAR)
    with refused("AccessDeniedException", "kms:TagResource"):
        replicate_as("enough", FAR, Tags=[{"TagKey": "a", "TagValue": "1"}])
    with refused("AccessDeniedException", "kms:ReplicateKey"):
        replicate_as("only-far", FARTHER)
    replicate_as("enough", FAR)
    with refused("AccessDeniedException", f"arn:aws:kms:{FAR}:"):
        lodge.client("kms", "A/mover-here").update_primary_region(KeyId=key, PrimaryRegion=FAR)
    lodge.client("kms", "A/enough").update_primary_region(KeyId=key, PrimaryRegion=FAR)


def test_a_primary_key_is_deleted_after_its_replicas(make_lodge: Callable[..., Lodge], tmp_path: Path) -> None:
    clock = MovedClock(tmp_path)
    lodge = make_lodge(world(account(ACCOUNT, "A", users=[administrator()])), wrapper=clock.wrapper)
    regions = Regions(lodge)
    key = regions.key(FAR)
    blob = regions[FAR].encrypt(KeyId=key, Plaintext=b"secret")["CiphertextBlob"]
    answer = regions[REGION].schedule_key_deletion(KeyId=key, PendingWindowInDays=7)
    assert (answer["KeyState"], answer["PendingWindowInDays"]) == ("PendingReplicaDeletion", 7)
    assert "DeletionDate" not in answer
    assert regions[FAR].decrypt(CiphertextBlob=blob)["Plaintext"] == b"secret"
    regions[FAR].schedule_key_deletion(KeyId=key, PendingWindowInDays=7)

    clock.move(timedelta(days=7, minutes=5))
    # Starting looks for what is due at once.
    lodge.restart()
    with clock.for_clients():
        wait_for(lambda: regions.state(REGION, key) == "PendingDeletion", 60, "the deletion of the replica")
        assert regions.state(FAR, key) is None
        metadata = regions.describe(REGION, key)
        assert relations(metadata) == (REGION, set())
        assert metadata["DeletionDate"] - clock.now() > timedelta(days=6)
    clock.move(timedelta(days=14, minutes=15))
    lodge.restart()
    with clock.for_clients():
        wait_for(lambda: regions.state(REGION, key) is None, 60, "the deletion of the primary key")


def test_at_the_same_time(regions: Regions) -> None:
    key = regions.key()

    def replicate(region: str) -> str:
        try:
            regions[REGION].replicate_key(KeyId=key, ReplicaRegion=region)
        except ClientError as error:
            return error.response["Error"]["Code"]
        return "success"

    with ThreadPoolExecutor(8) as pool:
        outcomes = list(pool.map(replicate, [FAR, FARTHER] * 4))
    assert sorted(outcomes) == ["AlreadyExistsException"] * 6 + ["success"] * 2
    for region in (REGION, FAR, FARTHER):
        assert relations(regions.describe(region, key)) == (REGION, {FAR, FARTHER})


def test_related_keys_survive_a_crash(make_lodge: Callable[..., Lodge]) -> None:
    lodge = make_lodge()
    regions = Regions(lodge)
    key = regions.key(FAR)
    blob = regions[REGION].encrypt(KeyId=key, Plaintext=b"secret")["CiphertextBlob"]
    regions[REGION].update_primary_region(KeyId=key, PrimaryRegion=FAR)
    lodge.kill()
    lodge.start()
    assert relations(regions.describe(REGION, key)) == (FAR, {REGION})
    assert regions[FAR].decrypt(CiphertextBlob=blob)["Plaintext"] == b"secret"


def test_the_aws_cli_replicates(lodge: Lodge) -> None:
    made = lodge.aws("A/admin", "kms", "create-key", "--multi-region")["KeyMetadata"]["KeyId"]
    replica = lodge.aws("A/admin", "kms", "replicate-key", "--key-id", made, "--replica-region", FAR)
    assert replica["ReplicaKeyMetadata"]["MultiRegion"] is True
    shown = lodge.aws("A/admin", "kms", "describe-key", "--key-id", made, region=FAR)
    assert shown["KeyMetadata"]["Arn"] == replica["ReplicaKeyMetadata"]["Arn"]


def test_the_encryption_sdk_opens_in_one_region_what_it_sealed_in_another(regions: Regions) -> None:
    key = regions.key(FAR)
    sdk = EncryptionSDKClient(commitment_policy=CommitmentPolicy.REQUIRE_ENCRYPT_REQUIRE_DECRYPT)
    providers = AwsCryptographicMaterialProviders(config=MaterialProvidersConfig())

    def keyring(region: str) -> Any:  # noqa: ANN401 (the SDK's own classes)
        arn = regions.describe(region, key)["Arn"]
        return providers.create_aws_kms_mrk_keyring(
            input=CreateAwsKmsMrkKeyringInput(kms_key_id=arn, kms_client=regions[region])
        )

    sealed, _ = sdk.encrypt(source=b"the secret", keyring=keyring(REGION), encryption_context={"a": "1"})
    opened, _ = sdk.decrypt(source=sealed, keyring=keyring(FAR))
    assert opened == b"the secret"
    other = regions.key(FAR)
    stranger = providers.create_aws_kms_mrk_keyring(
        input=CreateAwsKmsMrkKeyringInput(kms_key_id=regions.describe(FAR, other)["Arn"], kms_client=regions[FAR])
    )
    with pytest.raises(AWSEncryptionSDKClientError):
        sdk.decrypt(source=sealed, keyring=stranger)
