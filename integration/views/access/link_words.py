"""What a link opens and tells, in words."""

from collections.abc import Mapping

from integration.i18n.labels import group_name
from integration.i18n.words import Words
from integration.model.access.grant import pages_showing
from integration.model.access.share_link import ShareLink


def what(say: Words, one: ShareLink, names: Mapping[str, str]) -> str:
    """What a link opens, in words."""
    many = say.plural("{n} partnership", "{n} partnerships", len(one.partnerships))
    about = names.get(one.partnerships[0], many) if len(one.partnerships) == 1 else many
    if one.kind == "portfolio":
        return say("Portfolio, partnership pages, domains and timelines of {about}", about=about)
    if one.kind == "partnership":
        return say("Partnership page and timelines of {about}", about=about)
    if one.kind == "foundation":
        return say("Foundation and Mirror of {about}", about=about)
    if one.kind == "domain":
        return say("Only {domain}, of {about}", domain=group_name(say, one.domain), about=about)
    if one.page == "agenda":
        return say("The agenda of one meeting, of {about}", about=about)
    return say("Only this page, of {about}", about=about)


def told_too(say: Words, one: ShareLink) -> str:
    """What the pages of a link tell beside the plan, for whoever makes it."""
    if one.page == "agenda":
        return say("An agenda is shown whole: when, where and who comes, and why each item is asked. Minutes and later meetings are not told by it.")
    if pages_showing(one.grant(), "meetings"):
        return say(
            "These pages also tell the next meeting, which decisions wait and for how long, the heaviest risks, and what changed in the register, "
            "such as what was decided; the register itself stays closed."
        )
    return say("Risks, decisions and meetings are not told by it.")
