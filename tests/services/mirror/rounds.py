"""Rounds of the Mirror for tests: begun with addresses, answered, and closed."""

from dataclasses import replace
from datetime import timedelta

from integration.model.mirror import MirrorRound
from integration.model.text import Text
from integration.services.mirror import answer, hand_out, mirror
from tests.examples import BRIDGE, COMPANY, SCHOOL, TODAY, a_visit, save

BODIES = {SCHOOL: "ROC De Brug", COMPANY: "Machinefabriek"}
THEME = ["vision.people"]


def a_round(**wanted):
    usual = {"partnership_id": BRIDGE, "name": Text("Nulmeting", "Baseline"), "organisations": (SCHOOL, COMPANY)}
    return MirrorRound(**{**usual, "opens_on": TODAY, "closes_on": TODAY + timedelta(days=14), **wanted})


def begun(database, **wanted):
    one = mirror.begin(a_visit(database), a_round(**wanted), THEME)
    return one, {body: hand_out.new_link(a_visit(database), one, body) for body in one.organisations}


def answers(database, token, score, browser, remark=""):
    asked = answer.asked(a_visit(database), token)
    answer.answer(a_visit(database), token, browser, dict.fromkeys((one.id for one in asked.statements), score), remark)


def closed(database, school=(4, 4, 4), company=(2, 2, 2), **wanted):
    one, tokens = begun(database, **wanted)
    for body, scores in ((SCHOOL, school), (COMPANY, company)):
        for at, score in enumerate(scores):
            answers(database, tokens[body], score, f"{body}{at}", f"remark of {body[-2:]}")
    return shut(database, one)


def shut(database, one):
    """The round closed as its last day closes it, however few have answered."""
    return save(database, replace(one, closed=True))[0]
