"""What can go wrong with the store: its file, its folder, its place on the disk."""

from integration.errors import IneenError


class StoreUnusable(IneenError):
    """The store cannot be opened; said at start, exit code 2."""

    sentence = "The store {path} cannot be opened: {reason}."


class StoreLocked(StoreUnusable):
    """Another process holds the file."""

    sentence = "The store {path} is in use by another process (is the app running?); stop it first, or use another file."
    again = True


class StoreNotOurs(StoreUnusable):
    """The file is something else than an Ineen store."""

    sentence = "The file {path} is not an Ineen store; it was left as it is. Choose another file with INTEGRATION_STORE."


class FileNotShared(StoreUnusable):
    """Several processes are asked for, and the store is a file, which one alone can hold."""

    sentence = "The store {path} is a file, which one process alone can hold. Set INTEGRATION_STORE to postgresql://…, or start with --workers 1."


class StoreTooNew(StoreUnusable):
    """The store was written by a newer Ineen."""

    sentence = "The store {path} is of version {found}, newer than this program knows ({known}); install a newer Ineen."


class StoreFolderMissing(StoreUnusable):
    """The folder of the store does not exist, so the path is probably mistyped."""

    sentence = "There is no folder {folder} for the store {path}; make it, or correct INTEGRATION_STORE."


class SecretUnusable(StoreUnusable):
    """The secret that seals cookies and links cannot be read or made beside the store."""

    sentence = "The secret {path} cannot be read or made ({reason}); give its folder to the user that runs Ineen, or set INTEGRATION_SECRET."


class SecretMissing(StoreUnusable):
    """Servers that share a store seal with one secret."""

    sentence = "The store {path} is shared by several servers, so set INTEGRATION_SECRET, to the same long random text on each of them."


class StoreAltered(StoreUnusable):
    """The store was made by another form of a migration than this program has."""

    sentence = "The store {path} was made by another form of {file} than this program has; use the program that made it, or restore a backup."


class MigrationFailed(StoreUnusable):
    """A store could not be brought to this version."""

    sentence = "The store {path} was left as it was: {file} cannot be applied to it ({reason})."


class StoreTailLost(StoreUnusable):
    """The store ends before the newest change that was acknowledged."""

    sentence = (
        "The store {path} misses {missing} changes: it ends at {since}, and was last saved at {last}."
        " Put a backup back (python -m integration restore FILE), or start once with --accept-loss to go on without them."
    )


class StoreOther(StoreUnusable):
    """The store holds other changes than those that were acknowledged."""

    sentence = (
        "The store {path} is not the one that was in use here: its change {number} is another than the one saved at {last}."
        " Put the right one back (python -m integration restore FILE), or start once with --accept-loss to go on with this one."
    )


class StoreEventsLost(StoreUnusable):
    """Every change is there, and the newest sign-ins, openings or downloads are not."""

    sentence = (
        "The store {path} misses the newest sign-ins, openings of links or answers to the Mirror; all other saved work is in it."
        " Put a backup back (python -m integration restore FILE), or start once with --accept-loss to go on without them."
    )


class StoreUnmarked(StoreUnusable):
    """The file that says which change is the newest is not there."""

    sentence = (
        "Beside the store {path} there is no readable {path}.mark, so nobody can say whether its newest changes are in it."
        " Copy both files, put a backup back (python -m integration restore FILE), or start once with --accept-loss."
    )


class StoreGone(StoreUnusable):
    """There was a store, and its file is not there."""

    sentence = (
        "The store {path}, which held {number} changes, is gone. Put it or a backup back (python -m integration restore FILE),"
        " or start once with --accept-loss to begin with an empty one."
    )


class BackupUnsound(StoreUnusable):
    """A backup that is not what it should be."""

    sentence = "{path} is no sound backup: {reason}."


class BackupOlder(StoreUnusable):
    """A backup would replace a store that holds more than it does."""

    sentence = "Nothing was changed: the store {path} holds {more} more changes than {file}. With --force it is replaced, and kept aside."


class BackupShared(StoreUnusable):
    """A backup is put back over a file, and the store is none."""

    sentence = "Nothing was changed: the store {path} is shared by several servers. Put a backup of the database back with PostgreSQL's own means."


class BackupOther(StoreUnusable):
    """A backup is of another store than the one it would replace."""

    sentence = "Nothing was changed: {file} is of another store than {path}. With --force it is replaced, and kept aside."


class DatabaseUnreachable(StoreUnusable):
    """The database that several servers share cannot be opened."""

    sentence = "The database {path} cannot be used: {reason}. Correct INTEGRATION_STORE, or start the database."


class DatabaseSilent(DatabaseUnreachable):
    """The database that several servers share does not answer; a later start may find it there."""


class CopyBehind(StoreUnusable):
    """The truth holds less than the copy that was made of it."""

    sentence = "The database {path} holds less than it did: it was put back to an earlier state. This server starts anew with what is there."


class NotStored(IneenError):
    """The store could not take a save; what was typed stays where it is."""


class StoreChanged(NotStored):
    """The store under the running app is not the file it opened."""

    sentence = (
        "Nothing is saved any more: the file of the store was moved, replaced or changed by another program."
        " Copy what you wrote, and tell the operator of this server."
    )


class StoreFull(NotStored):
    """The disk has no room for a save."""

    sentence = "This was not saved: the disk of the server is full. Copy what you wrote, tell the operator of this server, and try again later."
    again = True


class StoreAway(NotStored):
    """The store failed while it was asked, and was opened anew."""

    sentence = "The store failed and was opened anew. What you were saving just now may not be saved: look, and try again. What was saved before is there."
    again = True


class StoreElsewhere(NotStored):
    """The database that several servers share does not answer."""

    sentence = "This was not saved: the database does not answer. What you wrote is still here; reading goes on. Try again in a moment."
    again = True


class StoreRenewed(StoreElsewhere):
    """A server with a newer program brought the shared store to its version, and this one still runs the program of before."""

    sentence = "This was not saved: Ineen is being renewed. What you wrote is still here; reading goes on. Try again in a moment."


class SaveUnclear(NotStored):
    """The database was lost while it stored something, and nobody could look whether it did."""

    sentence = "The database was lost while this was being saved, so it may be saved or not. Look before you save it again."
    again = True


class StoreMissing(IneenError):
    """There is no file where the settings say."""

    sentence = "There is no store at {path} yet; the app makes one when it starts."


class StoreNotEmpty(IneenError):
    """A demo is only loaded into a store that nobody wrote in."""

    sentence = "The store {path} is not empty, and a demo never goes over real work; choose another file with INTEGRATION_STORE."


class CopyNeedsBoth(StoreUnusable):
    """A copy goes from a file into a database or back."""

    sentence = "Name a store file and a database (postgresql://…), in the order from, to; for a copy of a file use backup and restore."


class CopyThere(StoreUnusable):
    """A copy is put over nothing."""

    sentence = "There is a file {path} already; nothing was copied. Name another one."


class FolderThere(StoreUnusable):
    """What is taken along is put over nothing."""

    sentence = "The folder {path} holds something already; nothing was written. Name a new one."


class CopyDiffers(StoreUnusable):
    """A copy does not hold what its source holds."""

    sentence = "The copy in {path} differs from its source ({tables}), which was left as it is. Do not use the copy; was somebody saving meanwhile?"
