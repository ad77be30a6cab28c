"""The register of one partnership: its heading, one of four lists, the form, and the risks of the template."""

from collections.abc import Sequence

from integration.charts.register import MOST, matrix_chart
from integration.model.register import Register
from integration.services.changes import history
from integration.services.core.visit import Visit
from integration.services.discussion import comment
from integration.services.portfolio.partnership import Dossier
from integration.services.register import register
from integration.ui.changes.history_drawer import history_drawer, past_links
from integration.ui.discussion.comments import show_comments
from integration.ui.forms.address_bar import asked_text
from integration.ui.forms.messages import say_saved
from integration.ui.kit.charts import Chart, chart
from integration.ui.kit.downloads import download_table
from integration.ui.kit.html import show
from integration.ui.kit.markup import el, nav_link
from integration.ui.kit.panels import small_print
from integration.ui.register.entry_form import NEW, entry_form
from integration.ui.register.heading import register_heading
from integration.ui.register.lists import action_list, cliff_warning_list, issue_list, risk_list
from integration.ui.register.template_risks import show_offers
from integration.views.changes.history import history_view
from integration.views.kit.address import address
from integration.views.register.ages import age_words
from integration.views.register.register import EntryContext, RegisterView, RiskRow, register_view
from integration.views.register.register_table import register_table


def show_register(visit: Visit, dossier: Dossier, tab: str) -> None:
    """The register as one of its lists."""
    stored, may_write = register.of(visit, dossier.partnership), visit.may("update register", dossier.partnership.id)
    said, looks_back = comment.counts(visit, dossier.partnership), visit.may("read history", dossier.partnership.id)
    milestones = {one.id: one for one in dossier.milestones}
    known = EntryContext(dossier.partnership.code, milestones, dossier.names, may_write, looks_back, said)
    view = register_view(visit.reader, stored, known)
    register_heading(visit, dossier, stored, view, tab)
    say_saved(visit, dossier.partnership)
    if thing := asked_text("history"):
        history_drawer(visit, history_view(visit.reader, history.read(visit, dossier, thing), dossier.names))
        show_comments(visit, dossier, thing)
    if may_write:
        _writing(visit, dossier, tab)
    _list(visit, view, tab, str(dossier.partnership.name.reading(visit.language)))
    _foot(visit, dossier, stored, known, tab)
    if may_write and tab == "risks":
        show_offers(visit, dossier)


def _writing(visit: Visit, dossier: Dossier, tab: str) -> None:
    say = visit.reader.say
    if asked := asked_text("e"):
        entry_form(visit, dossier, tab, asked)
        return
    words = {
        "risks": say("Add a risk or an opportunity"),
        "issues": say("Add an issue"),
        "actions": say("Add an action"),
        "decisions": say("Ask for a decision"),
    }
    href = address(visit.reader, "register", p=dossier.partnership.code, show="" if tab == "risks" else tab, e=NEW)
    show(el("nav", nav_link(words[tab], href=href, class_="first"), class_="actions", aria_label=say("Add")), key="add")


def _list(visit: Visit, view: RegisterView, tab: str, name: str) -> None:
    match tab:
        case "risks":
            _matrix(visit, [row for row in view.risks if row.entry.open], name)
            risk_list(visit, view.risks)
        case "issues":
            issue_list(visit, view.issues)
        case "actions":
            action_list(visit, view.actions)
        case "decisions":
            cliff_warning_list(visit, view.decisions)


def _matrix(visit: Visit, rows: Sequence[RiskRow], name: str) -> None:
    if not rows:
        return
    say = visit.reader.say
    in_words = "; ".join(f"{row.mark} {row.entry.title}: {row.words}" for row in rows[:MOST])
    chart(visit, Chart("matrix", f"{name} – {say('Risks')}", in_words, lambda width: matrix_chart(say, rows, width)))
    words = [say("Exposure is probability × impact, 1 to 25. Open marks: before mitigation; filled: after. High from 15, middle from 8.")]
    if len(rows) > MOST:
        words.append(say("The picture shows the {n} heaviest.", n=MOST))
    small_print(" ".join(words), "matrix-about")


def _foot(visit: Visit, dossier: Dossier, stored: Register, known: EntryContext, tab: str) -> None:
    say = visit.reader.say
    if not getattr(stored, tab):
        return
    if words := age_words(visit.reader, stored, tab):
        small_print(words, "ages")
    download_table(visit, lambda: register_table(visit.reader, stored, known, tab), f"{tab}-{known.code}")
    names = {
        "risks": say("History of the risks"),
        "issues": say("History of the issues"),
        "actions": say("History of the actions"),
        "decisions": say("History of the decisions"),
    }
    if known.may_look_back:
        past_links(visit, dossier, {tab: names[tab]})
