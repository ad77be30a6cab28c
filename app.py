"""Ineen's server: the Streamlit app, its extra routes, and the store it opens before anybody comes."""

from streamlit import App

from integration.cli.commands import taking_commands
from integration.ui.assets import FIRST, address, modules
from integration.ui.frame.discretion import asked_for, discreet
from integration.ui.frame.server import NAVIGATION, lifespan, oidc_secrets, on_error, streamlit_page
from integration.web.routes import Waiting, middleware, routes

waiting = Waiting()

app = App(
    NAVIGATION,
    secrets=oidc_secrets(),
    routes=routes(modules(), waiting),
    middleware=middleware(streamlit_page(), [address(name) for name in FIRST], asked_for, discreet),
    lifespan=lifespan(taking_commands, waiting.until_stopped),
    on_script_error=on_error,
)
