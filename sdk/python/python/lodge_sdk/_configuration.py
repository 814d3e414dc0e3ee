"""What botocore's configuration says, in the words of the core."""

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol
from urllib.parse import urlsplit

import botocore.exceptions
import botocore.httpsession
import botocore.session
import botocore.utils
from botocore.config import Config

from lodge_sdk.errors import InvalidInput

#: Attempts in botocore's modes, when the configuration does not count them.
_ATTEMPTS = {"legacy": 5, "standard": 3, "adaptive": 3}

#: STS before it had endpoints of Regions, chosen by `sts_regional_endpoints = legacy`: it wants signatures for another Region than KMS.
_GLOBAL_STS = "https://sts.amazonaws.com"


@dataclass(frozen=True, kw_only=True)
class DataKeyCache:
    """How far a data key may be used; what ends first counts. A tenant whose key is disabled can use cached data keys until they are `max_age` old."""

    #: Seconds after which a data key is thrown away, for writing and for reading.
    max_age: float = 60
    #: The messages that are made with one data key.
    max_messages: int = 1000
    #: The plaintext bytes that are encrypted with one data key.
    max_bytes: int = 1 << 30
    #: The most data keys that are kept for writing, and as many for reading.
    capacity: int = 1000


@dataclass(frozen=True, kw_only=True)
class Settings:
    """The options of a client; times in seconds."""

    role_arn: str
    service: str | None
    key_account: str | None
    session_duration: float
    refresh_before: float
    max_sessions: int
    data_key_cache: DataKeyCache | None
    signed: bool
    frame_length: int
    concurrency: int


@dataclass(frozen=True, kw_only=True)
class Connection:
    """How KMS and STS are reached."""

    session: botocore.session.Session
    region: str
    kms_url: str
    sts_url: str
    #: Certificates in PEM.
    authorities: bytes
    proxy: str | None
    #: The hosts that are reached without the proxy, with commas between them.
    no_proxy: str
    adaptive: bool
    attempts: int
    connect_timeout: float | None
    read_timeout: float | None


class Session(Protocol):
    """A boto3 session: what holds a botocore session."""

    @property
    def _session(self) -> botocore.session.Session: ...


def connection(
    session: botocore.session.Session | Session | None, config: Config | None, verify: str | bool | None
) -> Connection:
    """What a botocore client would do that this session makes with `config` and `verify`."""
    base = _botocore_session(session)
    if not isinstance(config, Config | None):
        raise TypeError(f"`config`: a botocore.config.Config is wanted, not {type(config).__name__}")
    if not isinstance(verify, str | os.PathLike | bool | None):
        raise TypeError(f"`verify`: the path of a CA bundle is wanted, not {type(verify).__name__}")
    try:
        kms, sts = (base.create_client(service, config=config) for service in ("kms", "sts"))
    except botocore.exceptions.NoRegionError:
        raise InvalidInput("no Region is configured: set AWS_DEFAULT_REGION, or give a session that has one") from None
    except (botocore.exceptions.BotoCoreError, ValueError) as error:
        raise InvalidInput(f"the configuration of botocore is of no use: {error}") from error
    used = kms.meta.config
    mode = used.retries.get("mode", "standard")
    proxy, no_proxy = _proxy(used.proxies, kms.meta.endpoint_url, sts.meta.endpoint_url)
    return Connection(
        session=base,
        region=kms.meta.region_name,
        kms_url=kms.meta.endpoint_url,
        sts_url=_regional(sts.meta.endpoint_url, kms.meta.region_name),
        authorities=_authorities(base, verify),
        proxy=proxy,
        no_proxy=no_proxy,
        adaptive=mode == "adaptive",
        attempts=used.retries.get("total_max_attempts", _ATTEMPTS.get(mode, 3)),
        connect_timeout=used.connect_timeout,
        read_timeout=used.read_timeout,
    )


def _botocore_session(session: botocore.session.Session | Session | None) -> botocore.session.Session:
    if session is None:
        return botocore.session.get_session()
    found = getattr(session, "_session", session)
    if not isinstance(found, botocore.session.Session):
        raise TypeError(f"`session`: a boto3 or botocore session is wanted, not {type(session).__name__}")
    return found


def _regional(sts_url: str, region: str) -> str:
    return f"https://sts.{region}.amazonaws.com" if sts_url == _GLOBAL_STS else sts_url


def _proxy(configured: dict[str, str] | None, *urls: str) -> tuple[str | None, str]:
    """The proxy of some services, and the hosts of those that are reached directly."""
    found = {}
    for url in urls:
        proxies = botocore.utils.get_environ_proxies(url) if configured is None else configured
        found[url] = proxies.get(urlsplit(url).scheme)
    used = {proxy for proxy in found.values() if proxy}
    if len(used) > 1:
        raise InvalidInput("KMS and STS are behind different proxies: configure one for both")
    direct = [urlsplit(url).hostname or "" for url, proxy in found.items() if not proxy]
    return (used.pop() if used else None), ",".join(direct)


def _authorities(session: botocore.session.Session, verify: str | bool | None) -> bytes:
    """The CA bundle, from where botocore takes it, in its order."""
    if verify is False:
        raise InvalidInput("certificates are always verified: name the bundle with the server's authority instead")
    named = None if verify is True else verify
    path = named or session.get_config_variable("ca_bundle") or os.environ.get("REQUESTS_CA_BUNDLE")
    try:
        return Path(path or botocore.httpsession.where()).read_bytes()
    except (OSError, ValueError) as error:
        raise InvalidInput(f"the CA bundle cannot be read: {error}") from error
