"""Who is asking, as far as this browser proves it."""

from typing import Any

import streamlit as st

from integration.services.core.host import Host, host
from integration.services.core.identity import Credentials, Identity, credentials_in, identify
from integration.services.core.visit import moment_now

PROVED = "proved"


def credentials() -> Credentials:
    """What the cookies of this session prove; they are sealed, so whoever wrote one holds our secret."""
    cookies: dict[str, Any] = {**st.context.cookies.to_dict(), **st.session_state.get(PROVED, {})}
    return credentials_in(cookies, host().seal, moment_now())


def identity_now(opened: Host) -> Identity:
    """The person behind this session, with every grant they have now."""
    return identify(opened.database, opened.cache, credentials(), moment_now())
