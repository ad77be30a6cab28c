"""Tokens and PINs: 256 random bits of which only a hash is stored, and short numbers hashed slowly."""

import hashlib
import hmac
import secrets

TOKEN_LENGTH = 43
# How much work one try of a PIN is; a PIN stored with another value would fit no more.
PIN_WORK = 2**14


def new_token() -> str:
    """A new secret for an address: 256 random bits."""
    return secrets.token_urlsafe(32)


def token_hash(token: str) -> str:
    """What is stored of a token."""
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()


def same(one: str, other: str) -> bool:
    """Whether two hashes are equal, in a time that does not tell where they differ."""
    return hmac.compare_digest(one.encode(), other.encode())


def new_pin(length: int) -> str:
    """A PIN of chance."""
    return f"{secrets.randbelow(10**length):0{length}}"


def pin_hash(pin: str) -> str:
    """What is stored of a PIN: salted, and slow to try."""
    salt = secrets.token_bytes(16)
    return f"{salt.hex()}${_slow(pin, salt)}"


def pin_fits(pin: str, stored: str) -> bool:
    """Whether this is the PIN."""
    salt, _, kept = stored.partition("$")
    return same(_slow(pin, bytes.fromhex(salt)), kept)


def _slow(pin: str, salt: bytes) -> str:
    return hashlib.scrypt(pin.encode(), salt=salt, n=PIN_WORK, r=8, p=1).hex()
