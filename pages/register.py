"""Register: risks and opportunities, issues, actions and decisions, of one partnership or across the portfolio."""

from integration.services.portfolio import partnership, portfolio
from integration.services.register import register
from integration.ui.forms.address_bar import asked
from integration.ui.frame.page import open_page
from integration.ui.kit.panels import heading, nothing_yet
from integration.ui.kit.still import address_asks
from integration.ui.register.all_registers import show_registers
from integration.ui.register.heading import SHOWS
from integration.ui.register.one_register import show_register

with open_page(needs="read register") as visit:
    say, code, tab = visit.reader.say, address_asks().get("p", ""), asked("show", SHOWS, SHOWS[0])
    read = portfolio.read(visit)
    if code:
        show_register(visit, partnership.read(visit, code), tab)
    elif len(read.partnerships):
        show_registers(visit, read, register.all_facts(visit))
    else:
        heading(say("Register"), say("Risks, issues, actions and decisions of every partnership."))
        nothing_yet(visit)
