"""Sectors that the words of a body's name tell, where no list knows the body: `Andina Futura Ltd`, `Brevik Times`."""

from __future__ import annotations

NAME_WORDS = {
    **dict.fromkeys(
        "inc corp corporation ltd llc co company plc holdings gmbh bank airlines airways motors technologies "
        "technology pharmaceuticals pharma mart stores hotel hotels energy oil petroleum industries electronics "
        "entertainment studios restaurant cafe partners capital ventures investments securities insurance mining "
        "steel foods brands systems software labs enterprises shipping shipyard logistics aerospace consulting "
        "consultancy bulk".split(),
        "BUS",
    ),
    **dict.fromkeys(
        "times post herald tribune gazette news daily journal chronicle radio tv television magazine observer weekly "
        "newscast broadcasting".split(),
        "JRN",
    ),
    **dict.fromkeys("hospital clinic ambulance".split(), "MED"),
    **dict.fromkeys("court courts circuit tribunal".split(), "JUD"),
    **dict.fromkeys("church mosque diocese archdiocese ministries synagogue".split(), "REL"),
    **dict.fromkeys("university college school academy institute institution endowment faculty".split(), "EDU"),
    **dict.fromkeys(
        "foundation coalition network watch initiative society project campaign rights association charity".split(),
        "SOC",
    ),
    **dict.fromkeys(
        "ministry directorate embassy consulate secretariat municipality customs".split(),
        "GOV",
    ),
    **dict.fromkeys("battalion brigade regiment squadron fleet flotilla navy army".split(), "MIL"),
    **dict.fromkeys("police constabulary gendarmerie".split(), "COP"),
    **dict.fromkeys("parliament".split(), "LEG"),
}
"""Words of the names of bodies that tell a sector."""
FIELDS = frozenset("strategic security policy studies peace defense defence interest research".split())
CAUSES = frozenset({"for", "against"})
AGENCIES = frozenset(
    "office department ministry agency court board bureau commission tribunal minister secretary authority fund".split()
)
"""First words of the names of public bodies that are for something: `Office for Budget Responsibility`."""
CENTRES = frozenset({"center", "centre"})


def read_sector(words: tuple[str, ...]) -> str | None:
    """The sector that a word of a body's name tells, the last first; a centre of policy is a place of study."""
    if len(words) < 2:
        return None
    for word in reversed(words):
        if word in NAME_WORDS:
            return NAME_WORDS[word]
        if word in CENTRES and FIELDS.intersection(words):
            return "EDU"
    if CAUSES.intersection(words[1:-1]) and words[0] not in AGENCIES:
        return "SOC"
    return None
