"""Everything Coranto raises on purpose."""

import inspect

import pytest

from coranto import errors
from coranto.errors import CorantoError, DecodeError, FormatError, InputError, NotFoundError, TooLargeError, UsageError

ALL = [cls for _, cls in inspect.getmembers(errors, inspect.isclass) if cls.__module__ == errors.__name__]


@pytest.mark.parametrize("error", ALL)
def test_one_except_catches_them_all_and_shows_the_line(error):
    with pytest.raises(CorantoError, match=r"^a\.txt: is empty$"):
        raise error("a.txt: is empty")


@pytest.mark.parametrize("error", [DecodeError, FormatError, TooLargeError])
def test_a_bad_input_can_be_told_from_a_wrong_call(error):
    assert issubclass(error, InputError)
    assert not issubclass(error, UsageError)


def test_a_missing_store_is_a_wrong_call():
    assert issubclass(NotFoundError, UsageError)


@pytest.mark.parametrize("error", ALL)
def test_the_tree_in_the_docstring_names_each(error):
    assert error.__name__ in errors.__doc__
    assert error.__doc__
