"""Every write of every service, as two people would press it at the same moment: the call, and how many new records of a type it may leave behind."""

from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from typing import Any

from integration.access.seal import Seal
from integration.exchange.read.delimited import read_delimited
from integration.model.access.membership import Membership
from integration.model.access.person import Person
from integration.model.access.share_link import ShareLink
from integration.model.discussion.comment import Comment
from integration.model.foundation import Agreement, FoundationText, Gate, Indicator, Measurement, Nuance, Objective, PhaseStep
from integration.model.meeting import AgendaItem, Chairing, Meeting
from integration.model.mirror import AnswerLink, FollowUp, MirrorRound, Statement
from integration.model.operating.webhook import Webhook
from integration.model.organisation import Organisation
from integration.model.pack import HouseStyle, Pack
from integration.model.partnership import Partnership
from integration.model.plan.baseline import Baseline
from integration.model.plan.check_in import CheckIn
from integration.model.plan.depth import Depth
from integration.model.plan.holiday import Holiday
from integration.model.plan.milestone import Milestone
from integration.model.plan.scenario import Scenario
from integration.model.plan.template import PlanTemplate
from integration.model.record import new_id
from integration.model.register import Action, Decision, Issue, Risk
from integration.model.text import Text
from integration.model.threshold import Thresholds
from integration.services.access import departure, invitation, link, people, sign_in
from integration.services.carrying import carrying
from integration.services.changes import undo
from integration.services.core.cache import Cache
from integration.services.core.host import Host
from integration.services.core.visit import Visit, visit
from integration.services.discussion import comment
from integration.services.exchange import plan_import, webhook
from integration.services.foundation import foundation, gates, ready
from integration.services.meeting import agenda, chairing, meeting
from integration.services.mirror import follow_up, hand_out, mirror, statement
from integration.services.pack import house_style, pack
from integration.services.plan import baseline, beginning, check_in, depth, holidays, plan, scenario, week
from integration.services.plan.beginning import SHIPPED
from integration.services.portfolio import archive, merging, partnership, thresholds
from integration.services.register import register
from integration.storage.core.database import Database
from integration.storage.core.records import latest
from integration.storage.shipped import shipped_holidays
from tests.every_kind import one_of_each
from tests.examples import BRIDGE, COMPANY, NOON, SCHOOL, TODAY, VERA, a_check_in, a_depth, a_milestone, a_partnership, save
from tests.reports.packs import PNG
from tests.services.mirror.rounds import a_round, closed
from tests.services.pressing import Write

OF: dict[str, Any] = {"partnership_id": BRIDGE}
HERE, ABOUT = partial(Host, seal=Seal("only for tests")), {BRIDGE: "Brug"}
NEW = Organisation(name="Nieuw", kind="company")
MANY = -1  # as many as were told so


def things_of(database: Database, about: str) -> dict[str, Any]:
    """What a partnership holds, by the name of its type: one of each, a person, a link, and rounds that are open, closed, and a scan."""
    known: dict[str, Any] = {type(one).__name__: one for one in save(database, *one_of_each(about).values())}
    # It has no content, so it cannot be the pack before the next one.
    save(database, replace(known["Pack"], removed=True))
    with database.reading() as cursor:
        vera = next(one for one in latest(cursor, Person) if one.id == VERA)
    [known["Person"]] = save(database, replace(vera, email="vera@brug.example"))
    someone = visit(database, Cache(), "en", NOON)
    of: dict[str, Any] = {"partnership_id": about}
    known["closed"] = closed(database, **of)
    known["answered"] = statement.statements(someone, known["closed"])[0]
    known["unanswered"] = mirror.begin(someone, a_round(name=Text("Later"), **of), ["vision.people", "vision.learning"])
    known["asked"] = statement.statements(someone, known["unanswered"])[0]
    known["coded"] = mirror.begin(someone, a_round(name=Text("Codes"), answering="codes", **of), ["vision.people"])
    known["twin"], known["other"] = save(database, *(Organisation(name=one, kind="company") for one in ("Tweeling", "Andere")))
    [known["archived"]] = save(database, a_partnership(id=new_id(), code="OUD", removed=True))
    [known["scan"]] = save(database, a_round(partnership_id="", closed=True))
    link_end = NOON + timedelta(days=9)
    [known["ShareLink"]] = save(database, ShareLink(kind="page", page="timeline", partnerships=(about,), expires_at=link_end, made_at=NOON))
    [report] = save(database, a_check_in(domain="hrm", need=two("Geld"), **of))
    [known["needed"]] = save(database, AgendaItem(**of, meeting_id=known["Meeting"].id, place=1, origin="need", thing_id=report.id, title=two("Geld")))
    with database.reading() as cursor:
        own = next(one for one in latest(cursor, Partnership) if one.id == about)
    plan.save(someone, own, [a_milestone(code="U1", **of)])
    known["said"] = new_id()
    known["saved"] = undo.own(someone, own)[0].save.number
    return known


def dossier(someone: Visit) -> Any:
    return partnership.read(someone, "BRUG")


def running(someone: Visit) -> Meeting:
    return meeting.start(someone, dossier(someone))


def two(text: str) -> Text:
    return Text(text, text)


def a_link(someone: Visit) -> ShareLink:
    day = someone.now + timedelta(days=9)
    return ShareLink(kind="partnership", page="partnership", query="p=BRUG", partnerships=(BRIDGE,), expires_at=day, made_at=someone.now)


BROUGHT = plan_import.Brought("plan.csv", "0" * 64, read_delimited(b"Taak;Domein;Einddatum\nBrengen;HRM;2026-09-01"))


def bring(someone: Visit, own: Partnership) -> int:
    return plan_import.apply(someone, own, BROUGHT, plan_import.proposal(someone, own, BROUGHT, {}, {}), {})


NEW_DAYS: dict[str, Any] = {"first_on": date(2027, 7, 1), "last_on": date(2027, 8, 1)}
PLAN = {
    "undo.take_back": Write(lambda a: undo.take_back(a.visit, a.own, a["saved"]), Milestone, -2),
    "week.save": Write(lambda a: week.save(a.visit, a.own, [replace(a["Milestone"], credit=50.0)], [], {}), Milestone),
    "plan.save": Write(lambda a: plan.save(a.visit, a.own, [replace(a["Milestone"], credit=50.0)]), Milestone),
    "plan.save a new one": Write(lambda a: plan.save(a.visit, a.own, [a_milestone(code="T9")]), Milestone, 1),
    "beginning.begin": Write(lambda a: beginning.begin(a.visit, a.own, SHIPPED, ["V1"], {}), Milestone, 1),
    "beginning.keep": Write(lambda a: beginning.keep(a.visit, a.own, "Nieuw"), PlanTemplate, 1),
    "beginning.take_out": Write(lambda a: beginning.take_out(a.visit, a.own, a["PlanTemplate"].id), PlanTemplate, -2),
    "beginning.plan_again": Write(lambda a: beginning.plan_again(a.visit, replace(a.own, ends_on=date(2027, 12, 31)), a["Milestone"], 1), Milestone, 1),
    "plan.set_cancelled": Write(lambda a: plan.set_cancelled(a.visit, a.own, a["Milestone"], True), Milestone),
    "baseline.promise": Write(lambda a: baseline.promise(a.visit, a.own, Baseline(**OF, name=two("B"), reason=two("why"))), Baseline, MANY),
    "check_in.report": Write(lambda a: check_in.report(a.visit, a.own, a_check_in(), a["CheckIn"].id), CheckIn, 1),
    "depth.save": Write(lambda a: depth.save(a.visit, a.own, [replace(a["Depth"], current=2)]), Depth),
    "depth.save the first": Write(lambda a: depth.save(a.visit, a.own, [a_depth(domain="hrm")]), Depth, 1),
    "holidays.save": Write(lambda a: holidays.save(a.visit, a.own, [Holiday(**OF, name=Text("Zomer"), **NEW_DAYS)]), Holiday, 1),
    "holidays.take_over": Write(lambda a: holidays.take_over(a.visit, a.own, "north"), Holiday, len(shipped_holidays()) - 1),
    "plan_import.apply": Write(lambda a: bring(a.visit, a.own), Milestone, 1),
    "plan_import.undo": Write(lambda a: plan_import.undo(a.visit, a.own), Milestone, -2),
    "scenario.keep": Write(lambda a: scenario.keep(a.visit, a.own, "W", {a["Milestone"].id: TODAY}), Scenario, 1),
    "scenario.apply": Write(lambda a: scenario.apply(a.visit, a.own, a["Scenario"], [a["Milestone"]]), Scenario),
    "scenario.drop": Write(lambda a: scenario.drop(a.visit, a.own, a["Scenario"]), Scenario),
}
FIRST, OWN = FoundationText(**OF, theme="vision.learning", text=two("L")), Nuance(**OF, theme="own", organisation_id=SCHOOL, text=two("E"))
FOUNDATION = {
    "foundation.save_text the first": Write(lambda a: foundation.save_text(a.visit, a.own, FIRST), FoundationText, 1),
    "foundation.save_text": Write(lambda a: foundation.save_text(a.visit, a.own, replace(a["FoundationText"], text=two("N"))), FoundationText),
    "foundation.save_nuance": Write(lambda a: foundation.save_nuance(a.visit, a.own, OWN), Nuance, 1),
    "foundation.agree": Write(lambda a: foundation.agree(a.visit, a.own, a["FoundationText"], COMPANY), Agreement, 1),
    "foundation.save_objective": Write(
        lambda a: foundation.save_objective(a.visit, a.own, Objective(**OF, theme="ambition.meaning", title=two("D"))), Objective, MANY
    ),
    "foundation.save_indicator": Write(
        lambda a: foundation.save_indicator(a.visit, a.own, Indicator(**OF, objective_id=a["Objective"].id, name=two("I"), target_value=2.0)), Indicator, MANY
    ),
    "carrying.hand_over": Write(lambda a: carrying.hand_over(a.visit, [a["Milestone"].id], a["Milestone"].owner_id, a["Person"].id), Milestone),
    "ready.take_over": Write(lambda a: ready.take_over(a.visit, a.own, "students", replace(a["Indicator"], id=new_id(), version=0)), Objective, 1),
    "foundation.take_out": Write(lambda a: foundation.take_out(a.visit, a.own, a["Objective"]), Objective, -2),
    "foundation.measure": Write(
        lambda a: foundation.measure(a.visit, a.own, Measurement(**OF, indicator_id=a["Indicator"].id, measured_on=TODAY, value=4.0)), Measurement, 1
    ),
    "foundation.confirm": Write(lambda a: foundation.confirm(a.visit, a.own, a["Measurement"]), Measurement),
    "foundation.save_gate": Write(lambda a: foundation.save_gate(a.visit, a.own, Gate(**OF, item="council", passed=True, proof=two("P"))), Gate, 1),
    "gates.move_on": Write(
        lambda a: gates.move_on(a.visit, dossier(a.visit), PhaseStep(**OF, left_phase="integrating", new_phase="integrated", reason=two("R"))), PhaseStep, 1
    ),
}
MIRROR = {
    "mirror.begin": Write(
        lambda a: mirror.begin(a.visit, MirrorRound(**OF, name=two("R"), organisations=(SCHOOL, COMPANY)), ["vision.people"]), MirrorRound, 1
    ),
    "mirror.extend": Write(lambda a: mirror.extend(a.visit, a["MirrorRound"], TODAY + timedelta(days=9)), MirrorRound),
    "mirror.close": Write(lambda a: mirror.close(a.visit, a["MirrorRound"]), MirrorRound),
    "mirror.adopt": Write(lambda a: mirror.adopt(a.visit, a["scan"], a.own), MirrorRound, 1),
    "statement.reword": Write(lambda a: statement.reword(a.visit, a["unanswered"], replace(a["asked"], text=two("Anders"))), Statement),
    "statement.leave_out": Write(lambda a: statement.leave_out(a.visit, a["unanswered"], a["asked"]), Statement, -2),
    "hand_out.new_link": Write(lambda a: hand_out.new_link(a.visit, a["unanswered"], COMPANY), AnswerLink, 1),
    "hand_out.new_codes": Write(lambda a: hand_out.new_codes(a.visit, a["coded"], COMPANY, 2), AnswerLink),
    "follow_up.follow a milestone": Write(
        lambda a: follow_up.follow(a.visit, a.own, FollowUp(**OF, round_id=a["closed"].id, statement_id=a["answered"].id, state="milestone", due_on=TODAY)),
        Milestone,
        1,
    ),
    "follow_up.follow": Write(lambda a: follow_up.follow(a.visit, a.own, FollowUp(**OF, round_id=a["closed"].id, statement_id=a["answered"].id)), FollowUp, 1),
}
REGISTER = {
    "register.save": Write(lambda a: register.save(a.visit, a.own, replace(a["Risk"], impact=5)), Risk),
    "register.save a new one": Write(lambda a: register.save(a.visit, a.own, Issue(**OF, title=two("I"))), Issue, MANY),
    "register.save a decision": Write(lambda a: register.save(a.visit, a.own, replace(a["Decision"], decided_on=TODAY, decision=two("Ja"))), Decision),
    "register.take_out": Write(lambda a: register.take_out(a.visit, a.own, a["Action"]), Action, -2),
    "register.take_over": Write(lambda a: register.take_over(a.visit, a.own, [Risk(**OF, title=two("S"), source="B2")]), Risk, 1),
}
SAID: dict[str, Any] = {"thing": "milestone", "words": "Klopt dit?", "mentions": (VERA,)}
DISCUSSION = {
    "comment.write": Write(lambda a: comment.write(a.visit, a.own, Comment(**OF, id=a["said"], thing_id=a["Milestone"].id, **SAID)), Comment, 1),
}
MEETING = {
    "meeting.prepare": Write(lambda a: meeting.prepare(a.visit, dossier(a.visit)), Meeting),
    "meeting.start": Write(lambda a: meeting.start(a.visit, dossier(a.visit)), Meeting),
    "meeting.attend": Write(lambda a: meeting.attend(a.visit, a.own, a["Meeting"], [VERA], "Gast"), Meeting),
    "meeting.close": Write(lambda a: meeting.close(a.visit, a.own, a["Meeting"], TODAY + timedelta(days=30), "Klaar"), Meeting),
    "meeting.reopen": Write(lambda a: meeting.reopen(a.visit, a.own, a["Meeting"]), Meeting),
    "meeting.plan": Write(lambda a: meeting.plan(a.visit, a.own, a["Meeting"], replace(a["Meeting"], planned_on=TODAY + timedelta(days=5))), Meeting),
    "meeting.add_note": Write(lambda a: meeting.add_note(a.visit, a.own, a["Meeting"], "Dank"), Meeting),
    "chairing.take": Write(lambda a: chairing.take(a.visit, a.own, running(a.visit), "seat"), Chairing),
    "chairing.go_to": Write(lambda a: chairing.go_to(a.visit, a.own, running(a.visit), "", "closing"), Chairing),
    "chairing.pause": Write(lambda a: chairing.pause(a.visit, a.own, running(a.visit), "", True), Chairing),
    "agenda.take": Write(lambda a: agenda.take(a.visit, a.own, a["AgendaItem"], 15), AgendaItem),
    "agenda.ask": Write(lambda a: agenda.ask(a.visit, dossier(a.visit), a["needed"]), Decision, 1),
    "agenda.add": Write(lambda a: agenda.add(a.visit, a.own, a["Meeting"], two("Iets")), AgendaItem, MANY),
    "agenda.move": Write(lambda a: agenda.move(a.visit, a.own, a["Meeting"], a["AgendaItem"].id, 1), AgendaItem),
    "agenda.note": Write(lambda a: agenda.note(a.visit, a.own, a["AgendaItem"], "Genoteerd"), AgendaItem),
    "agenda.discussed": Write(lambda a: agenda.discussed(a.visit, a.own, a["AgendaItem"]), AgendaItem),
    "agenda.drop": Write(lambda a: agenda.drop(a.visit, a.own, a["AgendaItem"]), AgendaItem, -2),
}
ACCESS = {
    "partnership.save": Write(lambda a: partnership.save(a.visit, replace(a.own, phase="integrated")), Partnership),
    "partnership.save a new one": Write(lambda a: partnership.save(a.visit, a_partnership(id=new_id(), code="TUNNEL")), Partnership, 1),
    "partnership.save with new partners": Write(lambda a: partnership.save(a.visit, a_partnership(id=new_id(), code="T"), [NEW]), Organisation, 1),
    "archive.archive": Write(lambda a: archive.archive(a.visit, a.own), Partnership, -2),
    "archive.put_back": Write(lambda a: archive.put_back(a.visit, a["archived"].id), Partnership, 1),
    "merging.merge": Write(lambda a: merging.merge(a.visit, a["twin"], a["other"]), Organisation, -2),
    "merging.remove": Write(lambda a: merging.remove(a.visit, a["twin"]), Organisation, -2),
    "partnership.add_organisation": Write(lambda a: partnership.add_organisation(a.visit, NEW), Organisation, 1),
    "partnership.add_person": Write(lambda a: partnership.add_person(a.visit, "Nieuw"), Person, 1),
    "people.save": Write(lambda a: people.save(a.visit, Person(name="Ad", email="ad@brug.example")), Person, 1),
    "people.set_roles": Write(lambda a: people.set_roles(a.visit, VERA, "lead", [BRIDGE]), Membership, 1),
    "departure.leave": Write(lambda a: departure.leave(a.visit, VERA), Person),
    "people.erase": Write(lambda a: people.erase(a.visit, VERA), Person),
    "invitation.invite": Write(lambda a: invitation.invite(a.visit, HERE(a.visit.database, a.visit.cache), "a@b.example", "lead", ABOUT), Person, 1),
    "sign_in.sign_out_everywhere": Write(lambda a: sign_in.sign_out_everywhere(a.visit, a["Person"]), Person),
    "link.make": Write(lambda a: link.make(a.visit, a_link(a.visit)), ShareLink, MANY),
    "link.set_state": Write(lambda a: link.set_state(a.visit, a["ShareLink"].id, "paused"), ShareLink),
    "link.extend": Write(lambda a: link.extend(a.visit, a["ShareLink"].id, 30), ShareLink),
    "link.rotate": Write(lambda a: link.rotate(a.visit, a["ShareLink"].id), ShareLink),
    "thresholds.save": Write(lambda a: thresholds.save(a.visit, Thresholds(overdue_red=9)), Thresholds, 1),
    "house_style.bring": Write(lambda a: house_style.bring(a.visit, HouseStyle(), "logo", "logo.png", PNG), HouseStyle, 1),
    "house_style.leave": Write(lambda a: house_style.leave(a.visit, HouseStyle(), "logo"), HouseStyle, 1),
    "webhook.make": Write(lambda a: webhook.make(a.visit, a.own, replace(a["Webhook"], id=new_id(), version=0)), Webhook, MANY),
    "webhook.set_state": Write(lambda a: webhook.set_state(a.visit, a.own, a["Webhook"].id, "paused"), Webhook),
    "webhook.new_secret": Write(lambda a: webhook.new_secret(a.visit, a.own, a["Webhook"].id), Webhook),
    "webhook.remove": Write(lambda a: webhook.remove(a.visit, a.own, a["Webhook"].id), Webhook, -2),
    "pack.publish": Write(lambda a: pack.publish(a.visit, pack.Wanted(("BRUG",))), Pack, MANY),
}
WRITES: dict[str, Write] = {**PLAN, **FOUNDATION, **MIRROR, **REGISTER, **DISCUSSION, **MEETING, **ACCESS}
