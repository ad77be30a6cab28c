"""Ineen's server: the Streamlit app, its extra routes, and the store it opens before anybody comes."""

from streamlit import App

from integration.ui.server import lifespan, on_error
from integration.web.routes import routes

app = App("integration/ui/navigation.py", routes=routes(), lifespan=lifespan, on_script_error=on_error)
