"""A small portfolio for tests of access: an own and another partnership, whose every part carries a word of its own."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from integration.access.seal import Seal
from integration.access.token import new_token, pin_hash, token_hash
from integration.model.access.membership import Membership
from integration.model.access.person import Person
from integration.model.access.share_link import ShareLink
from integration.model.domain import DOMAINS
from integration.model.foundation import FoundationText
from integration.model.meeting import AgendaItem, Meeting
from integration.model.mirror import Answers, MirrorRound, Statement
from integration.model.partnership import Partnership
from integration.model.plan.baseline import Baseline
from integration.model.plan.depth import Depth
from integration.model.record import new_id
from integration.model.register import Action, Decision, Issue, Risk
from integration.model.text import Text
from integration.services.core.cache import Cache
from integration.services.core.identity import LINKS, SESSION, Held, links_cookie, session_cookie
from integration.services.core.visit import moment_now, visit
from integration.services.pack import pack
from integration.storage.core.database import Database
from integration.storage.mirror import count_in
from tests.browser.kit.running import Running
from tests.examples import a_check_in, a_milestone, an_organisation, save

SECRET = "a secret of the tests, long enough"
OWN, OTHER = "OWN", "OTHER"
LONG_AGO, THEN, LATER = timedelta(days=400), timedelta(days=200), timedelta(days=100)


def words_of(code: str) -> Mapping[str, str]:
    """The words that give a partnership and its parts away."""
    return {part: f"{part}-of-{code.lower()}-{len(code) * 7919}" for part in ("name", "owner", "note", "remark", "vision", "title", "newer")}


@dataclass(frozen=True)
class Filled:
    """What a test needs to know of the store: ids by code, people by role, links with their secrets by name."""

    path: Path
    moment: datetime
    ids: dict[str, str] = field(default_factory=dict)
    people: dict[str, Person] = field(default_factory=dict)
    links: dict[str, tuple[ShareLink, str]] = field(default_factory=dict)
    packs: list[str] = field(default_factory=list)
    meetings: dict[str, Meeting] = field(default_factory=dict)

    @property
    def pack(self) -> str:
        """The id of the pack that was published of the own partnership."""
        return self.packs[0]

    @property
    def then(self) -> datetime:
        """The moment that frozen links and past columns show."""
        return (self.moment - THEN).replace(microsecond=0)

    def signed_in(self, role: str) -> dict[str, str]:
        """The cookies of a person."""
        return {SESSION: session_cookie(Seal(SECRET), self.people[role])}

    def holding(self, *names: str) -> dict[str, str]:
        """The cookies of whoever opened these links."""
        held = tuple(Held(link.id, link.token_hash, link.pin_hash) for link, _ in (self.links[name] for name in names))
        return {LINKS: links_cookie(Seal(SECRET), held)}


def served(store: Filled, **environment: str) -> Running:
    """The server over a filled store, to be used as a context."""
    return Running(store.path, "app.py", 0, INTEGRATION_SECRET=SECRET, INTEGRATION_DEMO="0", **environment)


def fill(path: Path) -> Filled:
    """Make a store with the two partnerships, everybody who asks, and every kind of link."""
    database, found = Database(path), Filled(path, moment_now())
    begin = found.moment - LONG_AGO
    bodies = save(database, *(an_organisation(id=new_id(), name=f"body {number}") for number in range(3)), recorded_at=begin)
    for code, partners in ((OWN, (bodies[0].id, bodies[1].id)), (OTHER, (bodies[1].id, bodies[2].id))):
        _partnership(database, found, code, partners)
    _people(database, found)
    found.packs.append(pack.publish(visit(database, Cache(), "en"), pack.Wanted((OWN,))).id)
    _links(database, found)
    database.close()
    return found


def _partnership(database: Database, found: Filled, code: str, partners: tuple[str, str]) -> None:
    words, begin = words_of(code), found.moment - LONG_AGO
    [owner] = save(database, Person(name=words["owner"]), recorded_at=begin)
    day = begin.date()
    wanted = Partnership(code=code, name=Text(words["name"]), partners=partners, phase="integrating", starts_on=day, lead_id=owner.id)
    [one] = save(database, replace(wanted, ends_on=day + timedelta(days=900), next_meeting_on=found.moment.date() + timedelta(days=9)), recorded_at=begin)
    found.ids[code] = one.id
    about: dict[str, Any] = {"partnership_id": one.id}
    late = {"starts_on": day, "due_on": found.moment.date() - timedelta(days=220)}
    plan = [
        a_milestone(
            **about, **late, code=f"{domain[0].upper()}1", domain=domain, title=Text(f"{words['title']} {domain}"), owner_id=owner.id, note=Text(words["note"])
        )
        for domain in DOMAINS
    ]
    depths = [Depth(**about, domain=domain, start=0, current=1, target=3) for domain in DOMAINS]
    vision = FoundationText(**about, theme="vision.people", text=Text(words["vision"]))
    saved = save(database, *plan, *depths, vision, Baseline(**about, name=Text("Plan")), recorded_at=begin + timedelta(days=1))
    _register(database, about, words, owner.id, begin + timedelta(days=2))
    coming = Meeting(**about, planned_on=found.moment.date() + timedelta(days=9), invited=(owner.id,))
    [found.meetings[code]] = save(database, coming, recorded_at=begin + timedelta(days=2))
    asked = AgendaItem(**about, meeting_id=coming.id, place=0, origin="own", title=Text(words["title"]), why=Text(words["note"]))
    save(database, asked, recorded_at=begin + timedelta(days=2))
    said = {"done": Text(words["note"]), "stuck": Text(words["note"]), "need": Text(words["note"]), "colour": "green"}
    for at, sure in ((THEN + timedelta(days=30), 9), (THEN + timedelta(days=1), 3), (LATER, 3)):
        save(database, *(a_check_in(**about, domain=domain, confidence=sure, **said) for domain in DOMAINS), recorded_at=found.moment - at)
    _mirror(database, one.id, partners, words, begin + timedelta(days=20))
    newer = [replace(one, title=Text(f"{one.title.nl} {words['newer']}"), note=Text(words["note"] + "-2")) for one in saved[: len(plan)]]
    save(database, *newer, recorded_at=found.moment - LATER)


def _register(database: Database, about: dict[str, Any], words: Mapping[str, str], owner: str, when: datetime) -> None:
    title, note, day = Text(f"{words['title']} risk"), Text(words["note"]), when.date()
    save(database, Risk(**about, title=title, mitigation=note, owner_id=owner, raised_on=day), recorded_at=when)
    save(database, Issue(**about, title=title, detail=note, owner_id=owner, raised_on=day), recorded_at=when)
    save(database, Action(**about, title=title, owner_id=owner, raised_on=day), recorded_at=when)
    save(database, Decision(**about, title=title, options=note, effect=note, asked_on=day), recorded_at=when)
    save(database, Decision(**about, title=title, decision=note, asked_on=day, decided_on=day, decided_by_id=owner), recorded_at=when)


def _mirror(database: Database, about: str, bodies: tuple[str, str], words: Mapping[str, str], when: datetime) -> None:
    one = MirrorRound(
        partnership_id=about, name=Text("Nulmeting", "First"), organisations=bodies, opens_on=when.date(), closes_on=when.date() + timedelta(days=9)
    )
    [asked] = save(database, one, recorded_at=when)
    [statement] = save(database, Statement(round_id=asked.id, theme="vision.people", place=0, text=Text("Wij leren", "We learn")), recorded_at=when)
    given = [
        Answers(round_id=asked.id, organisation_id=body, scores={statement.id: 2 + number % 3}, remark=words["remark"])
        for body in bodies
        for number in range(4)
    ]
    with database.noting() as cursor:
        count_in(cursor, given)


def _people(database: Database, found: Filled) -> None:
    when = found.moment - timedelta(days=2)
    for role in ("administrator", "lead", "steering"):
        [found.people[role]] = save(database, Person(name=role, email=f"{role}@test.example", administrator=role == "administrator"), recorded_at=when)
        if role != "administrator":
            save(database, Membership(person_id=found.people[role].id, partnership_id=found.ids[OWN], role=role), recorded_at=when)
    # Whoever owns a milestone and has no role anywhere.
    [found.people["owner"]] = save(database, Person(name="owner", email="owner@test.example"), recorded_at=when)
    owned = a_milestone(partnership_id=found.ids[OTHER], code="Z9", domain="housing", title=Text("owned"), owner_id=found.people["owner"].id)
    save(database, owned, recorded_at=when)


def _links(database: Database, found: Filled) -> None:
    own, other, end = (found.ids[OWN],), (found.ids[OTHER],), found.moment + timedelta(days=30)
    hidden = ("owners", "notes", "confidence", "remarks")
    wanted: dict[str, dict[str, Any]] = {
        "portfolio": {"kind": "portfolio", "page": "portfolio", "partnerships": own},
        "partnership": {"kind": "partnership", "page": "partnership", "query": f"p={OWN}", "partnerships": own},
        "domain": {"kind": "domain", "page": "domain", "query": "d=hrm", "partnerships": own, "domain": "hrm"},
        "foundation": {"kind": "foundation", "page": "foundation", "query": f"p={OWN}", "partnerships": own},
        "page": {"kind": "page", "page": "timeline", "query": f"p={OWN}", "partnerships": own},
        "frozen": {"kind": "partnership", "page": "partnership", "query": f"p={OWN}", "partnerships": own, "as_of": found.then},
        "other domain": {"kind": "domain", "page": "domain", "query": "d=training", "partnerships": other, "domain": "training"},
        "hidden": {"kind": "portfolio", "page": "portfolio", "partnerships": own, "hides": hidden},
        "hidden-foundation": {"kind": "foundation", "page": "foundation", "query": f"p={OWN}", "partnerships": own, "hides": hidden},
        "hidden-register": {"kind": "page", "page": "register", "query": f"p={OWN}", "partnerships": own, "hides": hidden},
        "paused": {"kind": "portfolio", "page": "portfolio", "partnerships": (*own, *other), "state": "paused"},
        "revoked": {"kind": "portfolio", "page": "portfolio", "partnerships": (*own, *other), "state": "revoked"},
        "expired": {"kind": "portfolio", "page": "portfolio", "partnerships": (*own, *other), "expires_at": found.moment - timedelta(days=1)},
        "pin": {"kind": "portfolio", "page": "portfolio", "partnerships": own, "pin_hash": pin_hash("2468")},
        **{f"page-{page}": {"kind": "page", "page": page, "query": f"p={OWN}", "partnerships": own} for page in ("portfolio", "partnership", "foundation")},
        **{f"page-{page}": {"kind": "page", "page": page, "query": f"p={OWN}", "partnerships": own} for page in ("mirror", "register")},
        "page-pack": {"kind": "page", "page": "pack", "query": f"id={found.pack}", "partnerships": own, "thing": found.pack},
        "page-agenda": {"kind": "page", "page": "agenda", "query": f"p={OWN}&m={(met := found.meetings[OWN].id)}", "partnerships": own, "thing": met},
        "gone": {"kind": "partnership", "page": "partnership", "query": "p=GONE", "partnerships": (new_id(),)},
        "to be ended": {"kind": "partnership", "page": "partnership", "query": f"p={OWN}", "partnerships": own},
        "nowhere": {"kind": "page", "page": "nowhere", "partnerships": own},
    }
    for name, what in wanted.items():
        token = new_token()
        link = ShareLink(**{"expires_at": end, "made_at": found.moment, "token_hash": token_hash(token), "language": "en", **what})
        [stored] = save(database, link, recorded_at=found.moment - timedelta(days=1))
        found.links[name] = (stored, token)
