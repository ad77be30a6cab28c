"""Discretion: Streamlit's socket tells no place, version or installation, and takes no order that pages do not need."""

import sys
from typing import Any

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.version import STREAMLIT_VERSION_STRING

from integration import ROOT
from integration.ui.frame.discretion import asked_for, discreet

PYTHON = ".".join(map(str, sys.version_info))


def begun() -> bytes:
    """What a browser is told first."""
    message = ForwardMsg()
    message.new_session.name, message.new_session.main_script_path = "navigation.py", str(ROOT / "integration" / "navigation.py")
    message.new_session.page_script_hash = "kept"
    first = message.new_session.initialize
    first.session_id, first.user_info.installation_id_v4 = "kept too", "machine-4711"
    first.environment_info.streamlit_version, first.environment_info.python_version = STREAMLIT_VERSION_STRING, PYTHON
    first.environment_info.server_os = "linux"
    return message.SerializeToString()


def asking(**given: Any) -> bytes:
    """A message of a browser."""
    return BackMsg(**given).SerializeToString()


def test_a_new_session_is_told_nothing_of_the_server():
    told = discreet(begun())
    read = ForwardMsg()
    read.ParseFromString(told)

    assert not any(words.encode() in told for words in (str(ROOT), STREAMLIT_VERSION_STRING, PYTHON, "linux", "machine-4711"))
    assert (read.new_session.page_script_hash, read.new_session.initialize.session_id) == ("kept", "kept too")
    assert read.new_session.initialize.HasField("user_info") and read.new_session.initialize.environment_info.streamlit_version


def test_any_other_message_stays_as_it_is():
    message = ForwardMsg()
    message.delta.new_element.text.body = f"about {ROOT}"

    assert discreet(message.SerializeToString()) == message.SerializeToString()
    assert discreet(b"\xff" + str(ROOT).encode()) == b"\xff" + str(ROOT).encode()


@pytest.mark.parametrize("order", ["clear_cache", "set_run_on_save", "load_git_info", "debug_disconnect_websocket", "debug_shutdown_runtime"])
def test_orders_that_no_page_needs_are_not_passed_on(order):
    assert not asked_for(asking(**{order: True}))


def test_nobody_installs_files_through_the_socket():
    message = BackMsg()
    message.backend_operation_request.install_skills.SetInParent()
    other = BackMsg()
    other.backend_operation_request.dataframe_chunk.SetInParent()

    assert not asked_for(message.SerializeToString())
    assert asked_for(other.SerializeToString())


def test_running_and_stopping_a_page_is_passed_on_and_so_is_nonsense():
    running = BackMsg()
    running.rerun_script.query_string = "lang=nl"

    assert asked_for(running.SerializeToString())
    assert asked_for(asking(stop_script=True)) and asked_for(asking(app_heartbeat=True))
    assert asked_for(b"\xff\xff nonsense")
