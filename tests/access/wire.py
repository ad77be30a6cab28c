"""The wire: Streamlit's own protocol spoken over a websocket, so that a test can ask what no button of a page would ask."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from urllib.parse import urlencode

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Subprotocol

PATIENCE = 60
# No certificates: to read them takes longer than the question, and the server in a test has none.
PLAIN: dict[str, Any] = {"timeout": PATIENCE, "verify": False}
FILE = re.compile(r'action="(/file/[^"]+)"')


def cookie_header(cookies: Mapping[str, str]) -> dict[str, str]:
    """Cookies as a browser sends them."""
    return {"Cookie": "; ".join(f"{name}={value}" for name, value in cookies.items())} if cookies else {}


@dataclass(frozen=True)
class Told:
    """Everything the server sent during one run of a page."""

    messages: tuple[ForwardMsg, ...]

    def tells(self, words: str) -> bool:
        """Whether these words (plain ASCII) were sent in any form, on screen or not."""
        return any(words.encode() in one for one in self._sent)

    @cached_property
    def _sent(self) -> tuple[bytes, ...]:
        return tuple(one.SerializeToString() for one in self.messages)

    @property
    def elements(self) -> Iterator[Any]:
        """The parts of the page."""
        return (one.delta.new_element for one in self.messages if one.HasField("delta") and one.delta.HasField("new_element"))

    @property
    def markup(self) -> str:
        """Our own markup, whole."""
        found = (json.loads(one.bidi_component.json) for one in self.elements if one.HasField("bidi_component") and one.bidi_component.json)
        return "".join(str(one.get("html", "")) for one in found)

    @property
    def widgets(self) -> list[tuple[str, str]]:
        """The kind and id of everything that can be filled in or pressed."""
        named = ((one.WhichOneof("type"), getattr(one, one.WhichOneof("type"))) for one in self.elements if one.WhichOneof("type"))
        return [(kind, one.id) for kind, one in named if getattr(one, "id", "")]

    def named(self, label: str) -> str:
        """The id of what bears this label."""
        return next(part.id for one in self.elements if (part := getattr(one, one.WhichOneof("type"))) and getattr(part, "label", "") == label)

    @property
    def downloads(self) -> list[str]:
        """The addresses of the files this page offers."""
        return FILE.findall(self.markup)


class Wire:
    """One open tab with these cookies; use it as a context."""

    def __init__(self, address: str, cookies: Mapping[str, str], session: str = "") -> None:
        protocols = [Subprotocol(one) for one in ("streamlit", "none", session) if one]
        where = f"{address.replace('http', 'ws', 1)}/_stcore/stream"
        # No bound on what lies unread: behind a full queue the answer to the closing is not heard, and each tab would take ten seconds to close.
        unbounded: dict[str, Any] = {"max_size": None, "max_queue": None}
        self._socket: ClientConnection = connect(where, legacy=True, additional_headers=cookie_header(cookies), subprotocols=protocols, **unbounded)
        self.session = ""

    def __enter__(self) -> "Wire":
        return self

    def __exit__(self, *_: object) -> None:
        self._socket.close()

    def open(self, page: str, pressed: Mapping[str, str] | None = None, /, **asked: Any) -> Told:
        """Run a page with this address, as if `pressed` (the kind of each widget by id) was filled in or pressed just now."""
        states = [WidgetState() for _ in pressed or ()]
        for state, (widget, kind) in zip(states, (pressed or {}).items(), strict=True):
            _press(state, widget, kind)
        return self.fill(page, states, **asked)

    def fill(self, page: str, states: Sequence[WidgetState], /, **asked: Any) -> Told:
        """Run a page with this address and these values of its widgets, whatever they are."""
        message = BackMsg()
        message.rerun_script.query_string = urlencode({"lang": "en", **asked})
        message.rerun_script.page_name = page
        message.rerun_script.widget_states.widgets.extend(states)
        self._socket.send(message.SerializeToString())
        return self.next_run()

    def next_run(self) -> Told:
        """What is told by the run that comes next, such as the one that a save begins."""
        return Told(tuple(self._until_finished()))

    def _until_finished(self) -> Iterator[ForwardMsg]:
        started = False
        while True:
            one = self._next()
            if one.HasField("new_session"):
                started, self.session = True, one.new_session.initialize.session_id
            yield one
            if started and one.WhichOneof("type") == "script_finished" and one.script_finished in (0, 2):
                return

    def _next(self) -> ForwardMsg:
        message = ForwardMsg()
        message.ParseFromString(self._socket.recv(timeout=PATIENCE))
        return message


def _press(state: Any, widget: str, kind: str) -> None:
    state.id = widget
    if kind in ("button", "download_button"):
        state.trigger_value = True
    elif kind == "checkbox":
        state.bool_value = True
    elif kind == "bidi_component":
        state.json_value = json.dumps({"go": "/people", "moved": 99})
    else:
        state.string_value = "pressed"
