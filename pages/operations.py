"""Operations: how this server is doing and what to do about it, for administrators."""

from integration.services.core.host import host
from integration.services.operating.overview import overview
from integration.ui.frame.page import open_page
from integration.ui.kit.panels import heading
from integration.ui.operating.server import show_server

with open_page(needs="manage people") as visit:
    say = visit.reader.say

    heading(say("Operations"), say("How this server is doing, and what to do where it is not well."))
    show_server(visit, overview(visit, host()))
