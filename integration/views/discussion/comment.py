"""Comments in words: who said what when to whom, where the thing is that they are about, and how many there are."""

from collections.abc import Mapping
from dataclasses import dataclass

from integration.i18n.formats import moment
from integration.i18n.labels import group_name
from integration.model.discussion.comment import Comment
from integration.model.partnership import Partnership
from integration.model.plan.check_in import CheckIn
from integration.model.plan.milestone import Milestone
from integration.model.record import Record
from integration.model.register import Decision
from integration.views.kit.address import address
from integration.views.kit.reader import Reader
from integration.views.pack.digest import DigestPart, Group


@dataclass(frozen=True, slots=True)
class CommentRow:
    """One comment: who, when, what, and the names of whom it mentions."""

    id: str
    who: str
    when: str
    words: str
    mentions: tuple[str, ...]


def comment_row(reader: Reader, comment: Comment, names: Mapping[str, str]) -> CommentRow:
    """A comment as it is read."""
    when = moment(comment.recorded_at or reader.now, reader.language)
    who = names.get(comment.recorded_by) or reader.say("Local administrator")
    return CommentRow(comment.id, who, when, comment.words, tuple(names[one] for one in comment.mentions if one in names))


def count_words(reader: Reader, n: int) -> str:
    """How many comments there are; "" for none."""
    return reader.say.plural("{n} comment", "{n} comments", n) if n else ""


def thing_href(reader: Reader, code: str, thing: Record) -> str:
    """Where a thing and what was said of it stand."""
    if isinstance(thing, Milestone):
        return address(reader, "partnership", p=code, history=f"milestone.{thing.code}")
    if isinstance(thing, CheckIn):
        return address(reader, "partnership", p=code, history=f"report.{thing.domain}")
    return address(reader, "register", p=code, show="decisions", history=f"decisions.{thing.id}")


def thing_title(reader: Reader, thing: Record) -> str:
    """What a thing is called where it is spoken of."""
    if isinstance(thing, Milestone):
        return f"{thing.code} {thing.title.reading(reader.language)}"
    if isinstance(thing, CheckIn):
        return reader.say("Reports on {domain}", domain=group_name(reader.say, thing.domain))
    return str(thing.title.reading(reader.language)) if isinstance(thing, Decision) else ""


def mention_part(reader: Reader, comment: Comment, thing: Record, partnership: Partnership, names: Mapping[str, str]) -> DigestPart:
    """A mention as a part of somebody's week, and of their mail."""
    row = comment_row(reader, comment, names)
    title = reader.say("{who} mentioned you on {when}", who=row.who, when=row.when)
    name = f"{partnership.name.reading(reader.language)} – {thing_title(reader, thing)}"
    return DigestPart(name, "", thing_href(reader, partnership.code, thing), (Group(title, (comment.words,)),))
