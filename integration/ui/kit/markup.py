"""Markup: HTML built from words, where everything that is not markup is escaped; nothing else may build HTML."""

from html import escape

from integration.i18n.unbroken import unbroken
from integration.model.text import visible


class Markup(str):
    """HTML that was built here and needs no escaping."""

    __slots__ = ()


def el(tag: str, *children: object, **attributes: object) -> Markup:
    """One element; a trailing underscore in an attribute's name is dropped, other underscores become hyphens, None leaves it out."""
    given = {name.rstrip("_").replace("_", "-"): visible(str(value)) for name, value in attributes.items() if value is not None}
    named = "".join(f' {name}="{escape(value, quote=True)}"' for name, value in given.items())
    return Markup(f"<{tag}{named}>{joined(*children)}</{tag}>")


def joined(*children: object) -> Markup:
    """Children after each other, escaped unless they are markup; None is left out."""
    return Markup("".join(child if isinstance(child, Markup) else escape(unbroken(visible(str(child)))) for child in children if child is not None))


def anchor(*words: object, href: str, **attributes: object) -> Markup:
    """A link; plain words where the address is empty, because this reader may not go there."""
    return el("a" if href else "span", *words, href=href or None, **attributes)


def nav_link(*words: object, href: str, **attributes: object) -> Markup | None:
    """A link of a navigation, which is gone where this reader may not go."""
    return anchor(*words, href=href, **attributes) if href else None
