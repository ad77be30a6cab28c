"""Small pages outside the app: sign-in buttons, PIN questions, refusals and chat previews, in either language and scheme."""

from html import escape

from starlette.responses import HTMLResponse

from integration.i18n.words import words_in
from integration.model.text import Language

STYLE = """
:root { color-scheme: light dark; --ink: #1c2529; --paper: #fbfaf7; --line: #d9d4c8; --main: #0b5d6b; --on: #fff; --bad: #8a2413 }
@media (prefers-color-scheme: dark) { :root { --ink: #e8ecec; --paper: #12191c; --line: #37434a; --main: #5cc3cf; --on: #12191c; --bad: #f6b3a4 } }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: var(--paper); color: var(--ink); font: 1.06rem/1.5 "Source Sans", system-ui, sans-serif }
main { max-width: 26rem; padding: 2rem 1.25rem; width: 100%; box-sizing: border-box }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 .6rem } p { margin: .5rem 0 }
.mark { color: var(--main); font-weight: 700; letter-spacing: .01em; margin-bottom: 2rem }
.bad { color: var(--bad) } label { display: block; margin: 1rem 0 .3rem }
input { font: inherit; padding: .55rem .7rem; border: 1px solid var(--line); border-radius: .5rem; width: 100%; box-sizing: border-box; background: transparent; color: inherit }
button, .button { font: inherit; font-weight: 600; display: inline-block; margin-top: 1rem; padding: .6rem 1.1rem; border: 0; border-radius: .5rem; background: var(--main); color: var(--on); cursor: pointer; text-decoration: none }
:focus-visible { outline: 3px solid var(--main); outline-offset: 2px }
.small { font-size: .92rem; opacity: .85 }
"""


def small_page(language: Language, title: str, *parts: str, status: int = 200, head: str = "") -> HTMLResponse:
    """A page of a title and parts that are markup already."""
    body = "".join(parts)
    html = (
        f'<!doctype html><html lang="{language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<meta name="robots" content="noindex"><title>{escape(title)} · Ineen</title>{head}<style>{STYLE}</style></head>'
        f'<body><main><p class="mark">Ineen</p><h1>{escape(title)}</h1>{body}</main></body></html>'
    )
    return HTMLResponse(html, status_code=status, headers={"Cache-Control": "no-store"})


def said(words: str, kind: str = "") -> str:
    """A paragraph."""
    return f'<p class="{kind}"{" role=alert" if kind == "bad" else ""}>{escape(words)}</p>'


def button(action: str, words: str, *fields: str) -> str:
    """A form with one button, sent to `action`; with no action, to the page's own address."""
    where = f' action="{escape(action, quote=True)}"' if action else ""
    return f'<form method="post"{where}>{"".join(fields)}<button>{escape(words)}</button></form>'


def refused(language: Language, sentence: str, status: int = 404) -> HTMLResponse:
    """One clear sentence, and the way to the front door."""
    say = words_in(language)
    return small_page(language, say("Not possible"), said(sentence), f'<p><a class="button" href="/?lang={language}">{escape(say("To Ineen"))}</a></p>', status=status)
