"""The routes beside the pages, joined to the store of this process."""

from starlette.routing import Route

from integration.services import store
from integration.services.host import host
from integration.web import changes, health


def routes() -> list[Route]:
    """Every route beside Streamlit's own."""
    return [*health.routes(lambda: store.answers(host().database)), *changes.routes(lambda: host().database.counter)]
