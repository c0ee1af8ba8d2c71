"""The patterns of time expressions over word classes, each with the function that reads its meaning.

A pattern is a regular expression over the characters of `time_words.load_classes`, written with the names of the
classes in braces; a group's name tells the reading function what the word is for: m month, d day, y year, w weekday,
p part of the day, u unit, num number, rel/relu `last year` after a month, e1/e2/e3 the edge (`end of`, `early`).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from coranto.extract.timex import readers as to
from coranto.extract.timex.readings import Found, Meaning
from coranto.extract.timex.words import fill_classes

Read = Callable[[Found], Meaning | None]

EDGE = (
    "(?:{the}?(?P<e1>{edge}|{mid}){of}{the}?|{the}?(?P<e2>{early}|{late}|{mid})(?:{hyphen}|{in}{the}?)?"
    "|(?P<e3>{earlier}|{later})(?:{in}{the}?)?)"
)
MONTH = "(?P<m>{month}|{month_short}{dot}?)"
DAY = "(?P<d>{n12}|{n24}|{n31}|{zero}|{nth}|{number}{hyphen}{ordinal}|{ordinal})"
DAY_2 = "(?P<d2>{n12}|{n24}|{n31}|{zero}|{nth})"
YEAR = "(?:(?P<y>{year})|(?P<yw>{number}{number}(?:{hyphen}?{number})?))"
REL = "{of}?(?P<rel>{last}|{this}|{next}|{that}|{the}{previous}|{the}{following})(?P<relu>{unit})"
WEEKDAY = "(?P<w>{weekday}|{weekday_short}{dot}?)"
PART = "(?P<p>{part})"
NAMED = (
    "(?:(?:{the}(?={this}))?(?P<dir>{last}|{this}{past}|{this}{last}|{this}{coming}|{this}{next}|{this}|{next}|{past}|{coming})"
    "|{the}?(?P<back>{previous}|{following}|{that}))"
)
WHICH = "(?:" + NAMED + "|{the})"
NUMBER = (
    "(?P<num>{article}{few}{of}?|{few}{of}?|{article}|(?:{n12}|{n24}|{n31}|{n59}|{int}|{year})(?:{and}?{frac})?"
    "|{frac}|{dec}|(?:{article}{hundred}|{number})(?:{hyphen}?(?:{number}|{hundred})){0,9})"
)
APPROX = "(?:{approx}|{almost})?"
CLOCK = (
    "(?:(?P<t>{time}|{dec}(?={clock}))(?:{oclock}|(?P<ap>{clock}))?|(?P<h>{n12})(?:{oclock}|(?P<ap2>{clock}))"
    "|(?P<named>{hour}))(?:{zone})?"
)
ON_DAY = "{comma}?{at}?(?:" + WEEKDAY + "|(?P<today>{deictic}))"
ON_MONTH_DAY = "{comma}?{at}?(?:{weekday}{comma}?)?" + MONTH + DAY + "(?:{comma}?" + YEAR + ")?"
ON_DAY_MONTH = "{comma}?{at}?(?:{weekday}{comma}?)?" + DAY + "{of}?" + MONTH + "(?:{comma}?" + YEAR + ")?"


PATTERNS: tuple[tuple[str, str, Read], ...] = (
    ("quarter", f"{EDGE}?(?P<q>{{q}})(?:{{of}}?{{fiscal}}?{YEAR}|{REL})?", to.read_quarter),
    ("day_beyond", "{the}(?P<u>{unit})(?P<beside>{before}|{after})(?P<today>{deictic})", to.read_day_beyond),
    ("ago_half", "(?P<half>{half}){article}(?P<u>{unit})(?:{ago}|{earlier}|{later})", to.read_half_ago),
    ("date_iso", "(?P<x>{iso})", to.read_iso),
    ("date_figures", "(?P<x>{slash})", to.read_slash),
    (
        "date_range",
        (
            f"{MONTH}(?P<d>{{n12}}|{{n24}}|{{n31}}|{{nth}})(?:{{hyphen}}|{{to}}){DAY_2}(?!{{units}})(?:{{comma}}?{YEAR})?"
        ),
        to.read_date,
    ),
    (
        "date_range",
        (f"(?P<d>{{n12}}|{{n24}}|{{n31}}|{{nth}})(?:{{hyphen}}|{{to}}|{{and}}){DAY_2}{MONTH}(?:{{comma}}?{YEAR})?"),
        to.read_date,
    ),
    (
        "date_month_day",
        (
            f"(?:{{the}}{PART}{{of}})?(?:{WEEKDAY}{{comma}}?)?{MONTH}{{the}}?{DAY}(?!{{hyphen}}?{{units}}|{{clock}}|{{oclock}})"
            f"(?:{{comma}}?{YEAR}|{{comma}}?{REL})?"
        ),
        to.read_date,
    ),
    (
        "date_day_month",
        (f"(?:{{the}}{PART}{{of}})?(?:{WEEKDAY}{{comma}}?)?{{the}}?{DAY}{{of}}?{MONTH}(?:{{comma}}?{YEAR}|{REL})?"),
        to.read_date,
    ),
    (
        "month_range",
        (f"{MONTH}(?:{{hyphen}}|{{dash}}|{{stroke}})(?P<m2>{{month}})(?:{{comma}}?{{of}}?{YEAR})?"),
        to.read_month,
    ),
    ("month_year", f"{EDGE}?{MONTH}(?:(?:{{comma}}|{{of}})?{YEAR}|{REL})", to.read_month),
    ("month", f"{EDGE}?{NAMED}?(?P<m>{{month}}|{{month_short}}{{dot}})", to.read_month),
    ("season", f"{EDGE}?{WHICH}?(?P<s>{{season}})(?:{{of}}?{YEAR}|{REL})?", to.read_season),
    (
        "quarter",
        (
            f"{EDGE}?{{the}}?{{fiscal}}?(?P<o>{{ordinal}}|{{nth}}){{fiscal}}?(?P<u>{{unit}})(?:{{of}}?{{fiscal}}?{YEAR}|{REL})?"
        ),
        to.read_quarter,
    ),
    ("quarter", "(?P<o>{ordinal}|{nth}){hyphen}(?P<u>{unit})", to.read_quarter),
    ("quarter", f"{{the}}?{YEAR}{{poss}}?(?P<o>{{ordinal}}|{{nth}}){{hyphen}}?(?P<u>{{unit}})", to.read_quarter),
    (
        "quarter",
        ("(?P<rel>{this}|{last}|{next})(?P<relu>{unit}){poss}(?P<o>{ordinal}|{nth})(?P<u>{unit})"),
        to.read_quarter,
    ),
    (
        "half_year",
        f"{{the}}(?P<o>{{ordinal}}|{{last}})(?P<half>{{half}}){{of}}(?:{{the}}?{YEAR}|{REL})",
        to.read_quarter,
    ),
    (
        "year_range",
        ("(?P<y>{year})(?:{hyphen}|{stroke})(?P<to>{year}|{n12}|{n24}|{n31}|{n59}|{int}|{zero})(?!{hyphen})"),
        to.read_year,
    ),
    ("year", f"{EDGE}?(?:{{the}}(?P<yu>{{unit}}))?(?:{{fiscal}}(?:{{unit}})?)?{YEAR}", to.read_year),
    (
        "decade",
        (f"{EDGE}?{{the}}?(?:{{early}}|{{late}}|{{mid}})?{{hyphen}}?(?P<dec>{{decade}}|(?<={{the}}){{decade_word}})"),
        to.read_decade,
    ),
    (
        "century",
        (f"{EDGE}?{{the}}?(?P<o>{{ordinal}}|{{nth}}|{{number}}{{hyphen}}{{ordinal}}){{hyphen}}?(?P<u>{{unit}})"),
        to.read_century,
    ),
    (
        "weekday",
        f"(?:(?P<e2>{{early}}|{{late}}))?{NAMED}?{WEEKDAY}(?:{{poss}}?{{early}}?{PART})?",
        to.read_weekday,
    ),
    ("weekday_week", "(?P<w>{weekday}){of}?(?P<wk>{last}|{this}|{next})(?P<wu>{unit})", to.read_weekday),
    ("weekday_week", "(?P<wk>{last}|{this}|{next})(?P<wu>{unit}){poss}(?P<w>{weekday})", to.read_weekday),
    ("part", f"(?:{{early}}|{{late}}|{{mid}})?(?P<dir>{{this}}|{{last}}){PART}", to.read_day_part),
    (
        "part",
        f"{{the}}?(?P<back>{{previous}}|{{following}}|{{that}}|(?<={{the}}){{next}}){PART}",
        to.read_day_part,
    ),
    ("part", f"{{the}}{PART}(?P<beside>{{before}}|{{after}})", to.read_day_part),
    ("part", f"(?:{{the}}|{{mid}}{{hyphen}}?){PART}", to.read_day_part),
    ("deictic", f"(?:{EDGE})?(?P<today>{{deictic}})(?:{{poss}}?{PART})?", to.read_deictic),
    ("clock", f"{{about}}?{CLOCK}(?:{ON_DAY})?(?:{PART})?", to.read_clock_time),
    ("clock", f"{{about}}?{CLOCK}{ON_MONTH_DAY}", to.read_clock_time),
    ("clock", f"{{about}}?{CLOCK}{ON_DAY_MONTH}", to.read_clock_time),
    ("unit", f"{EDGE}?(?:{WHICH})?(?P<u>{{unit}}|{{weekend}})", to.read_unit),
    ("unit_beside", "{the}(?P<u>{unit})(?P<beside>{before}|{after})", to.read_ordinal_unit),
    ("unit_beside", "{the}(?P<back>{next}|{that}|{following}|{previous})(?P<u>{unit})", to.read_ordinal_unit),
    ("quarter_told", "{the}{latest}?{fiscal}?(?P<u>{unit})", to.read_quarter_told),
    ("year_ended", "{the}{fiscal}?(?P<u>{unit})(?={ended})", to.read_year_ended),
    ("year_told", "(?<=[{at}{in}]){the}{fiscal}?(?P<u>{unit})", to.read_year_told),
    ("year_told", "(?<=[{unit}{units}]{of}){the}{fiscal}?(?P<u>{unit})", to.read_year_told),
    ("year_end", "{the}?(?P<u>{unit}){hyphen}?(?P<ee>{edge})", to.read_year_end),
    (
        "day_beside",
        "(?<={month}[{n12}{n24}{n31}]{and})(?P<d>{n12}|{n24}|{n31})(?!{units}|{unit})",
        to.read_day_beside,
    ),
    (
        "day_beside",
        ("(?<={month_short}{dot}[{n12}{n24}{n31}]{and})(?P<d>{n12}|{n24}|{n31})(?!{units}|{unit})"),
        to.read_day_beside,
    ),
    (
        "year_earlier",
        (
            "{the}?(?P<u>{unit}){hyphen}(?:{earlier}|{ago})(?:{unit}|{period}|{ordinal}{unit}|(?:{number}|{n12})(?:{unit}|{units}))?"
        ),
        to.read_year_earlier,
    ),
    (
        "ago",
        (
            f"{APPROX}{{about}}?(?:{NUMBER}{{additional}}?)?(?P<u>{{unit}}|{{units}})(?P<half>{{and}}{{article}}{{half}})?"
            "(?:{and}_)?(?P<way>{ago}|{earlier}|{later}|{hence})"
        ),
        to.read_ago,
    ),
    (
        "length",
        (
            f"{APPROX}{{the}}?{NUMBER}(?P<half>{{and}}{{article}}{{half}})?{{additional}}?(?P<u>{{units}})(?!{{hyphen}}?{{old}})"
        ),
        to.read_length,
    ),
    (
        "length",
        (
            f"{APPROX}{NUMBER}{{hyphen}}?(?P<half>{{and}}{{hyphen}}?{{article}}{{hyphen}}?{{half}})?{{hyphen}}?{{additional}}?"
            "(?P<u>{unit})(?!{hyphen}?{old})"
        ),
        to.read_length,
    ),
    ("length_long", "(?:(?P<one>{unit})|(?P<u>{units})){hyphen}{long}", to.read_length_long),
    ("length", f"{APPROX}{NUMBER}(?P<u>{{unit}}|{{units}})(?P<half>{{and}}{{article}}{{half}})", to.read_length),
    (
        "length",
        APPROX + "{article}?(?P<halved>{half}){hyphen}?(?:{article}|{of}{article})?{hyphen}?(?P<u>{unit})",
        to.read_length,
    ),
    (
        "reach",
        (
            f"{{the}}(?P<side>{{last}}|{{past}}|{{next}}|{{coming}}|{{final}}|{{ordinal}}|{{previous}}|{{following}}){NUMBER}{{hyphen}}?"
            "(?P<u>{unit}|{units})(?!{hyphen}?{old})"
        ),
        to.read_reach,
    ),
    ("reach", f"(?P<side>{{past}}|{{last}}|{{next}}){NUMBER}{{hyphen}}?(?P<u>{{unit}}|{{units}})", to.read_reach),
    ("reach", "{the}(?P<side>{last}|{past}|{next}|{coming})(?P<u>{unit})", to.read_reach),
    ("vague", "(?P<u>{units})", to.read_vague),
    ("vague", "{the}(?P<u>{units})(?:{ahead}|(?={before}|{after}))", to.read_vague),
    (
        "recent",
        "{the}?(?P<recent>{recent}|{past}|{last})(?:{few})?(?P<u>{units})(?:{and}{units})?",
        to.read_recent,
    ),
    ("recent", "{the}?(?:{coming}|{next})(?P<u>{units})(?:{and}{units})?", to.read_recent),
    ("set", "{every}(?:(?P<two>{other})|" + NUMBER + ")?(?P<u>{unit}|{units})", to.read_set),
    (
        "set",
        "{every}(?:(?P<w>{weekday})(?P<p>{part})?|(?P<m>{month})|(?P<s>{season})|(?P<we>{weekend}))",
        to.read_set,
    ),
    ("set", "{every}(?P<p>{part})", to.read_set),
    ("set", "(?:{once}|" + NUMBER + "{times})(?:{article}|{per}|{every})(?P<u>{unit})", to.read_set),
    ("set", "{per}(?P<u>{unit})", to.read_set),
    ("set", "(?P<w>{weekdays})|(?P<we>{weekends})", to.read_set),
    ("set", "(?P<w>{weekday}){parts}", to.read_set),
    ("set_word", "(?P<set>{set})", to.read_word),
)


@cache
def load_patterns() -> tuple[tuple[str, re.Pattern[str], Read], ...]:
    """The patterns, compiled."""
    return tuple((name, re.compile(fill_classes(pattern)), read) for name, pattern, read in PATTERNS)
