"""Checking every setting at the start: each wrong one in one sentence, all at once."""

import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from difflib import get_close_matches
from ipaddress import ip_address, ip_network
from urllib.parse import urlsplit

from integration import settings
from integration.errors.settings import (
    AddressUnusable,
    ChoiceUnusable,
    FramesUnusable,
    NumbersUnusable,
    ProviderIncomplete,
    ProviderUnusable,
    SettingsUnusable,
    SettingUnusable,
    TokenTooShort,
)
from integration.settings.setting import FILE, Setting, in_file

SHORTEST_TOKEN = 16
YES_OR_NO = ("0", "1", "no", "yes", "false", "true")


def check_settings() -> None:
    """Raise SettingUnusable for a value that cannot be used, before anybody looks; for several, one that tells of each."""
    wrong = list(wrong_settings())
    if len(wrong) > 1:
        raise SettingsUnusable(sentences="\n".join(map(str, wrong)))
    if wrong:
        raise wrong[0]


def wrong_settings() -> Iterator[SettingUnusable]:
    """Everything that is set to what it cannot hold."""
    try:
        in_file()
    except SettingUnusable as error:
        # Nothing can be said of the others while the file is not read.
        yield error
        return
    for check in CHECKS:
        try:
            check()
        except SettingUnusable as error:
            yield error


def unknown_names() -> list[tuple[str, str]]:
    """Names that look like settings and are none, each with the setting that was probably meant, or with nothing."""
    known = [*(one.name for one in settings.SETTINGS), FILE]
    taken = {*known, *(f"{name}_FILE" for name in known)}
    given = [name for name in (*os.environ, *in_file()) if name.startswith("INTEGRATION_") and name not in taken]
    return [(name, next(iter(get_close_matches(name, known, 1)), "")) for name in dict.fromkeys(given)]


def _readable(setting: Setting) -> Callable[[], object]:
    return setting.text


def _number(setting: Setting, least: int, most: int) -> Callable[[], object]:
    return lambda: setting.number(least, most)


def _choice(setting: Setting, choices: tuple[str, ...]) -> Callable[[], object]:
    def check() -> None:
        if setting.text() and setting.text() not in choices:
            raise ChoiceUnusable(name=setting.name, value=setting.text()[:60], choices=", ".join(choices))

    return check


def _digest() -> None:
    day, _, hour = settings.DIGEST.text().lower().partition(" ")
    known = day == "off" or (day in settings.WEEKDAYS and hour.isdecimal() and int(hour) < 24)
    if not known:
        raise ChoiceUnusable(name=settings.DIGEST.name, value=settings.DIGEST.text()[:60], choices="mon 7 … sun 23, off")


def _metrics() -> None:
    token = settings.METRICS_TOKEN.text()
    if token and (len(token) < SHORTEST_TOKEN or not token.isprintable() or " " in token):
        raise TokenTooShort(name=settings.METRICS_TOKEN.name, least=SHORTEST_TOKEN)


def _address() -> None:
    text = settings.ADDRESS.text().rstrip("/")
    if text and not _is_origin(text):
        raise AddressUnusable(name=settings.ADDRESS.name, value=text[:100])


def _is_origin(text: str) -> bool:
    with suppress(ValueError):
        parts = urlsplit(text)
        spoken = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
        return spoken and text.lower() == f"{parts.scheme}://{parts.netloc.lower()}" and "@" not in parts.netloc and not any(map(str.isspace, text))
    return False


def _frames() -> None:
    for one in settings.FRAMES.text().split():
        if not _is_origin(one.rstrip("/")):
            raise FramesUnusable(name=settings.FRAMES.name, value=one[:100])


def _listen() -> None:
    try:
        ip_address(settings.LISTEN.text())
    except ValueError as error:
        raise NumbersUnusable(name=settings.LISTEN.name, value=settings.LISTEN.text()[:60]) from error


def _networks(setting: Setting) -> Callable[[], object]:
    def check() -> None:
        for one in setting.text().split(",") if setting.text() else ():
            try:
                ip_network(one.strip())
            except ValueError as error:
                raise NumbersUnusable(name=setting.name, value=one.strip()[:60]) from error

    return check


def _provider() -> None:
    url, missing = settings.OIDC_URL.text(), [one.name for one in (settings.OIDC_CLIENT, settings.OIDC_SECRET) if not one.text()]
    if url and not url.startswith(("https://", "http://")):
        raise ProviderUnusable(name=settings.OIDC_URL.name, value=url[:100])
    if url and missing:
        raise ProviderIncomplete(name=settings.OIDC_URL.name, missing=", ".join(missing))


CHECKS: tuple[Callable[[], object], ...] = (
    *map(_readable, settings.SETTINGS),
    settings.silent_days,
    settings.audit_days,
    settings.reminder_days,
    settings.database_memory,
    settings.database_threads,
    settings.zone,
    _number(settings.PORT, 1, 65_535),
    _choice(settings.DEMO, YES_OR_NO),
    _choice(settings.WARM, ("0", "1")),
    _choice(settings.ACCEPT_LOSS, ("0", "1")),
    _choice(settings.MAIL_LANGUAGE, ("nl", "en")),
    _choice(settings.OIDC_TRUST, ("0", "1")),
    _choice(settings.LOG, ("text", "json")),
    _metrics,
    _digest,
    _address,
    _frames,
    _listen,
    _networks(settings.PROXIES),
    _networks(settings.WEBHOOK_NETWORKS),
    _provider,
)
