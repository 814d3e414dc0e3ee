"""Infrastructure code: `examples/infrastructure-code`, applied with Ansible."""

import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from lodge import Lodge
from operations import permission_world

PLAYBOOK = Path(__file__).parents[2] / "examples/infrastructure-code/playbook.yml"


def apply(lodge: Lodge, folder: Path) -> int:
    """Applies the playbook, and gives how many of its tasks changed something."""
    program = Path(sys.executable).with_name("ansible-playbook")
    settings = {"ANSIBLE_HOME": str(folder), "ANSIBLE_NOCOLOR": "1", "ANSIBLE_LOCALHOST_WARNING": "0"}
    interpreter = f"ansible_python_interpreter={sys.executable}"
    result = subprocess.run(
        [program, "--inventory", "localhost,", "--extra-vars", interpreter, PLAYBOOK],
        capture_output=True,
        text=True,
        timeout=300,
        env=lodge.environment("A/admin") | settings,
        check=False,
    )
    assert result.returncode == 0, result.stdout + result.stderr
    recap = re.search(r"changed=(\d+) ", result.stdout)
    assert recap, result.stdout
    return int(recap[1])


def test_ansible_makes_what_is_missing_and_mends_what_differs(make_lodge: Callable[..., Lodge], tmp_path: Path) -> None:
    lodge = make_lodge(permission_world())
    iam, kms = lodge.client("iam", "A/admin"), lodge.client("kms", "A/admin")
    assert apply(lodge, tmp_path) == 7
    role = iam.get_role(RoleName="ServiceARole")["Role"]
    assert (role["MaxSessionDuration"], role["Tags"]) == (7200, [{"Key": "team", "Value": "a"}])
    assert role["PermissionsBoundary"]["PermissionsBoundaryArn"] == "arn:aws:iam::aws:policy/PowerUserAccess"
    assert [group["GroupName"] for group in iam.list_groups_for_user(UserName="deployer")["Groups"]] == ["keepers"]
    for tenant in ("123", "456"):
        key = kms.describe_key(KeyId=f"alias/customer-{tenant}")["KeyMetadata"]["KeyId"]
        assert kms.list_resource_tags(KeyId=key)["Tags"] == [{"TagKey": "tenant", "TagValue": tenant}]
        assert kms.get_key_rotation_status(KeyId=key)["KeyRotationEnabled"]

    assert apply(lodge, tmp_path) == 0
    # Somebody changes things by hand.
    iam.update_role(RoleName="ServiceARole", MaxSessionDuration=3600)
    iam.remove_user_from_group(GroupName="keepers", UserName="deployer")
    assert apply(lodge, tmp_path) == 2
    assert iam.get_role(RoleName="ServiceARole")["Role"]["MaxSessionDuration"] == 7200
    assert apply(lodge, tmp_path) == 0
