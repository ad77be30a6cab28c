"""Who is signed in, and the ways out."""

from integration.i18n.words import words_in
from integration.model.text import Language
from integration.services.core.identity import Identity
from integration.ui.kit.markup import Markup, el


def account(language: Language, identity: Identity) -> Markup | None:
    """The name of who is signed in, and buttons to sign out here and everywhere; nothing for who proved nothing."""
    say = words_in(language)
    if not identity.person.version:
        return leave_form(say("Forget shared links on this device")) if identity.grants else None
    everywhere = el(
        "button", say("Sign out everywhere"), class_="quiet", name="everywhere", value="1", title=say("Ends your sessions on all devices."), type="submit"
    )
    return el("div", el("p", say("Signed in as {name}", name=identity.person.name), class_="small muted"), leave_form(say("Sign out"), everywhere))


def leave_form(words: str, *more: Markup) -> Markup:
    """A button that ends what this browser has here: session, links, and what a provider said."""
    return el("form", el("button", words, class_="quiet"), *more, method="post", action="/signout", class_="leave")
