"""The log of the server on standard error: a line a thing, as text or as JSON, without what opens doors."""

import json
import logging
import re
import sys
from datetime import UTC, datetime

from streamlit import logger as streamlits

from integration.settings import LOG, METRICS_TOKEN, OIDC_SECRET, SECRET

# The secrets of addresses, and passwords in them.
IN_ADDRESS = re.compile(r"/(s|signin|signout|answer|data|calendar|mail|file|bring)/\.?[\w~%-]{20,}[\w.~%-]*")
PASSWORD = re.compile(r"(\w+://[^\s:/@]*):\S*@")
TOKENS = re.compile(r"\b(token|t|code|secret|password|pin|ineen_session|ineen_links)(=|%3D)[^\s&;,'\"]+", re.IGNORECASE)
SHORTEST = 8


def discreet(words: str) -> str:
    """The same without secrets."""
    words = PASSWORD.sub(r"\1:…@", IN_ADDRESS.sub(r"/\1/…", words))
    words = TOKENS.sub(r"\1\2…", words)
    for one in (SECRET, OIDC_SECRET, METRICS_TOKEN):
        if len(one.text()) >= SHORTEST:
            words = words.replace(one.text(), "…")
    return words


class Lines(logging.Formatter):
    """Text, one line and whatever trace belongs to it."""

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s: %(message)s")

    def format(self, record: logging.LogRecord) -> str:
        """The line."""
        return discreet(super().format(record))


class JsonLines(logging.Formatter):
    """One object a line, also for a trace."""

    def format(self, record: logging.LogRecord) -> str:
        """The line."""
        told = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "name": record.name,
            "message": record.getMessage(),
            "code": getattr(record, "code", None),
            "trace": self.formatException(record.exc_info) if record.exc_info else None,
        }
        return json.dumps({name: discreet(one) for name, one in told.items() if one is not None}, ensure_ascii=False)


def begin_log() -> None:
    """Let everything in this process speak in the form that is set, Streamlit and the web server too."""
    handler = logging.StreamHandler()
    handler.setFormatter(JsonLines() if is_json() else Lines())
    logging.getLogger().handlers[:] = [handler]
    logging.captureWarnings(capture=True)
    # A line a request would tell who reads what, and fill the disk.
    logging.getLogger("uvicorn.access").setLevel(logging.WARNING)
    # Streamlit gives every logger of its own a handler, also those that come later, and offers no form but text.
    streamlits.setup_formatter = lambda logger: _speak_alike(logger, handler)
    streamlits.update_formatter()


def say_line(words: str) -> None:
    """Something that the server says of itself, such as where it can be found; in text just as it is."""
    print(json.dumps({"message": words.strip()}, ensure_ascii=False) if is_json() else words, file=sys.stderr, flush=True)


def is_json() -> bool:
    """Whether the log is read by a program."""
    return LOG.text() == "json"


def _speak_alike(logger: logging.Logger, handler: logging.Handler) -> None:
    logger.handlers[:] = [handler]
