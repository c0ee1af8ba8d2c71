"""Tables of actors."""

import pytest

from coranto.errors import FormatError
from coranto.intake.details import Failure
from coranto.intake.registers.tsv import read_table
from coranto.model.identity import DatedCode, KnownActor

HEADER = "name\tkind\tcountry\tsector\taliases\twikidata\topensanctions\trole\tsince\tuntil"


def read(text):
    return list(read_table(enumerate(text.splitlines(), 1), "t.tsv"))


def test_rows_of_one_actor_are_its_dated_roles():
    (actor,) = read(
        f"{HEADER}\n"
        "Ada Example\tperson\tCuba\t\tA. M. Example;Ada Exemplo\tQ100\tNK-a\tinterior minister\t2008\t2012-01-31\n"
        "Ada Example\tperson\tCUB\tGOV\t\tQ100\tNK-a\tpresident\t2013-02-24\n"
    )
    assert (actor.name, actor.kind, actor.country, actor.identifiers) == (
        "Ada Example",
        "person",
        "CUB",
        {"wikidata": "Q100", "opensanctions": "NK-a"},
    )
    assert actor.aliases == ("A. M. Example", "Ada Exemplo")
    assert actor.codes == (
        DatedCode(country="CUB", sector="GOV", role="interior minister", since="2008", until="2012-01-31"),
        DatedCode(country="CUB", sector="GOV", role="president", since="2013-02-24"),
    )


@pytest.mark.parametrize(
    "text",
    [
        "\ufeffLabel,Type,QID\nAda Example,Human,http://www.wikidata.org/entity/Q100\n",
        "Name\tEntity Type\tWikidata ID\tnotes\n# a comment\n\nAda Example\tPERSON\tQ100\tany\n",
        'name;kind;wikidata\n"Ada Example";person;Q100\n',
        "id,schema,name,aliases,birth_date,countries\nQ100,Person,Ada Example,,,\n",
    ],
)
def test_headers_and_separators_are_forgiven(text):
    (actor,) = read(text)
    assert (actor.name, actor.kind, actor.identifiers["wikidata"]) == ("Ada Example", "person", "Q100")


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("\tperson", "no name"),
        ("Ada\trobot", "unknown kind 'robot'"),
        ("Ada\tperson\tAtlantis", "unknown country 'Atlantis'"),
        ("Ada\tperson\tCUB\tXYZ", "unknown sector 'XYZ'"),
        ("Ada\tperson\tCUB\t\t\tP31", "no Wikidata item"),
        ("Ada\tperson\tCUB\t\t\t\t\tpresident\tyesterday", "'yesterday' is no date"),
        ("Ada\tperson\tCUB\t\t\t\t\tpresident\t2012-13", "'2012-13' is no date"),
        ("Ada\tperson\tCUB\t\t\t\t\tpresident\t2012\t2011", "ends (2011) before it begins (2012)"),
        ("Ada\tperson\t\t\t\t\t\t\t\t\t\tmore", "12 cells"),
    ],
)
def test_a_bad_row_is_told_with_its_line_and_the_rest_goes_on(row, reason):
    failure, actor = read(f"{HEADER}\n{row}\nBen Example\n")
    assert isinstance(failure, Failure)
    assert failure.reason.startswith("t.tsv:2: ")
    assert reason in failure.reason
    assert isinstance(actor, KnownActor)
    assert actor.kind is None


def test_a_table_without_names_is_none():
    with pytest.raises(FormatError, match="no column `name`"):
        read("country\tsector\nCUB\tGOV\n")


def test_the_country_of_several_is_not_chosen():
    (actor,) = read("name\tcountry\nAda Example\tCUB;ESP\n")
    assert (actor.country, actor.countries) == (None, ("CUB", "ESP"))
