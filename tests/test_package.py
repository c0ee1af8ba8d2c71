import subprocess
import sys

import pytest

import coranto


@pytest.mark.parametrize("name", coranto.__all__)
def test_every_public_name_is_there(name):
    assert getattr(coranto, name) is not None


def test_a_name_that_is_not_there_is_an_error():
    with pytest.raises(AttributeError, match="has no attribute 'nonsense'"):
        _ = coranto.nonsense


def test_importing_the_package_imports_little():
    code = "import sys, coranto; print(sorted({'spacy', 'pydantic', 'typer', 'sqlite3'} & set(sys.modules)))"
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert result.stdout == "[]\n"
