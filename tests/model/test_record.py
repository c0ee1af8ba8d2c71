"""The models, docs/record.schema.json and docs/record.md say the same."""

import importlib.util
import json
import re
from pathlib import Path

import pytest
from pydantic import ValidationError

from coranto.model.reading import Reading
from tests.samples import make_sample, read_sample

ROOT = Path(__file__).parents[2]


def load_tool():
    spec = importlib.util.spec_from_file_location("build_schema", ROOT / "tools" / "build_schema.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


TOOL = load_tool()
MODELS = list(TOOL.list_models())


def read_tables():
    """{model: {field: type}} as docs/record.md has them."""
    tables = {}
    for section in re.split(r"^## ", (ROOT / "docs" / "record.md").read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
        rows = re.findall(r"^\| `(\w+)` \| (.+?) \| (.+) \|$", section, flags=re.MULTILINE)
        tables[section.split("\n")[0]] = {name: (kind, meaning) for name, kind, meaning in rows}
    return tables


def test_the_schema_file_is_the_one_generated():
    assert TOOL.FILE.read_text(encoding="utf-8") == TOOL.build_schema()


def test_the_reference_has_each_model_and_no_other():
    assert set(read_tables()) == {model.__name__ for model in MODELS}


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_the_reference_has_each_field_with_its_type(model):
    table = read_tables()[model.__name__]
    assert {name: kind for name, (kind, _) in table.items()} == {
        name: TOOL.describe_type(field.annotation) for name, field in model.model_fields.items()
    }
    assert all(meaning.strip() for _, meaning in table.values())


def test_every_field_is_written_and_comes_back():
    reading = read_sample(make_sample())
    content = json.loads(reading.model_dump_json())
    schema = json.loads(TOOL.build_schema())
    assert list(content) == list(schema["required"])
    assert Reading.model_validate(content) == reading


def test_a_field_that_is_not_known_is_refused():
    content = json.loads(read_sample(make_sample()).model_dump_json())
    with pytest.raises(ValidationError, match="extra"):
        Reading.model_validate(content | {"verdict": "true"})
