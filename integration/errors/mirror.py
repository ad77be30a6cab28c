"""What can go wrong with a round of the Mirror: answering it, and handing out how."""

from integration.errors import IneenError


class AnswerRefused(IneenError):
    """Somebody cannot answer a round of the Mirror."""


class LinkUnknown(AnswerRefused):
    """The address for answering belongs to no round."""

    sentence = "This address for answering is not known. Ask the person who sent it for a new one."


class RoundClosed(AnswerRefused):
    """The round takes no answers any more."""

    sentence = "This round is closed; it takes no more answers. Thank you for wanting to."


class RoundNotOpen(AnswerRefused):
    """The round takes no answers yet."""

    sentence = "This round opens on {day}. Come back then; the address stays the same."


class AnsweredBefore(AnswerRefused):
    """This browser answered already."""

    sentence = "You have answered already in this browser. One answer per person counts; nothing was changed."


class CodeUsed(AnswerRefused):
    """A one-time code that somebody answered with already."""

    sentence = "This code was used already; it works once. If it was not you, tell the person who gave it to you. Nothing was changed."


class OwnAddressOnly(IneenError):
    """Somebody wants the answer address of an organisation that is not theirs."""

    sentence = "Only somebody of {name} itself, or an administrator, hands out how its people answer."
