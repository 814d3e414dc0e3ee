"""Encrypts tenants' data with tenants' keys, in one call, with Lodge or AWS KMS."""

import atexit

from lodge_sdk._client import AsyncTenantEncryption, TenantEncryption
from lodge_sdk._configuration import DataKeyCache
from lodge_sdk._core import BeaconKey, Fields, stop
from lodge_sdk.errors import (
    AccessDenied,
    InvalidInput,
    KeyDisabled,
    KeyGone,
    LodgeError,
    Tampered,
    Throttled,
    Unavailable,
    WrongContext,
    WrongTenant,
)

__all__ = [
    "AccessDenied",
    "AsyncTenantEncryption",
    "BeaconKey",
    "DataKeyCache",
    "Fields",
    "InvalidInput",
    "KeyDisabled",
    "KeyGone",
    "LodgeError",
    "Tampered",
    "TenantEncryption",
    "Throttled",
    "Unavailable",
    "WrongContext",
    "WrongTenant",
]

atexit.register(stop)
