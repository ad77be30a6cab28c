"""Filters: what a page is asked to show, read from the address and changed by its controls."""

import streamlit as st

from integration.i18n.labels import group_name, phase_name
from integration.measures.portfolio import Portfolio
from integration.model.domain import DOMAINS
from integration.model.partnership import PHASES
from integration.services.core.visit import Visit
from integration.ui.forms.address_bar import asked, asked_number, asked_text, choice, search
from integration.ui.kit.pager import pager
from integration.ui.kit.still import making
from integration.views.portfolio.portfolio import SORTS, PortfolioChoices, PortfolioView

FEW = 8


def portfolio_asked(read: Portfolio) -> PortfolioChoices:
    """What the address asks of the portfolio; an unknown choice is refused in words."""
    return PortfolioChoices(
        search=asked_text("q"),
        organisation=asked("organisation", list(read.organisations)),
        domain=asked("domain", DOMAINS),
        phase=asked("phase", PHASES),
        sort=asked("sort", SORTS, "attention"),
        page=asked_number("page"),
    )


def portfolio_filters(visit: Visit, read: Portfolio, chosen: PortfolioChoices) -> None:
    """Search, organisation, domain, phase and order; folded where there are few to choose from and nothing is chosen."""
    say = visit.reader.say
    if making():
        return
    if len(read.partnerships) <= FEW and chosen == PortfolioChoices():
        with st.expander(say("Search and order"), icon=":material/filter_list:", key="open-filters"):
            _filters(visit, read, chosen)
    else:
        _filters(visit, read, chosen)


def _filters(visit: Visit, read: Portfolio, chosen: PortfolioChoices) -> None:
    say = visit.reader.say
    orders = {
        "attention": say("Most urgent first"),
        "name": say("Name"),
        "progress": say("Progress, highest first"),
        "weakest": say("Furthest behind first"),
        "fresh": say("Longest silent first"),
    }
    with st.container(horizontal=True, key="filters"):
        search(say("Search"), "q", chosen.search, say("Name, code or partner"))
        choice(
            say("Organisation"),
            "organisation",
            ["", *read.organisations],
            chosen.organisation,
            lambda one: read.organisations.get(one, say("All organisations")),
        )
        choice(say("Domain"), "domain", ["", *DOMAINS], chosen.domain, lambda one: group_name(say, one) if one else say("All domains"))
        choice(say("Phase"), "phase", ["", *PHASES], chosen.phase, lambda one: phase_name(say, one) if one else say("All phases"))
        choice(say("Order"), "sort", SORTS, chosen.sort, orders.__getitem__)


def portfolio_pager(visit: Visit, view: PortfolioView) -> None:
    """Page numbers, when there is more than one page."""
    pager(visit, "portfolio", view.pages, view.page)
