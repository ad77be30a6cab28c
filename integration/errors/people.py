"""What can go wrong with people and organisations that are mended: merged, removed, or named like others."""

from integration.errors import IneenError, NameInUse


class PersonNameInUse(NameInUse):
    """Somebody else is called so already."""

    sentence = "There is somebody called “{name}” already. Use that one, or say that yours is somebody else."


class MergeRefused(IneenError):
    """What would go into another has a history that stays its own."""

    sentence = "“{name}” did things that stay its own (answers to the Mirror, or what somebody saved). Merge “{other}” into “{name}” instead."


class MergeLeavesOne(IneenError):
    """A partnership would be left with one partner."""

    sentence = "{code} would be left with one partner: both are partners of it. Give it another partner first."


class HangsOn(IneenError):
    """What is to be removed is named somewhere, or did something."""

    sentence = "“{name}” cannot be removed: something hangs on it. Merge it into another, or take it out of what names it first."
