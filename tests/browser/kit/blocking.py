"""A network that lets pages through and no websockets, as the proxies of some schools do."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from socketserver import BaseRequestHandler, ThreadingTCPServer

HEAD = 65_536
REFUSED = b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"


@contextmanager
def without_websockets(port: int) -> Iterator[str]:
    """The address at which an app on a port is reached through such a network."""

    class Passing(BaseRequestHandler):
        def handle(self) -> None:
            head = self.request.recv(HEAD)
            if b"upgrade: websocket" in head.lower():
                self.request.sendall(REFUSED)
                return
            with socket.create_connection(("127.0.0.1", port)) as app:
                app.sendall(head)
                threading.Thread(target=_pass_on, args=(self.request, app), daemon=True).start()
                _pass_on(app, self.request)

    ThreadingTCPServer.daemon_threads = True
    with ThreadingTCPServer(("127.0.0.1", 0), Passing) as network:
        threading.Thread(target=network.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{network.server_address[1]}"
        network.shutdown()


def _pass_on(one: socket.socket, other: socket.socket) -> None:
    try:
        while heard := one.recv(HEAD):
            other.sendall(heard)
        other.shutdown(socket.SHUT_WR)
    except OSError:
        # Either side has left.
        return
