"""What can go wrong: one base class; each error names a sentence for the reader and whether trying again helps."""

from typing import ClassVar


class IneenError(Exception):
    """Something a person can understand; `sentence` is a message id of the catalogue with `{names}` to fill in."""

    sentence: ClassVar[str] = "Something went wrong. Nothing was saved."
    again: ClassVar[bool] = False

    def __init__(self, **details: object) -> None:
        super().__init__(self.sentence.format_map(_Blank(details)))
        self.details = details


class _Blank(dict[str, object]):
    def __missing__(self, key: str) -> str:
        return "…"


class SettingUnusable(IneenError):
    """A setting holds what it cannot hold; said at start, exit code 2."""

    sentence = "{name} is set to “{value}”, which it cannot hold."


class NotFound(IneenError):
    """What the address names does not exist."""


class PartnershipNotFound(NotFound):
    """No partnership carries this code."""

    sentence = "There is no partnership with code “{code}”. Choose one from the portfolio."


class PartnershipArchived(NotFound):
    """The partnership was put away, and is kept as it was then."""

    sentence = "{code} was archived on {day}. It stands in no list or figure any more, and is kept as it was then."


class PartnershipDamaged(IneenError):
    """What is stored of one partnership cannot be measured."""

    sentence = "The data of {code} cannot be measured: something in it is not as this program stores it. Ask the operator to check the store."


class DomainNotFound(NotFound):
    """The address names no domain we know."""

    sentence = "There is no domain “{code}”. Choose training, back office, HRM or housing."


class FilterUnknown(NotFound):
    """The address carries a filter value that does not exist."""

    sentence = "The address asks for “{value}”, and there is no such choice here."


class DayUnknown(NotFound):
    """The address names a day that no calendar has, or that is out of reach."""

    sentence = "“{value}” is not a day. Write a day between 2000 and 2100, as 2027-03-31."


class DayAhead(NotFound):
    """The address asks for the state of a day that is still to come."""

    sentence = "{day} is still to come; only today and earlier days can be shown as they were."


class DayTooEarly(NotFound):
    """The address asks for a day before anything was recorded."""

    sentence = "Nothing was recorded yet on {day}; the first record is of {first}."


class ThingNotFound(NotFound):
    """The address asks for the history, baseline or scenario of something that is not there."""

    sentence = "There is nothing here by the name “{value}”."


class PackDamaged(IneenError):
    """A stored snapshot is not what was published."""

    sentence = "This pack is not what was published: its content does not fit its seal. Ask the operator for a backup."


class FileNotMade(IneenError):
    """A file of a pack could not be made."""

    sentence = "The file could not be made. Nothing was lost; try again, or choose another kind of file."
    again = True


class FileNotKept(NotFound):
    """A file whose page was offered by a server that has begun anew since, or long ago."""

    sentence = "This file is not kept any more. Open its page again and download it there."


class PastIsReadOnly(IneenError):
    """Somebody wants to change a day that is over."""

    sentence = "You are looking at {day}, and what was cannot be changed. Go back to now to update."


class NothingToUndo(IneenError):
    """A save that was taken back already, or is too old to be."""

    sentence = "There is nothing to take back: that save was taken back already, or it is older than a day."


class ChangedSince(IneenError):
    """Somebody wants to take back what was changed again since."""

    sentence = "Nothing was taken back: {codes} changed since. Change it by hand, or undo the later save first."


class SignInNeeded(IneenError):
    """Nobody signed in here, and no link was opened."""

    sentence = "Sign in to see this page, or open the link that was shared with you."


class NotShared(IneenError):
    """The asker has grants, and none on this."""

    sentence = "This is not shared with you. Ask the project lead of the partnership, or go back to what is."


class SignInRefused(IneenError):
    """A sign-in link that opens nothing: unknown, used, too old, or of somebody who may not sign in."""

    sentence = "This sign-in link does not work: it was used already, or it is too old. Ask for a new one."


class LinkNotOpen(NotFound):
    """A shared address that opens nothing; strangers are not told why."""

    sentence = "This address opens nothing. It may have ended or been replaced; ask the person who sent it for a new one."


class LinkWithPin(IneenError):
    """A link with a PIN was asked for what programs fetch, and programs answer no questions."""

    sentence = "This link asks for a PIN, so it gives no data to programs. Share the view once more without one, and leave out what not everybody may read."


class TableUnknown(NotFound):
    """A link gives no table of this name."""

    sentence = "This link gives no table “{name}”; it gives {tables}."


class LinkHasEnded(IneenError):
    """A link that ended too long ago to be opened again."""

    sentence = "This link has ended, and what ended stays ended. Make a new one."


class PinWrong(IneenError):
    """A PIN that does not fit."""

    sentence = "This PIN does not fit. You have {left} more tries."
    again = True


class PinLocked(IneenError):
    """Too many wrong PINs."""

    sentence = "Too many wrong PINs. Try again in {minutes} minutes."
    again = True


class LastAdministrator(IneenError):
    """Somebody wants to take away the last administrator."""

    sentence = "This is the last administrator. Make somebody else administrator first."


class NotAllowed(IneenError):
    """No grant gives the asker this ability."""

    sentence = "You may not do this here. Ask the project lead of the partnership."


class MailUnusable(IneenError):
    """The setting of the mail server names none."""

    sentence = "INTEGRATION_SMTP_URL is not the address of a mail server, such as smtp://user:password@host:587?from=ineen@example.org."


class MailRefused(IneenError):
    """A mail was not taken by the mail server; nothing counts as sent."""

    sentence = "The mail to {to} was not sent: {reason}."
    again = True


class EditConflict(IneenError):
    """Somebody saved a newer version of the same record first; `theirs` is what stands there, where that is known."""

    sentence = "Somebody else saved this meanwhile. Nothing of yours was lost: compare both and choose."
    again = True

    def __init__(self, theirs: object = None) -> None:
        super().__init__()
        self.theirs = theirs


class NameInUse(IneenError):
    """Something else is called so already, which may or may not be meant; a question, not a rule."""

    sentence = "There is an organisation called “{name}” already. Use that one, or say that yours is another."
    again = True


class Invalid(IneenError):
    """Input that breaks rules; `problems` names each field and its sentence, all collected before raising."""

    sentence = "Some fields need another look. Nothing was saved."

    def __init__(self, problems: "tuple[Problem, ...]") -> None:
        super().__init__()
        self.problems = problems


class Problem:
    """One rule broken: the record's code (or ""), the field, and a sentence with its details."""

    def __init__(self, field: str, sentence: str, subject: str = "", **details: object) -> None:
        self.field, self.sentence, self.subject, self.details = field, sentence, subject, details

    def __repr__(self) -> str:
        return f"Problem({self.subject!r}, {self.field!r}, {self.sentence!r})"

    def about(self, subject: str) -> "Problem":
        """The same problem, said of `subject`."""
        return Problem(self.field, self.sentence, subject, **self.details)
