"""A snapshot as JSON: one text for both languages, the hash of its content, and back to the snapshot of one reader."""

import hashlib
import json
import types
import typing
from dataclasses import asdict, fields, is_dataclass
from datetime import date, datetime
from functools import cache
from typing import Any, TypeVar

from integration.errors import PackDamaged
from integration.model.text import LANGUAGES, UNSEEN, Language
from integration.reports.freeze.snapshot import Snapshot

T = TypeVar("T")
BOTH = set(LANGUAGES)


def to_json(dutch: Snapshot, english: Snapshot) -> tuple[str, str]:
    """The JSON of one snapshot told in both languages, and the hash that is part of it."""
    content = joined(plain(asdict(dutch)), plain(asdict(english)))
    content["content_hash"] = content_hash(content)
    return as_text(content), content["content_hash"]


def from_json(text: str, language: Language) -> Snapshot:
    """The snapshot for a reader of `language`; raises PackDamaged where the text is not what was published."""
    content = json.loads(text)
    if content.get("content_hash") != content_hash(content):
        raise PackDamaged
    return built(Snapshot, spoken(content, language))


def content_hash(content: dict[str, Any]) -> str:
    """SHA-256 over everything but the hash itself, whatever the order of the keys."""
    unsealed = {name: value for name, value in content.items() if name != "content_hash"}
    return hashlib.sha256(as_text(unsealed).encode()).hexdigest()


def as_text(content: Any) -> str:
    """JSON in one fixed form."""
    return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


def json_escaped(text: str) -> str:
    r"""JSON that says the same and is sealed the same, with every sign that nobody sees as \uXXXX."""
    return UNSEEN.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def plain(value: Any) -> Any:
    """Dates and moments as text, tuples as lists; everything else as it is."""
    if isinstance(value, dict):
        return {name: plain(one) for name, one in value.items()}
    if isinstance(value, list | tuple):
        return [plain(one) for one in value]
    return value.isoformat() if isinstance(value, date) else value


def joined(dutch: Any, english: Any) -> Any:
    """One value for both languages, and two under `nl` and `en` only where they differ."""
    if isinstance(dutch, dict) and isinstance(english, dict):
        return {name: joined(value, english[name]) for name, value in dutch.items()}
    if isinstance(dutch, list) and isinstance(english, list) and len(dutch) == len(english):
        return [joined(*pair) for pair in zip(dutch, english, strict=True)]
    return dutch if dutch == english else {"nl": dutch, "en": english}


def spoken(value: Any, language: Language) -> Any:
    """The value as a reader of `language` gets it."""
    if isinstance(value, dict):
        return spoken(value[language], language) if value.keys() == BOTH else {name: spoken(one, language) for name, one in value.items()}
    return [spoken(one, language) for one in value] if isinstance(value, list) else value


def built(kind: Any, value: Any) -> Any:
    """A value of a type from its plain form; fields that an older snapshot did not know take their default."""
    if is_dataclass(kind):
        return kind(**{name: built(hint, value[name]) for name, hint in _hints(kind) if name in value})  # type: ignore[operator, arg-type]
    origin, inner = typing.get_origin(kind), typing.get_args(kind)
    if origin in (typing.Union, types.UnionType):
        return None if value is None else built(inner[0], value)
    if origin is tuple:
        kinds = [inner[0]] * len(value) if inner[-1] is Ellipsis else inner
        return tuple(built(one, each) for one, each in zip(kinds, value, strict=True))
    return kind.fromisoformat(value) if kind in (date, datetime) else value


@cache
def _hints(kind: Any) -> tuple[tuple[str, Any], ...]:
    hints = typing.get_type_hints(kind)
    return tuple((field.name, hints[field.name]) for field in fields(kind))
