"""A mail in words: as plain text, and as HTML of tables with their styles inside, which is what Outlook reads."""

from html import escape

from integration.i18n.words import Words
from integration.model.text import visible
from integration.palette import LIGHT
from integration.views.pack.digest import Digest, DigestPart

FONT = "font-family:Segoe UI,Arial,sans-serif;"


def mail_text(say: Words, found: Digest, stop: str) -> str:
    """The whole as plain text, with how to stop it."""
    return f"{found.text}\n-- \n{_why(say)}\n{stop}\n"


def mail_html(say: Words, found: Digest, address: str, stop: str) -> str:
    """The whole as HTML; links lead to `address`."""
    ink, quiet, line, paper = (LIGHT.ink, LIGHT.muted, LIGHT.rule, LIGHT.paper)
    parts = "".join(_part(part, address) for part in found.parts) or f"<p>{_words(found.nothing)}</p>"
    foot = f'{_words(_why(say))} <a href="{escape(stop, quote=True)}" style="color:{quiet}">{_words(say("Choose what is mailed, or stop it"))}</a>'
    return (
        f'<!doctype html><html lang="{say.language}"><head><meta charset="utf-8"><title>{_words(found.title)}</title></head>'
        f'<body style="margin:0;background:{paper};color:{ink};{FONT}font-size:15px;line-height:1.5">'
        f'<table role="presentation" width="100%" cellpadding="0" cellspacing="0"><tr><td align="center" style="padding:24px 12px">'
        f'<table role="presentation" width="600" cellpadding="0" cellspacing="0" style="width:100%;max-width:600px;text-align:left"><tr><td style="{FONT}">'
        f'<h1 style="font-size:22px;margin:0 0 4px">{_words(found.title)}</h1><p style="margin:0 0 16px;color:{quiet}">{_words(found.since)}</p>{parts}'
        f'<p style="margin:28px 0 0;padding-top:12px;border-top:1px solid {line};color:{quiet};font-size:13px">{foot}</p>'
        "</td></tr></table></td></tr></table></body></html>"
    )


def _why(say: Words) -> str:
    return say("You get this because you work in these partnerships. Choose what is mailed to you, or stop it, without signing in:")


def _part(part: DigestPart, address: str) -> str:
    name = _words(part.name)
    if part.href:
        name = f'<a href="{escape(address + part.href, quote=True)}" style="color:{LIGHT.main}">{name}</a>'
    groups = "".join(
        f'<h3 style="font-size:15px;margin:12px 0 4px">{_words(group.title)}</h3><ul style="margin:0;padding-left:20px">'
        + "".join(f'<li style="margin:0 0 4px">{_words(line)}</li>' for line in group.lines)
        + "</ul>"
        for group in part.groups
    )
    pair = f'<p style="margin:0">{_words(part.pair)}</p>' if part.pair else ""
    return f'<h2 style="font-size:17px;margin:20px 0 2px">{name}</h2>{pair}{groups}'


def _words(text: str) -> str:
    return escape(visible(text))
