"""Everything Coranto raises on purpose.

    CorantoError
    ├── UsageError            the call was wrong (exit status 2)
    │   ├── ConfigError       coranto.toml cannot be used
    │   └── NotFoundError     no such article, store or file
    ├── InputError            one input cannot be read; the rest goes on
    │   ├── DecodeError       its bytes are no text
    │   ├── FormatError       it is not what its name says
    │   └── TooLargeError     it passes the limits of `config.Limits`
    ├── StoreError            the database cannot be used
    └── ModelError            the language model is missing or not the one expected

Every message is one line that names the file or the value, and says how to mend it.
"""

from __future__ import annotations


class CorantoError(Exception):
    """The root of the tree; `str(error)` is the line a user sees."""


class UsageError(CorantoError):
    """The call was wrong."""


class ConfigError(UsageError):
    """The settings file cannot be used."""


class NotFoundError(UsageError):
    """Nothing of that name is there."""


class InputError(CorantoError):
    """One input cannot be read; the others are not touched by it."""


class DecodeError(InputError):
    """The bytes are no text in any encoding tried."""


class FormatError(InputError):
    """The content is not of the format that its name promises."""


class TooLargeError(InputError):
    """The input passes a limit."""


class StoreError(CorantoError):
    """The store cannot be opened, read or written."""


class ModelError(CorantoError):
    """The language model is missing, or its weights are not the expected ones."""
