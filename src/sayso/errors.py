"""Failures a caller can act upon: one class each, all of them a `SaysoError`.

Every message says what was found, where, and how to mend it. The command line prints it
without a traceback; the pages show the same words.
"""


class SaysoError(Exception):
    """Any failure that sayso foresaw and can explain in a line."""


class AnchorError(SaysoError):
    """A text does not stand where, or as often as, it was said to stand."""


class SourceError(SaysoError):
    """A file cannot be read into a document."""


class FormatError(SaysoError):
    """A file of an exchange format is damaged, or of a version that is not known."""


class PluginError(SaysoError):
    """A hook is taken, missing, or cannot be loaded."""


class StoreError(SaysoError):
    """A project cannot be read or written."""


class ProjectBusyError(StoreError):
    """Another process writes to the project; the message names it."""


class ProjectTooNewError(StoreError):
    """The project was written by a later version of sayso than this one."""


class ProjectDamagedError(StoreError):
    """The project file is no sayso project, or its content fails verification."""


class NotFoundError(SaysoError):
    """No record has the given id."""


class UsageError(SaysoError):
    """The request contradicts itself, or names something that does not exist."""


class JobError(SaysoError):
    """A long piece of work failed or was cancelled; what it finished before stays."""


class MissingExtraError(SaysoError):
    """An optional library or program is needed; the message gives the install command."""


class EngineError(SaysoError):
    """An engine that runs functions over batches does not start, or gives up."""
