"""Settings: the thresholds behind computed colours and flags, for administrators, and how they changed."""

from integration.services.changes import history
from integration.services.core.host import host
from integration.services.operating.overview import overview
from integration.services.portfolio import partnership, thresholds
from integration.ui.forms.messages import say_saved
from integration.ui.frame.page import open_page
from integration.ui.kit.html import show
from integration.ui.kit.markup import el
from integration.ui.kit.panels import heading
from integration.ui.operating.server import lead_to_server
from integration.ui.pack.house_style import house_style_form
from integration.ui.portfolio.thresholds import thresholds_form, thresholds_history
from integration.views.changes.history import history_view
from integration.views.plan.verdict import thresholds_in_words

with open_page(needs="read history") as visit:
    say, limits = visit.reader.say, thresholds.read(visit)
    people = {one: person.name for one, person in partnership.organisations_and_people(visit)[1].items()}

    heading(say("Settings"), say("The rules that computed colours and flags follow, for every partnership alike."))
    say_saved(visit)
    show(el("ul", *(el("li", line) for line in thresholds_in_words(say, limits))), key="rules")
    if visit.may("manage settings"):
        thresholds_form(visit, limits)
        house_style_form(visit)
    if visit.may("manage people"):
        lead_to_server(visit, overview(visit, host()))
    if versions := history.of_thresholds(visit):
        thresholds_history(visit, history_view(visit.reader, versions, people, say("Thresholds")))
