"""The table of access: who may open what. A new page joins by one row; the tests try every cell through the real server."""

from collections.abc import Mapping
from dataclasses import dataclass

from integration import ROOT

DOCUMENT = ROOT / "docs" / "access.md"
MEMBERS = ("administrator", "lead", "steering")
ROLES = (*MEMBERS, "portfolio", "partnership", "domain", "foundation", "page", "register", "pack", "agenda", "frozen", "two", "ended", "stranger")
TOLD_OF = {
    "administrator": "an administrator",
    "lead": "the project lead of the own partnership",
    "steering": "a steering member of the own partnership",
    "portfolio": "a link to a selection of the portfolio, with the own partnership in it",
    "partnership": "a link to the own partnership",
    "domain": "a link to HRM of the own partnership",
    "foundation": "a link to the foundation of the own partnership",
    "page": "a link to one page (the timeline of the own partnership)",
    "register": "a link to the register of the own partnership",
    "pack": "a link to one published pack of the own partnership",
    "agenda": "a link to the agenda of one meeting of the own partnership",
    "frozen": "a link to the own partnership as it was at one past moment",
    "two": "two links in one browser: the own partnership, and training of the other",
    "ended": "links that were paused, revoked, ended, or lead to what is gone",
    "stranger": "nobody",
}
# Four signs: own and other partnership now, own and other on a past day. “.” is a page that is about no partnership, read in the columns before it.
GRID = """
page          address                  administrator lead steering portfolio partnership domain foundation page register pack agenda frozen two  ended stranger
portfolio     /portfolio               ++++          +-+- +-+-     +---      ----        ---- ----       ---- ---- ---- ----   ----   ---- ----  ----
since         /portfolio?since=2020-01-01  ++++          +-+- +-+-     +---      ----        ---- ----       ---- ---- ---- ----   ----   ---- ----  ----
partnership   /partnership?p=CODE      ++++          +-+- +-+-     +---      +---        ---- ----       ---- ---- ---- ----   =-+-   +--- ----  ----
changed       /partnership?p=CODE&since=2020-01-01 ++++  +-+- +-+-     +---      +---        ---- ----       ---- ---- ---- ----   =-+-   +--- ----  ----
history       /partnership?p=CODE&history=milestone.H1 ++++ +-+- +-+-  ----      ----        ---- ----       ---- ---- ---- ----   ----   ---- ----  ----
foundation    /foundation?p=CODE       ++++          +-+- +-+-     ----      ----        ---- +---       ---- ---- ---- ----   ----   ---- ----  ----
objectives    /foundation?p=CODE&show=objectives ++++    +-+- +-+-     ----      ----        ---- +---       ---- ---- ---- ----   ----   ---- ----  ----
gates         /foundation?p=CODE&show=gates ++++         +-+- +-+-     ----      ----        ---- +---       ---- ---- ---- ----   ----   ---- ----  ----
line          /foundation?p=CODE&show=line ++++          +-+- +-+-     ----      ----        ---- +---       ---- ---- ---- ----   ----   ---- ----  ----
mirror        /mirror?p=CODE           ++++          +-+- +-+-     ----      ----        ---- +---       ---- ---- ---- ----   ----   ---- ----  ----
domain        /domain?d=hrm            ++++          +-+- +-+-     +---      ----        +--- ----       ---- ---- ---- ----   ----   ---- ----  ----
training      /domain?d=training       ++++          +-+- +-+-     +---      ----        ---- ----       ---- ---- ---- ----   ----   -+-- ----  ----
timeline      /timeline?p=CODE         ++++          +-+- +-+-     +---      +---        ---- ----       +--- ---- ---- ----   =-+-   +--- ----  ----
timelines     /timeline                ++++          +-+- +-+-     +---      +---        ---- ----       +--- ---- ---- ----   =-+-   +--- ----  ----
curve         /timeline?p=CODE&show=curve  ++++          +-+- +-+-     +---      +---        ---- ----       +--- ---- ---- ----   =-+-   +--- ----  ----
trend         /timeline?p=CODE&show=trend  ++++          +-+- +-+-     +---      +---        ---- ----       +--- ---- ---- ----   =-+-   +--- ----  ----
path          /timeline?p=CODE&show=path   ++++          +-+- +-+-     +---      +---        ---- ----       +--- ---- ---- ----   =-+-   +--- ----  ----
baselines     /timeline?p=CODE&show=baselines ++++       +-+- +-+-     +---      +---        ---- ----       +--- ---- ---- ----   =-+-   +--- ----  ----
update        /update?p=CODE           ++--          +--- ----     ----      ----        ---- ----       ---- ---- ---- ----   ----   ---- ----  ----
check-in      /update?p=CODE&tab=check-in  ++--          +--- ----     ----      ----        ---- ----       ---- ---- ---- ----   ----   ---- ----  ----
milestone     /update?p=CODE&tab=milestone ++--          +--- ----     ----      ----        ---- ----       ---- ---- ---- ----   ----   ---- ----  ----
bring         /import?p=CODE           ++--          +--- ----     ----      ----        ---- ----       ---- ---- ---- ----   ----   ---- ----  ----
own data      /update?p=CODE&tab=partnership ++--        +--- ----     ----      ----        ---- ----       ---- ---- ---- ----   ----   ---- ----  ----
register      /register?p=CODE         ++++          +-+- +-+-     ----      ----        ---- ----       ---- +--- ---- ----   ----   ---- ----  ----
registers     /register                ++++          +-+- +-+-     ----      ----        ---- ----       ---- +--- ---- ----   ----   ---- ----  ----
meeting       /meeting?p=CODE          ++++          +-+- +-+-     ----      ----        ---- ----       ---- ---- ---- ----   ----   ---- ----  ----
pack          /pack?p=CODE             ++++          +-+- +-+-     ----      ----        ---- ----       ---- ---- +--- ----   ----   ---- ----  ----
agenda        /agenda?p=CODE           ++++          +-+- +-+-     ----      ----        ---- ----       ---- ---- ---- +---   ---- ---- ----  ----
digest        /digest                  +.+.          +.+. +.+.     -.-.      -.-.        -.-. -.-.       -.-. -.-. -.-. -.-.   -.-.   -.-. -.-.  -.-.
carrying      /carrying                +.+.          +.+. +.+.     -.-.      -.-.        -.-. -.-.       -.-. -.-. -.-. -.-.   -.-.   -.-. -.-.  -.-.
scan          /scan                    +.+.          -.-. -.-.     -.-.      -.-.        -.-. -.-.       -.-. -.-. -.-. -.-.   -.-.   -.-. -.-.  -.-.
links         /links                   +.-.          +.-. +.-.     -.-.      -.-.        -.-. -.-.       -.-. -.-. -.-. -.-.   -.-.   -.-. -.-.  -.-.
people        /people                  +.-.          -.-. -.-.     -.-.      -.-.        -.-. -.-.       -.-. -.-. -.-. -.-.   -.-.   -.-. -.-.  -.-.
settings      /settings                +.+.          +.+. +.+.     -.-.      -.-.        -.-. -.-.       -.-. -.-. -.-. -.-.   -.-.   -.-. -.-.  -.-.
audit         /audit                   +.+.          -.-. -.-.     -.-.      -.-.        -.-. -.-.       -.-. -.-. -.-. -.-.   -.-.   -.-. -.-.  -.-.
operations    /operations              +.-.          -.-. -.-.     -.-.      -.-.        -.-. -.-.       -.-. -.-. -.-. -.-.   -.-.   -.-. -.-.  -.-.
search        /search?q=of-CODE        ++++          +-+- +-+-     +---      +---        +--- +---       +--- +--- ---- ----   =-+-   ++-- ----  ----
help          /help                    +.+.          +.+. +.+.     +.-.      +.-.        +.-. +.-.       +.-. +.-. +.-. +.-.   =.+.   +.-. +.-.  -.-.
answer        /answer?t=unknown        -.-.          -.-. -.-.     -.-.      -.-.        -.-. -.-.       -.-. -.-. -.-. -.-.   -.-.   -.-. -.-.  -.-.
"""
# What each route answers to an administrator, to whoever holds one link, and to a stranger.
ROUTES: Mapping[str, tuple[int, int, int]] = {
    "GET /": (200, 200, 200),
    "GET /portfolio": (307, 307, 307),
    "GET /manifest.json": (404, 404, 404),
    "GET /component/x/y": (404, 404, 404),
    "GET /_stcore/bidi-components/x/y": (404, 404, 404),
    "GET /auth/login": (302, 302, 302),
    "GET /auth/logout": (302, 302, 302),
    "GET /oauth2callback": (403, 403, 403),
    "GET /healthz": (200, 200, 200),
    "GET /metrics": (200, 200, 200),
    "GET /_stcore/health": (200, 200, 200),
    "GET /_stcore/host-config": (200, 200, 200),
    "GET /_stcore/metrics": (404, 404, 404),
    "GET /_stcore/script-health-check": (404, 404, 404),
    "POST /_stcore/agent/interact": (404, 404, 404),
    "POST /_stcore/agent/mcp": (404, 404, 404),
    "PUT /_stcore/upload_file/x/y": (404, 404, 404),
    "GET /media/0000.csv": (404, 404, 404),
    "GET /file/UNKNOWN": (404, 404, 404),
    "GET /look/UNKNOWN": (404, 404, 404),
    "GET /changes": (200, 200, 403),
    "GET /s/LIVE": (200, 200, 200),
    "GET /s/LIVE.png": (200, 200, 200),
    "GET /s/REVOKED": (404, 404, 404),
    "GET /s/REVOKED.png": (404, 404, 404),
    "GET /s/EXPIRED": (404, 404, 404),
    "GET /s/PAUSED": (404, 404, 404),
    "GET /s/UNKNOWN": (404, 404, 404),
    "POST /s/LIVE": (303, 303, 303),
    "POST /s/REVOKED": (404, 404, 404),
    "POST /s/PIN": (403, 403, 403),
    "GET /s/PIN/still": (200, 200, 200),
    "GET /s/REVOKED/still": (404, 404, 404),
    "GET /s/UNKNOWN/still": (404, 404, 404),
    "POST /s/PIN/still": (403, 403, 403),
    "GET /still/UNKNOWN": (404, 404, 404),
    "GET /still/audit": (404, 404, 404),
    "GET /still/here": (303, 303, 303),
    "GET /calendar/LIVE.ics": (200, 200, 200),
    "GET /calendar/REVOKED.ics": (200, 200, 200),
    "GET /calendar/PIN.ics": (200, 200, 200),
    "GET /calendar/UNKNOWN.ics": (200, 200, 200),
    "GET /data/LIVE/milestones.csv": (200, 200, 200),
    "GET /data/LIVE/register.csv": (404, 404, 404),
    "GET /data/REVOKED/milestones.csv": (404, 404, 404),
    "GET /data/PIN/milestones.csv": (403, 403, 403),
    "GET /data/UNKNOWN/milestones.csv": (404, 404, 404),
    "GET /signin/UNKNOWN": (404, 404, 404),
    "POST /signin/UNKNOWN": (404, 404, 404),
    "POST /bring/UNKNOWN": (404, 404, 404),
    "GET /mail/UNKNOWN.ics": (200, 200, 200),
    "GET /mail/UNKNOWN": (404, 404, 404),
    "POST /mail/UNKNOWN": (404, 404, 404),
    "POST /signout": (303, 303, 303),
    "GET /signout": (200, 200, 200),
}

# What each link gets from the routes that carry its secret: n the name, p progress, m milestones of every domain, d of its own domain alone, g meetings,
# = as they were at the link's own moment, - nothing at all. A file is what its pages offer to whoever opened it.
# Data: p partnerships, d domains, m milestones, c check-ins, r register, x decisions.
GIVEN = """
link              calendar preview picture changes files   data
portfolio         mg       np      np      yes     yes     pdmc
partnership       mg       np      np      yes     yes     pdmc
domain            d        n       np      yes     yes     dm
foundation        -        n       n       yes     -       -
page              m        n       n       yes     yes     m
page-portfolio    g        np      np      yes     yes     pd
page-partnership  mg       np      np      yes     yes     pdmc
page-foundation   -        n       n       yes     -       -
page-mirror       -        n       n       yes     yes     -
page-register     -        n       n       yes     yes     rx
page-pack         -        n       n       yes     yes     -
page-agenda       g        n       n       yes     yes     -
frozen            mg=      np      np      yes     yes     pdmc
hidden            mg       np      np      yes     yes     pdmc
hidden-foundation -        n       n       yes     -       -
hidden-register   -        n       n       yes     yes     rx
pin               -        -       -       yes     yes     -
paused            -        -       -       -       -       -
revoked           -        -       -       -       -       -
expired           -        -       -       -       -       -
nowhere           -        n       n       yes     -       -
"""


def given() -> dict[str, dict[str, str]]:
    """What each kind of link gets from each route that carries its secret."""
    head, *lines = [line.split() for line in GIVEN.strip().splitlines()]
    return {line[0]: dict(zip(head[1:], line[1:], strict=True)) for line in lines}


@dataclass(frozen=True, slots=True)
class Row:
    """One way to open a page, and the four signs of every role."""

    name: str
    address: str
    cells: Mapping[str, str]

    @property
    def page(self) -> str:
        """The page it opens."""
        return self.address.partition("?")[0].strip("/")

    @property
    def asked(self) -> dict[str, str]:
        """The rest of its address."""
        query = self.address.partition("?")[2]
        return dict(part.split("=") for part in query.split("&")) if query else {}

    @property
    def about_one(self) -> bool:
        """Whether the address names a partnership."""
        return "CODE" in self.address


def rows() -> list[Row]:
    """The whole table."""
    lines = [line.split() for line in GRID.strip().splitlines()[1:]]
    return [Row(" ".join(line[: -len(ROLES) - 1]), line[-len(ROLES) - 1], dict(zip(ROLES, line[-len(ROLES) :], strict=True))) for line in lines]


def document() -> str:
    """The table in words and signs, for people."""
    who = "\n".join(f"| {role} | {words} |" for role, words in TOLD_OF.items())
    head = f"| Address | {' | '.join(ROLES)} |\n|---|{':-:|' * len(ROLES)}"
    cells = "\n".join(f"| `{one.address}` | {' | '.join(f'`{one.cells[role]}`' for role in ROLES)} |" for one in rows())
    routes = "\n".join(f"| `{route}` | {' | '.join(map(str, codes))} |" for route, codes in ROUTES.items())
    content = "\n".join(f"| {link} | {' | '.join(f'`{sign}`' for sign in signs.values())} |" for link, signs in given().items())
    named = " | ".join(next(iter(given().values())))
    return f"""# Who may open what

Written from tests/access/table.py by `.venv/bin/python -m tests.access.table`; every cell is tried through the real server by tests/access/test_table.py.

Four signs a cell: the own and the other partnership now, then both on a past day. `+` shown, `=` shown as it was at the link's own moment,
`-` refused or without a word about that partnership, `.` a page about no partnership. Where a role sees one partnership only, nothing of the other is sent:
no name, owner, note, title or remark, on screen or behind it.
The page for answering the Mirror opens by its own token and is closed to everybody without one.

| Role | Who is asking |
|---|---|
{who}

{head}
{cells}

## Routes

Without cookies a route tells a stranger nothing: what a link opens is in its token, and unknown, paused, ended and revoked tokens are answered alike.
`/metrics` answers the machine itself, as the tests are, or whoever brings its token; anybody else, also through a proxy, gets 404.

| Route | administrator | holder of a link | stranger |
|---|:-:|:-:|:-:|
{routes}

## What a link gets from the routes that carry its secret

A calendar, a preview and a picture give what the pages of the link show, and nothing more: `n` the name, `p` progress, `m` milestones of every domain,
`d` those of its own domain alone, `g` meetings, `=` as they were at the link's own moment, `-` nothing at all.
Owners, notes, confidence and remarks are in none of these three.
`data` are the tables for spreadsheets: `p` partnerships, `d` domains, `m` milestones, `c` check-ins, `r` register, `x` decisions;
what a link leaves out is in none.
`changes` tells that something changed to whoever opened it; `files` are what its pages offer to download, for whoever opened it alone.

| Link | {named} |
|---|:-:|:-:|:-:|:-:|:-:|:-:|
{content}
"""


if __name__ == "__main__":
    DOCUMENT.write_text(document(), "utf-8")
