"""deploy/env.example: every setting with what it does, so that an operator edits one file."""

from integration.settings import DEMO, SETTINGS
from integration.settings.setting import Setting

HEAD = """\
# Settings of Ineen: copy this to /etc/ineen/ineen.env, which the service and the command `ineen` both read,
# and take the # away where you set a value. Written by `python -m tests.docs.write` from integration/settings.
# What is secret (INTEGRATION_SECRET, INTEGRATION_SMTP_URL, …) may stand in a file instead: NAME_FILE=/run/secrets/…
"""


def env_example() -> str:
    """The whole file."""
    return HEAD + "".join(f"\n# {one.help}\n{_line(one)}\n" for one in SETTINGS)


def _line(one: Setting) -> str:
    return f"{one.name}=0" if one is DEMO else f"#{one.name}={one.default}"
