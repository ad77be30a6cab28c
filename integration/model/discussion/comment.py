"""Comments: what somebody says about a milestone, a report or a decision, and to whom."""

from dataclasses import dataclass
from typing import Literal

from integration.errors import Problem
from integration.model.record import Record
from integration.model.text import TEXT_LIMIT

Commented = Literal["milestone", "report", "decision"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Comment(Record):
    """Words about one thing of a partnership, in the language of who wrote them, meant for whom it `mentions`; said once, and only taken back."""

    partnership_id: str
    thing: Commented
    thing_id: str
    words: str
    mentions: tuple[str, ...] = ()


def comment_problems(comment: Comment) -> list[Problem]:
    """Every rule a comment breaks."""
    if not comment.words.strip():
        return [Problem("words", "Write a few words first.")]
    if len(comment.words) > TEXT_LIMIT:
        return [Problem("words", "Shorten this text to {limit} characters at most.", limit=TEXT_LIMIT)]
    if comment.version:
        return [Problem("words", "A comment stays as it was; write another one.")]
    return []
