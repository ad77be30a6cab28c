"""What can go wrong with a file that somebody brings: each says what to do, and nothing was stored."""

from integration.errors import IneenError


class FileUnreadable(IneenError):
    """A file cannot be read as a plan."""

    sentence = "This file cannot be read as a plan. Save it as XLSX, CSV or Microsoft Project XML and bring that."


class FileMissing(FileUnreadable):
    """There is no such file."""

    sentence = "There is no file {name}. Check its name and folder."


class FileEmpty(FileUnreadable):
    """A file without anything in it."""

    sentence = "There is nothing in this file. Bring the one with the plan in it."


class FileTooLarge(FileUnreadable):
    """A file with more bytes than is taken."""

    sentence = "This file is larger than {limit} MB, or grows beyond all measure when it is unpacked. Bring only the sheet with the plan."


class FileTooLong(FileUnreadable):
    """A file with more rows or columns than is taken."""

    sentence = "This file has more than {rows} rows or {columns} columns. Bring only the part with the plan, or split it."


class FileTooSlow(FileUnreadable):
    """A file that takes more time or memory than anybody gets."""

    sentence = "Reading this file takes more time or memory than it may. Bring only the sheet with the plan, saved anew as XLSX or CSV."


class FileDamaged(FileUnreadable):
    """A file that is cut off or broken."""

    sentence = "This file is damaged or cut off. Open it where it was made, save it anew, and bring that."


class FileLocked(FileUnreadable):
    """A file that opens with a password alone."""

    sentence = "This file is protected by a password. Save it without one and bring that."


class FileNotPlan(FileUnreadable):
    """A file that is something else: a picture, a letter, a program; `what` is the short name of its kind."""

    sentence = "This is no plan but a file of the kind {what}. Bring a spreadsheet, CSV, Microsoft Project XML, GanttProject, Primavera XER, or a calendar."


class FileUnsafe(FileUnreadable):
    """XML that fetches or multiplies what does not stand in it."""

    sentence = "This file refers to what does not stand in it (entities), and is not opened for that. Save it anew as XLSX or CSV."


class FileOfProject(FileUnreadable):
    """A file of Microsoft Project or Primavera in its own form."""

    sentence = "A {kind} file is not read here. In Microsoft Project: save as XML, and bring that."


class FileOfProjectLibre(FileUnreadable):
    """A file of ProjectLibre in Java's own form."""

    sentence = "A .pod file of this kind is not read here. Open it in ProjectLibre and export it as Microsoft Project XML."


class FileWithoutTable(FileUnreadable):
    """A file in which no row looks like the names of columns."""

    sentence = "No row with the names of columns was found. Give the columns names, such as Activity, Domain, Start, End, and bring the file again."


class AnswersUnreadable(FileUnreadable):
    """A file with answers or a mapping that is not in its form."""

    sentence = "{name} is no JSON object of names and values. Write it as in docs/import.md."


class FileBusy(FileUnreadable):
    """Somebody brings a second file while their first is read."""

    sentence = "Another file of yours is being read. Wait for it, and bring this one again."
    again = True


class FileChanged(FileUnreadable):
    """The plan or the file is not what was proposed any more."""

    sentence = "The plan was changed since this was proposed. Look at the proposal anew, and apply it then."
    again = True
