"""Ineen's server: the Streamlit app, its extra routes, and the store it opens before anybody comes."""

from streamlit import App

from integration.cli.commands import taking_commands
from integration.ui.assets import FIRST, address, modules, under_base
from integration.ui.frame.discretion import asked_for, discreet
from integration.ui.frame.server import NAVIGATION, lifespan, oidc_secrets, on_error
from integration.ui.shell.front_page import front_pages, habits, page_names, streamlit_page
from integration.ui.still.still_page import still_page
from integration.web.routes import Waiting, middleware, routes

waiting = Waiting()

app = App(
    NAVIGATION,
    secrets=oidc_secrets(),
    routes=routes({**modules(), **habits()}, front_pages(), page_names(), waiting, still_page),
    middleware=middleware(streamlit_page(), [*map(under_base, habits()), *map(address, FIRST)], asked_for, discreet),
    lifespan=lifespan(taking_commands, waiting.until_stopped),
    on_script_error=on_error,
)
