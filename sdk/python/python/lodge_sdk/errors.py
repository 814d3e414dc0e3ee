"""Why a call failed. No error holds plaintext, keys or credentials."""

from typing import ClassVar


class LodgeError(Exception):
    """The base of all errors of this package."""

    #: Whether the same call may succeed later.
    is_transient: ClassVar[bool] = False


class InvalidInput(LodgeError, ValueError):
    """An argument or an option that can never work."""


class WrongTenant(LodgeError):
    """The message belongs to another tenant, or another key than the one behind the tenant's alias made it."""


class WrongContext(LodgeError):
    """The message was made with another encryption context."""


class Tampered(LodgeError):
    """The message was changed, cut off or moved to another place."""


class KeyDisabled(LodgeError):
    """The key exists, and cannot be used now: it is disabled, or has no key material."""


class KeyGone(LodgeError):
    """There is no key: no alias, or the key is deleted or waits for its deletion."""


class AccessDenied(LodgeError):
    """The caller may not take the role, or the role may not use the key."""


class Throttled(LodgeError):
    """Too many requests, also after the retries that the configuration allows."""

    is_transient = True


class Unavailable(LodgeError):
    """The service was not reached or did not work, also after the retries that the configuration allows."""

    is_transient = True


# Where applications find them, also in tracebacks.
for _error in (LodgeError, *LodgeError.__subclasses__()):
    _error.__module__ = "lodge_sdk"
