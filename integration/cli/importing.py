"""`import`: what a file would do to a partnership's plan, and doing it."""

import json
from collections.abc import Mapping

import click

from integration.cli.speaking import file_named, refuse, tell
from integration.errors import EditConflict, IneenError, Invalid, NotFound
from integration.errors.exchange import AnswersUnreadable, FileMissing, FileTooLarge, FileUnreadable
from integration.exchange.propose.proposal import Proposal
from integration.exchange.read.sheet import MOST_BYTES
from integration.i18n.words import Words, words_in
from integration.model.text import LANGUAGES, Language
from integration.services.core import store
from integration.services.exchange import plan_import
from integration.services.portfolio import partnership as partnerships

READY, UNREADABLE, ASKING = 0, 2, 3


@click.command("import")
@click.argument("file")
@click.option("--partnership", "code", required=True, help="The code of the partnership whose plan it is.")
@click.option("--mapping", default="", help="A JSON file: names (or letters) of columns and the fields they hold.")
@click.option("--answers", default="", help="A JSON file: ids of questions and their answers.")
@click.option("--apply", "applied", is_flag=True, help="Store what is proposed; without this nothing is written.")
@click.option("--json", "as_json", is_flag=True, help="Print the proposal as JSON.")
@click.option("--language", default="en", show_default=True, type=click.Choice(LANGUAGES), help="The language of the questions and reasons.")
def import_plan(file: str, code: str, mapping: str, answers: str, applied: bool, as_json: bool, language: Language) -> None:
    """Propose what FILE would do to a plan: exit 0 when it is ready, 3 while questions are open, 2 when it cannot be read."""
    say = words_in(language)
    try:
        raise SystemExit(_carried_out(say, file, code, (_object(mapping), _object(answers)), applied, as_json))
    except Invalid as error:
        refuse(" ".join(dict.fromkeys(say.problem(one) for one in error.problems)))
    except (FileUnreadable, NotFound, EditConflict) as error:
        refuse(say.error(error))
    raise SystemExit(UNREADABLE)


def _carried_out(say: Words, file: str, code: str, given: tuple[Mapping[str, str], Mapping[str, str]], applied: bool, as_json: bool) -> int:
    mapping, answers = given
    brought = plan_import.read(file_named(file).name, _bytes(file))
    with store.operating(say.language) as someone:
        partnership = partnerships.find(someone, code)
        proposal = plan_import.proposal(someone, partnership, brought, answers, mapping)
        stored = plan_import.apply(someone, partnership, brought, proposal, mapping) if applied and proposal.ready else None
    tell(json.dumps(proposal.told(), ensure_ascii=False, indent=1) if as_json else _written(say, proposal, stored))
    return READY if proposal.ready else ASKING


def _bytes(file: str) -> bytes:
    path = file_named(file)
    try:
        if path.stat().st_size > MOST_BYTES:
            raise FileTooLarge(limit=MOST_BYTES // 1_000_000)
        return path.read_bytes()
    except (OSError, ValueError) as error:
        raise FileMissing(name=file) from error


def _object(file: str) -> Mapping[str, str]:
    """The names and values of a JSON file; columns may stand in an object of that name, and a choice may be its value."""
    if not file:
        return {}
    try:
        told = json.loads(_bytes(file).decode("utf-8-sig"))
    except (ValueError, IneenError) as error:
        raise AnswersUnreadable(name=file) from error
    if not isinstance(told, dict):
        raise AnswersUnreadable(name=file)
    told = told["columns"] if isinstance(told.get("columns"), dict) else told
    return {
        str(name): str(value.get("value", "")) if isinstance(value, dict) else f"{value:g}" if isinstance(value, float) else str(value)
        for name, value in told.items()
    }


def _written(say: Words, proposal: Proposal, stored: int | None) -> str:
    lines = [f"{one.row or '–':>5}  {one.action:<7}{one.title[:50]:<52}{one.why}" for one in proposal.rows]
    lines += proposal.unread
    lines += [f"? {one.id}: {one.question} [{' | '.join(one.options)}]" for one in proposal.questions]
    lines.append(", ".join(f"{name} {number}" for name, number in proposal.totals.items()))
    if stored is None:
        lines.append(say("Nothing was written."))
    else:
        lines.append(say.plural("{n} milestone was stored.", "{n} milestones were stored.", stored))
    return "\n".join(lines)
