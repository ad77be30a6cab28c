"""Seals: small values that only this server can have written, as cookies and sign-in addresses carry them."""

import hashlib
import hmac
import os
import secrets
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from itsdangerous import BadData, URLSafeSerializer, URLSafeTimedSerializer

from integration.errors.store import SecretUnusable, StoreFolderMissing
from integration.settings import make_data_folder

SKEW = timedelta(minutes=10)
LONGEST = 8000
SIGNER = {"digest_method": hashlib.sha256}


class Seal:
    """Signs and opens values with one secret (HMAC-SHA-256, compared in constant time)."""

    def __init__(self, secret: str) -> None:
        self._secret = secret

    def close(self, purpose: str, value: Any) -> str:
        """The value as text that stands in a cookie or an address."""
        return self._serializer(purpose).dumps(value)

    def open(self, purpose: str, text: str, life: timedelta, now: datetime) -> tuple[Any, datetime] | None:
        """The value and the moment it was sealed, or None when it is not ours, too old, or from days to come."""
        if not text or len(text) > LONGEST:
            return None
        try:
            value, sealed = self._serializer(purpose).loads(text, return_timestamp=True)
        except (BadData, ValueError, OverflowError, OSError):
            return None
        moment = sealed.astimezone(UTC).replace(tzinfo=None)
        # A clock that jumped back makes old seals look young; one from the future was sealed before the jump.
        return (value, moment) if -SKEW <= now - moment < life else None

    def mark(self, purpose: str, value: Any) -> str:
        """The value as text that is the same every time, for what lasts as long as what it leads to."""
        return URLSafeSerializer(self._secret, salt=f"ineen/{purpose}", signer_kwargs=SIGNER).dumps(value)

    def read(self, purpose: str, text: str) -> Any:
        """The value that was marked, or None when it is not ours."""
        try:
            return URLSafeSerializer(self._secret, salt=f"ineen/{purpose}", signer_kwargs=SIGNER).loads(text) if len(text) <= LONGEST else None
        except (BadData, ValueError):
            return None

    def key(self, purpose: str, value: str) -> bytes:
        """A key of 256 bits for one purpose and one value, the same every time."""
        return hmac.digest(self._secret.encode(), f"ineen/key/{purpose}/{value}".encode(), "sha256")

    def _serializer(self, purpose: str) -> URLSafeTimedSerializer:
        return URLSafeTimedSerializer(self._secret, salt=f"ineen/{purpose}", signer_kwargs=SIGNER)


def secret_beside(store: Path) -> str:
    """The secret kept beside the store, made when there is none; readable by the owner alone. Raises StoreUnusable."""
    path = store.with_name(store.name + ".secret")
    make_data_folder(path)
    try:
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="ascii") as file:
            file.write(secrets.token_urlsafe(48))
    except FileExistsError:
        pass
    except FileNotFoundError as error:
        raise StoreFolderMissing(folder=store.parent, path=store) from error
    except OSError as error:
        raise SecretUnusable(path=path, reason=error.strerror) from error
    try:
        return path.read_text("ascii").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise SecretUnusable(path=path, reason=getattr(error, "strerror", None) or "it is no text") from error
