"""What can go wrong in a meeting."""

from integration.errors import IneenError


class MeetingHasBegun(IneenError):
    """A meeting that was begun a moment ago, so that its day is today."""

    sentence = "This meeting was begun a moment ago, so its day stands. Reload the page to take part."


class MeetingIsClosed(IneenError):
    """A meeting that somebody else closed a moment ago."""

    sentence = "Somebody closed this meeting a moment ago; its minutes are ready. Reload the page to read them; open it again to add something."


class SomebodyElseLeads(IneenError):
    """A meeting that another window leads by now."""

    sentence = "This meeting is led from another window by now; you follow it here. Take the chair to lead it from here."
