"""The functions that read the meaning of a pattern's match; None where the words only look like a time."""

from __future__ import annotations

from typing import Any

from coranto.extract.timex.readings import (
    DECADES,
    TIMED,
    Found,
    Meaning,
    put_part,
    read_clock,
    read_number,
    read_ordinal,
    write_length,
)
from coranto.extract.timex.words import fill_classes


def _year(found: Found) -> int | None:
    if found.has("y"):
        return int(found.get("y"))
    numbers: list[int] = [n for n in found.all("yw") if isinstance(n, int)]
    if len(numbers) >= 2 and numbers[0] in (18, 19, 20) and 10 <= sum(numbers[1:]) < 100:
        return numbers[0] * 100 + sum(numbers[1:])
    return None


def _within(found: Found) -> tuple[int | None, bool]:
    """Years from the base for `last year`, `that year`; whether the base is the text's own last date."""
    if not found.has("rel"):
        return None, False
    step = next(v for v in reversed(found.all("rel")) if v is not None)
    return int(step), found.spelled("rel")[-1] in ("that", "same", "previous", "preceding", "following")


def _calendar(found: Found, rest: str) -> Meaning | None:
    """`rest` follows the year: `-05-03`, `-SU`; with the year of the text, or left open."""
    if found.has("yw") and _year(found) is None:
        return None
    if found.has("relu") and found.get("relu") != "Y":
        return None
    year = _year(found)
    if year is not None:
        meaning = Meaning("DATE", f"{year}{rest}", edge=found.edge)
    else:
        within, told = _within(found)
        direction, back = _direction(found)
        base: Any = "previous" if told or back else "published"
        meaning = Meaning(
            "DATE", f"XXXX{rest}", "calendar", base=base, direction=direction, within=within, edge=found.edge
        )
    return put_part(meaning, found.get("p"))


def _direction(found: Found) -> tuple[int | None, bool]:
    """-1, 0, 1 of `last`, `this`, `next`; whether it is counted from the text's own last date."""
    if found.has("dir"):
        return int(found.all("dir")[-1]), False
    if found.has("back"):
        return int(found.get("back")), True
    return None, False


def read_date(found: Found) -> Meaning | None:
    """A day of a month, with or without its year."""
    day, month = read_ordinal(found, "d"), found.get("m")
    if not 1 <= day <= (29 if month == 2 else 30 if month in (4, 6, 9, 11) else 31):
        return None
    if found.has("d2"):
        last = int(found.get("d2"))
        if not day < last <= 31:
            return None
        year = _year(found) or "XXXX"
        value = f"{year}-{month:02}-{day:02}/{year}-{month:02}-{last:02}"
        return Meaning("DATE", value, "value" if _year(found) else "calendar")
    return _calendar(found, f"-{month:02}-{day:02}")


def read_iso(found: Found) -> Meaning | None:
    """`2023-12-12`."""
    year, month, day = found.get("x")
    if not (1000 <= year < 2200 and 1 <= month <= 12 and 1 <= day <= 31):
        return None
    return Meaning("DATE", f"{year}-{month:02}-{day:02}")


def read_slash(found: Found) -> Meaning | None:
    """`23/12/2023`; where day and month cannot be told apart, only the year is known."""
    one, two, year = found.get("x")
    year += 0 if year > 99 else 2000 if year < 50 else 1900
    if one > 31 or two > 31 or min(one, two) > 12 or not 1000 <= year < 2200 or not one or not two:
        return None
    if one != two and max(one, two) <= 12:
        return Meaning("DATE", f"{year}-XX-XX")
    day, month = (one, two) if one > 12 else (two, one)
    return Meaning("DATE", f"{year}-{month:02}-{day:02}")


def read_month(found: Found) -> Meaning | None:
    """A month: `October 1962`, `last May`, `early June`, `February of last year`."""
    if found.has("m2"):
        year = _year(found) or "XXXX"
        value = f"{year}-{found.get('m'):02}/{year}-{found.get('m2'):02}"
        return Meaning("DATE", value, "value" if _year(found) else "calendar")
    return _calendar(found, f"-{found.get('m'):02}")


def read_season(found: Found) -> Meaning | None:
    """`last fall`, `the summer of 2014`."""
    return _calendar(found, f"-{found.get('s')}")


def read_quarter(found: Found) -> Meaning | None:
    """`the third quarter`, `Q3 2014`, `the first half of 1989`."""
    if found.has("q"):
        return _calendar(found, f"-Q{found.get('q')}")
    number, half = read_ordinal(found, "o"), found.has("half")
    if (found.get("u") != "Q" and not half) or not 1 <= number <= (2 if half else 4):
        return None
    return _calendar(found, f"-{'H' if half else 'Q'}{number}")


def read_year(found: Found) -> Meaning | None:
    """A year alone, or two with a hyphen between."""
    year = _year(found)
    if year is None or not 1000 <= year < 2200:
        return None
    if found.has("to"):
        other = int(found.get("to"))
        other += year // 100 * 100 if other < 100 else 0
        return Meaning("DATE", f"{year}/{other}") if year < other < 2200 else None
    return Meaning("DATE", str(year), edge=found.edge)


def read_decade(found: Found) -> Meaning | None:
    """`the late 1970s` (197), `the '90s` (199), `the sixties` (196)."""
    value = found.get("dec")
    if isinstance(value, int):
        return Meaning("DATE", str(DECADES[value]), edge=found.edge)
    if len(value) == 4:
        return Meaning("DATE", value[:3], edge=found.edge)
    if not (found.edge or found.match[0][0] == fill_classes("{the}") or found.word("dec")[0] in "'’‘"):
        return None
    return Meaning("DATE", f"{19 if int(value) >= 20 else 20}{value[0]}", edge=found.edge)


def read_century(found: Found) -> Meaning | None:
    """`the 21st century` (20)."""
    number = read_ordinal(found, "o")
    return (
        Meaning("DATE", f"{number - 1:02}", edge=found.edge) if found.get("u") == "CE" and 1 <= number <= 22 else None
    )


def read_weekday(found: Found) -> Meaning | None:
    """`Tuesday`, `last Tuesday`, `Friday night`, `the previous Friday`."""
    direction, back = _direction(found)
    if found.has("wk"):
        if found.get("wu") != "W":
            return None
        shift = found.get("wk")
        return Meaning(
            "DATE", f"XXXX-WXX-{found.get('w')}", "calendar", unit="W", shift=shift, direction=0, within=shift
        )
    meaning = Meaning(
        "DATE",
        f"XXXX-WXX-{found.get('w')}",
        "calendar",
        base="previous" if back else "published",
        direction=direction,
        edge=found.edge if found.edge in ("start", "end", "mid") else "",
    )
    return put_part(meaning, found.get("p"))


def read_day_part(found: Found) -> Meaning | None:
    """`last night`, `this morning`, `that evening`, `the night before`."""
    if found.has("dir"):
        step = int(found.all("dir")[-1])
        return Meaning("TIME", "", "shift", "D", step, part=found.get("p"))
    if found.has("back"):
        return Meaning("TIME", "", "shift", "D", int(found.get("back")), "previous", part=found.get("p"))
    if found.has("beside"):
        return Meaning("TIME", "", "shift", "D", int(found.get("beside")), "previous", part=found.get("p"))
    return Meaning("TIME", "", "shift", "D", 0, "near", part=found.get("p"))


def read_deictic(found: Found) -> Meaning | None:
    """`today`, `late yesterday`, `tomorrow morning`, `tonight`, `overnight`."""
    word = found.word("today")
    meaning = Meaning("DATE", "", "shift", "D", int(found.get("today")), edge=found.edge)
    if word in ("tonight", "overnight"):
        return put_part(meaning, "TNI")
    return put_part(meaning, found.get("p"))


def read_clock_time(found: Found) -> Meaning | None:
    """`7:15 p.m.`, `noon Saturday`, `5 p.m. EST Nov. 9`."""
    hour = _read_hour(found)
    if hour is None:
        return None
    if found.has("w") and not found.has("d"):
        return Meaning("TIME", f"XXXX-WXX-{found.get('w')}", "calendar", part=hour)
    if found.has("today"):
        return Meaning("TIME", "", "shift", "D", int(found.get("today")), part=hour)
    month = found.get("m")
    if month:
        day = read_ordinal(found, "d")
        meaning = _calendar(found, f"-{month:02}-{day:02}") if 1 <= day <= 31 else None
        return meaning and put_part(meaning, hour)
    return Meaning("TIME", "", "shift", "D", 0, "near", part=hour)


def _read_hour(found: Found) -> str | None:
    if not found.has("named") and found.has("ap2"):
        hour = int(found.get("h")) % 12 + (12 if found.get("ap2") == "pm" else 0)
        return f"T{hour:02}:00"
    return read_clock(found)


def read_unit(found: Found) -> Meaning | None:
    """`last week`, `this year`, `the end of the month`, `the following day`, `the weekend`."""
    unit = found.get("u")
    if unit in TIMED:
        return None
    direction, back = _direction(found)
    edge = found.edge
    if direction is None:
        if unit == "WE":
            return Meaning("DATE", "XXXX-WXX-WE", "calendar", edge=edge)
        if not edge:
            return None
        if edge in ("earlier", "later") and unit == "D":
            edge = ""
        direction, back = 0, False
    if unit == "F":
        return None
    base: Any = "previous" if back or (unit == "D" and not found.has("dir")) else "published"
    if found.has("dir") and unit == "D":
        return None
    return Meaning("DATE", "", "shift", unit, direction, base, edge=edge)


def read_ordinal_unit(found: Found) -> Meaning | None:
    """`the next day`, `the same year`, `the day before`."""
    unit = found.get("u")
    if unit in (*TIMED, "F"):
        return None
    step = found.get("beside") if found.has("beside") else found.get("back") if found.has("back") else 1
    return Meaning("DATE", "", "shift", unit, int(step), "previous")


def read_day_beyond(found: Found) -> Meaning | None:
    """`the day before yesterday`, `the day after tomorrow`."""
    if found.get("u") != "D":
        return None
    return Meaning("DATE", "", "shift", "D", int(found.get("today")) + int(found.get("beside")))


def read_half_ago(found: Found) -> Meaning | None:
    """`half an hour later`."""
    return Meaning("DURATION", write_length(0, found.get("u"), half=True))


def read_quarter_told(found: Found) -> Meaning | None:
    """`the quarter`: the one told of before."""
    return Meaning("DATE", "", "shift", "Q", 0, "previous") if found.get("u") == "Q" else None


def read_year_end(found: Found) -> Meaning | None:
    """`year-end`: the last of December."""
    if found.get("u") != "Y" or found.get("ee") != "end":
        return None
    return Meaning("DATE", "XXXX-12-31", "calendar")


def read_day_beside(found: Found) -> Meaning | None:
    """The `25` of `April 24 and 25`."""
    classes, first = found.words.classes, found.match.start()
    month = first - (3 if classes[first - 3] == fill_classes("{month}") else 4)
    return Meaning("DATE", f"XXXX-{found.words.values[month]:02}-{found.get('d'):02}", "calendar")


def read_year_told(found: Found) -> Meaning | None:
    """`a high for the year`, `the first months of the year`."""
    return Meaning("DATE", "", "shift", "Y", 0) if found.get("u") == "Y" else None


def read_year_ended(found: Found) -> Meaning | None:
    """`the year ended March 31`."""
    return Meaning("DURATION", "P1Y") if found.get("u") == "Y" else None


def read_length_long(found: Found) -> Meaning | None:
    """`day-long`, `years-long`."""
    unit = found.get("one") or found.get("u")
    return Meaning("DURATION", write_length(1 if found.has("one") else None, unit))


def read_year_earlier(found: Found) -> Meaning | None:
    """`the year-earlier quarter`, `the year-ago period`."""
    return Meaning("DATE", "", "shift", "Y", -1, "previous") if found.get("u") == "Y" else None


def read_ago(found: Found) -> Meaning | None:
    """`two weeks ago`, `three years earlier`, `days later`, `a year and a half ago`."""
    number, unit = read_number(found), found.get("u")
    word = found.word("way")
    if not found.has("num"):
        number = None
    step = int(found.get("way"))
    base: Any = "published" if word in ("ago", "hence") else "previous"
    if unit == "F" and number is not None:
        number, unit = number * 2, "W"
    if number is None or unit in TIMED:
        if base == "previous" or unit in TIMED:
            return Meaning("DURATION", write_length(number, unit))
        return Meaning("DATE", "PAST_REF" if step < 0 else "FUTURE_REF")
    if found.has("half") or number % 1 == 0.5:
        smaller = {"Y": ("M", 12), "M": ("W", 4), "W": ("D", 7), "DE": ("Y", 10)}
        if unit not in smaller:
            return None
        number += 0.5 if found.has("half") else 0
        unit, many = smaller[unit]
        number = number * many
    return Meaning("DATE", "", "shift", unit, step * int(number), base)


def read_length(found: Found) -> Meaning | None:
    """`three days`, `a 16-hour` flight, `two and a half years`, `half an hour`."""
    number = read_number(found)
    if found.has("halved"):
        return Meaning("DURATION", write_length(0, found.get("u"), half=True))
    return Meaning("DURATION", write_length(number, found.get("u"), half=found.has("half")))


def read_reach(found: Found) -> Meaning | None:
    """`the last two weeks`, `the next few days`, `the past year`."""
    number = read_number(found) if found.has("num") else 1
    unit, side = found.get("u"), found.get("side")
    if not found.has("num") and found.words.classes[found.match.end("u") - 1] == fill_classes("{units}"):
        number = None
    value = write_length(number, unit)
    if number is None or number % 1 or unit in TIMED:
        return Meaning("DURATION", value)
    if found.word("side") == "first" or found.word("side") == "final":
        return Meaning("DURATION", value)
    return Meaning("DURATION", value, "span", unit, int(number) * int(side))


def read_vague(found: Found) -> Meaning | None:
    """`for years`, `in months`: PXY, PXM."""
    return Meaning("DURATION", write_length(None, found.get("u")))


def read_recent(found: Found) -> Meaning | None:
    """`recent weeks`, `the coming months`, `the days ahead`."""
    return Meaning("DATE", "PAST_REF" if found.has("recent") else "FUTURE_REF")


def read_set(found: Found) -> Meaning | None:
    """`every day`, `each Thursday`, `twice a week`, `every two years`, `Mondays`."""
    if found.has("w"):
        return Meaning("SET", f"XXXX-WXX-{found.get('w')}{found.get('p') or ''}")
    if found.has("m"):
        return Meaning("SET", f"XXXX-{found.get('m'):02}")
    if found.has("s"):
        return Meaning("SET", f"XXXX-{found.get('s')}")
    if found.has("p"):
        return Meaning("SET", f"XXXX-XX-XX{found.get('p')}")
    if found.has("we"):
        return Meaning("SET", "XXXX-WXX-WE")
    number = read_number(found) if found.has("num") else found.get("two") or 1
    return Meaning("SET", write_length(number, found.get("u")))


def read_word(found: Found) -> Meaning | None:
    """`daily`, `annually`."""
    return Meaning("SET", str(found.get("set")))
