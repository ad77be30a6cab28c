"""Discretion: what browsers may ask of Streamlit's socket and what it tells them, as far as pages need it.

Its protocol also tells anybody which program runs where on this server, and takes orders to clear caches, show the checkout or install files.
"""

import hashlib
from contextlib import suppress

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.version import STREAMLIT_VERSION_STRING

from integration import PACKAGE

ASKED = ("rerun_script", "stop_script", "app_heartbeat", "file_urls_request")
OPERATIONS = ("dataframe_chunk",)
HERE = str(PACKAGE.parent).encode()
# An open page reloads itself when this changes, which is all that it needs of a version.
EDITION = hashlib.sha256(STREAMLIT_VERSION_STRING.encode()).hexdigest()[:12]


def asked_for(message: bytes) -> bool:
    """Whether a browser's message is one that pages need; what is none at all is left to the server to refuse."""
    read = BackMsg()
    try:
        read.ParseFromString(message)
    except Exception:  # noqa: BLE001 – whatever it is, the server refuses it in its own way
        return True
    kind = read.WhichOneof("type")
    if kind == "backend_operation_request":
        return read.backend_operation_request.WhichOneof("payload") in OPERATIONS
    return kind is None or kind in ASKED


def discreet(message: bytes) -> bytes:
    """A message to a browser without the program's place, versions and installation."""
    if HERE not in message:
        return message
    read = ForwardMsg()
    with suppress(Exception):
        read.ParseFromString(message)
        if read.HasField("new_session"):
            begun = read.new_session
            begun.main_script_path = begun.name
            # Streamlit's front end reads both, so they stay, with nothing in them.
            begun.initialize.user_info.Clear()
            begun.initialize.user_info.SetInParent()
            begun.initialize.environment_info.Clear()
            begun.initialize.environment_info.streamlit_version = EDITION
            return read.SerializeToString()
    return message
