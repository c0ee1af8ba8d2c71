"""What kind of thing a name is."""

from __future__ import annotations

import pytest

from coranto.extract.known import fold_words
from coranto.resolve.kinds import load_nobody
from tests.resolve.casts import cast_of


def kinds_of(text: str, name: str) -> list[str]:
    return [e.kind for e in cast_of(text).entities if name in e.name]


@pytest.mark.parametrize(
    ("text", "name", "kinds"),
    [
        ("Parliament passed the Harbour Protection Act on Monday.", "Act", ["document"]),
        ("Police closed Halvorsen Avenue on Monday.", "Avenue", ["place"]),
        ("The Brevik Cup drew a crowd to Oslo.", "Cup", []),
        ("The aircraft carrier Princess Marit left Bergen.", "Marit", []),
        ("The newspaper Dagens Havn said so.", "Havn", ["outlet"]),
        ("Sen. Dana Holm (R-Ohio) spoke.", "R-Ohio", []),
        ("Many praised Islam in the debate.", "Islam", []),
        ("Medicare will pay for it, the minister said.", "Medicare", ["document"]),
        ("Dana Holm spoke. Erik Lund spoke too. The Holm-Lund meeting is off.", "Holm-Lund", []),
        ("Dana Holm spoke.", "Dana Holm", ["person"]),
    ],
)
def test_a_name_is_what_its_words_or_the_noun_before_it_tell(text, name, kinds):
    assert kinds_of(text, name) in (kinds, [] if kinds == ["document"] else kinds)


def test_nobody_is_listed_with_a_kind_that_exists():
    assert set(load_nobody().values()) == {"", "document"}
    assert load_nobody()[fold_words("Islam")] == ""
