"""A token in software, for custom key stores of type AWS_CLOUDHSM."""

import json
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

MODULE = "/usr/lib/softhsm/libsofthsm2.so"


@dataclass(frozen=True)
class Token:
    """An initialized token of SoftHSM2, with the files that attach it to a Lodge."""

    settings: Path
    configuration: Path
    #: The TrustAnchorCertificate.
    anchor: str
    cluster: str = "cluster-abcdefghijk"
    password: str = "correct-horse"

    @classmethod
    def new(cls, folder: Path) -> Self:
        """A new token, whose files are in `folder`."""
        (folder / "tokens").mkdir()
        configuration = folder / "softhsm2.conf"
        configuration.write_text(f"directories.tokendir = {folder}/tokens\n")
        command = ["softhsm2-util", "--init-token", "--free", "--label", "tenants", "--so-pin", "12345678"]
        environment = {"SOFTHSM2_CONF": str(configuration), "PATH": "/usr/bin:/usr/local/bin"}
        subprocess.run([*command, "--pin", cls.password], check=True, capture_output=True, env=environment)
        anchor = folder / "customerCA.crt"
        command = ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
        command += ["-days", "30", "-subj", "/CN=customerCA", "-keyout", "/dev/null", "-out", str(anchor)]
        subprocess.run(command, check=True, capture_output=True)
        settings = folder / "tokens.json"
        cluster = {"id": cls.cluster, "module": MODULE, "token": "tenants", "trustAnchor": {"file": anchor.name}}
        settings.write_text(json.dumps({"clusters": [cluster]}))
        return cls(settings, configuration, anchor.read_text())

    @property
    def options(self) -> dict[str, Any]:
        """How a Lodge is started that has the token."""
        return {
            "arguments": ("--pkcs11", str(self.settings)),
            "wrapper": ("env", f"SOFTHSM2_CONF={self.configuration}"),
        }
