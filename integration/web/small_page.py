"""Small pages outside the app: sign-in buttons, PIN questions, refusals and chat previews, in either language and scheme."""

from collections.abc import Mapping
from html import escape
from pathlib import Path

from starlette.responses import HTMLResponse

from integration.i18n.unbroken import unbroken
from integration.i18n.words import words_in
from integration.model.text import Language
from integration.palette import css_variables

# The only scripts that our small pages may run; the policy names them by their hashes.
SUBMIT, SUBMIT_SOON = "document.forms[0].submit()", "setTimeout(() => document.forms[0].submit(), 3000)"
STYLE = css_variables() + (Path(__file__).parent / "small_page.css").read_text("utf-8")


def small_page(language: Language, title: str, *parts: str, status: int = 200, head: str = "") -> HTMLResponse:
    """A page of a title and parts that are markup already."""
    body = "".join(parts)
    # The header says no referrer at all; a form of the page has to say where it comes from, and says no more than that.
    head = f'<meta name="referrer" content="strict-origin">{head}'
    html = (
        f'<!doctype html><html lang="{language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<meta name="robots" content="noindex"><title>{escape(title)} · Ineen</title>{head}<style>{STYLE}</style></head>'
        f'<body><main><p class="mark">Ineen</p><h1>{escape(title)}</h1>{body}</main></body></html>'
    )
    return HTMLResponse(html, status_code=status, headers={"Cache-Control": "no-store"})


def paragraph(words: str, kind: str = "") -> str:
    """A paragraph."""
    return f'<p class="{kind}"{" role=alert" if kind == "bad" else ""}>{escape(unbroken(words))}</p>'


def button(action: str, words: str, *fields: str) -> str:
    """A form with one button, sent to `action`; with no action, to the page's own address."""
    where = f' action="{escape(action, quote=True)}"' if action else ""
    return f'<form method="post"{where}>{"".join(fields)}<button>{escape(words)}</button></form>'


def sent_from_elsewhere(language: Language) -> HTMLResponse:
    """What a form gets that a page of another site sent."""
    return refused(language, words_in(language)("This form came from elsewhere; nothing was done."), status=403)


def not_now(language: Language, typed: Mapping[str, str] | None) -> HTMLResponse:
    """What is said while the store takes nothing: the page comes again by itself, and so does a form, with what was typed."""
    say = words_in(language)
    words = paragraph(say("The server cannot store anything for a moment. This page tries again by itself, and keeps what you typed."))
    fields = (f'<input type="hidden" name="{escape(name, quote=True)}" value="{escape(value, quote=True)}">' for name, value in (typed or {}).items())
    again = [button("", say("Try again"), *fields), f"<script>{SUBMIT_SOON}</script>"] if typed is not None else ['<meta http-equiv="refresh" content="3">']
    page = small_page(language, say("In a moment"), words, *again, status=503)
    page.headers["Retry-After"] = "3"
    return page


def refused(language: Language, sentence: str, status: int = 404) -> HTMLResponse:
    """One clear sentence, and the way to the front door."""
    say = words_in(language)
    return small_page(
        language, say("Not possible"), paragraph(sentence), f'<p><a class="button" href="/?lang={language}">{escape(say("To Ineen"))}</a></p>', status=status
    )
