"""Findings: what a pack says of a partnership in one sentence per subject."""

from dataclasses import replace
from datetime import date

from integration.i18n.words import words_in
from integration.reports.freeze.snapshot import CliffPart
from integration.reports.render import findings
from tests.reports.packs import snapshot

SAY, TODAY = words_in("en"), date(2026, 11, 23)


def part(**changed):
    return replace(snapshot("plain").parts[0], **changed)


def cliff(domain, before, passed=False):
    return CliffPart(f"{domain}: ‘Plan’", before, "10 days late", passed)


def test_what_a_decision_still_brings_back_comes_before_what_waits():
    cliffs = (cliff("Training", date(2027, 7, 24)), cliff("Back office", date(2027, 8, 1)), cliff("HRM", date(2026, 1, 1), passed=True))

    assert findings.stand(SAY, part(cliffs=cliffs), TODAY) == "145 days behind; Training and Back office ask for a decision before 24 Jul 2027"
    assert findings.stand(SAY, part(cliffs=cliffs[:1]), TODAY).endswith("Training asks for a decision before 24 Jul 2027")


def test_a_decision_past_its_date_is_said_to_be():
    [waits] = part().decisions
    late = replace(waits, needed=date(2026, 11, 1))

    assert findings.stand(SAY, part(decisions=(late,)), TODAY).endswith("1 decision was needed by 1 Nov 2026")
    assert findings.ask(SAY, part(decisions=(late, waits)), TODAY) == "We ask 2 decisions; 1 is past its date"
    assert findings.stand(SAY, part(decisions=()), TODAY).endswith("no decision is asked")


def test_a_plan_without_days_behind_tells_the_first_sentence_of_its_schedule():
    schedule = part().schedule
    told = replace(schedule, behind=0, sentence="What is due on 1 sept. 2026 is delivered. The next promise is 1 Dec 2026.")

    assert findings.stand(SAY, part(schedule=told), TODAY).startswith("What is due on 1 sept. 2026 is delivered; ")
    assert findings.stand(SAY, part(schedule=replace(schedule, behind=-3)), TODAY).startswith("3 days ahead; ")


def test_domains_tell_what_is_late_before_the_rule_that_fired():
    training, hrm = part().domains[0], replace(part().domains[0], name="HRM", overdue=0, computed="green")

    assert findings.of_domains(SAY, [training, hrm]) == f"Training has {training.overdue} late milestones; HRM is on schedule"
