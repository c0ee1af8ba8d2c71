import re

import pytest

from coranto.resources import find_resource, hash_lexicons, list_resources, read_tsv, read_yaml

FOLDERS = sorted(hash_lexicons())
TABLES = [name for folder in FOLDERS for name in list_resources(folder, ".tsv")]
LISTS = [name for folder in FOLDERS for name in list_resources(folder, ".yaml")]


@pytest.mark.parametrize("name", TABLES)
def test_a_table_names_its_source_and_has_whole_rows(name):
    assert find_resource(name).read_text(encoding="utf-8").startswith("# source:")
    rows = read_tsv(name)
    assert rows
    assert all(None not in row for row in rows)


@pytest.mark.parametrize("name", LISTS)
def test_a_list_names_its_source(name):
    assert read_yaml(name)["source"]


def test_every_folder_has_a_stamp():
    assert FOLDERS
    assert all(re.fullmatch("[0-9a-f]{12}", stamp) for stamp in hash_lexicons().values())
