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


class StoreTooNew(StoreUnusable):
    """The store was written by a newer Ineen."""

    sentence = "The store {path} is of version {found}, newer than this program knows ({known}); install a newer Ineen."


class StoreFolderMissing(StoreUnusable):
    """The folder of the store does not exist, so the path is probably mistyped."""

    sentence = "There is no folder {folder} for the store {path}; make it, or correct INTEGRATION_STORE."


class StoreAltered(StoreUnusable):
    """The store was made by another form of a migration than this program has."""

    sentence = "The store {path} was made by another form of {file} than this program has; use the program that made it, or restore a backup."


class MigrationFailed(StoreUnusable):
    """A store could not be brought to this version."""

    sentence = "The store {path} was left as it was: {file} cannot be applied to it ({reason})."


class StoreMissing(IneenError):
    """There is no file where the settings say."""

    sentence = "There is no store at {path} yet; the app makes one when it starts."


class StoreNotEmpty(IneenError):
    """A demo is only loaded into a store that nobody wrote in."""

    sentence = "The store {path} is not empty, and a demo never goes over real work; choose another file with INTEGRATION_STORE."
