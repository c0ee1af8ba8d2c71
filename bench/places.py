"""Places against LGL or GeoWebNews: `python -m bench.places FILE.xml [LIMIT]`.

The data: `lgl.xml` and `GWN.xml` of "A Pragmatic Guide to Geoparsing Evaluation" (Gritta, Pilehvar, Collier 2020).
From the raw text to `places`: a toponym is detected when a place's span overlaps it (one to one), and right within
161 km (100 miles). GeoWebNews' types Literal_Expression, Non_Lit_Expression and Non_Toponym are no toponyms;
`literal` leaves out its metonyms and modifiers too, which are no places by this project's definition.
"""

from __future__ import annotations

import math
import re
import sys
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from coranto.extract.places import find_places
from coranto.intake.articles import make_article
from coranto.model.block import Block
from coranto.model.values import Place
from coranto.parse.sentences import parse_blocks
from coranto.resolve.gazetteer import resolve_places

NEAR_KM, EARTH_KM = 161.0, 6371.0
NO_TOPONYMS = {"Literal_Expression", "Non_Lit_Expression", "Non_Toponym"}
LITERAL = {None, "Literal", "Literal_Modifier", "Mixed", "Coercion", "Embedded_Literal"}
Gold = dict[tuple[int, int], tuple[tuple[float, float] | None, bool]]


def load(path: Path) -> Iterator[tuple[str, Gold]]:
    """Each article's text, with its toponyms' spans, points and whether they are literal."""
    for article in ET.parse(path).getroot().iter("article"):  # noqa: S314 (the benchmark's own file)
        text = article.findtext("text") or ""
        gold: Gold = {}
        for toponym in article.iter("toponym"):
            kind = toponym.findtext("type")
            span = find_span(toponym, text)
            if span and kind not in NO_TOPONYMS and not gold.get(span, (None,))[0]:
                gold[span] = find_point(toponym), kind in LITERAL
        yield text, gold


def find_span(toponym: ET.Element, text: str) -> tuple[int, int] | None:
    """The toponym's span, moved to where its phrase is when the offsets are off."""
    phrase = next((p for tag in ("phrase", "extractedName", "name") if (p := toponym.findtext(tag))), "")
    start = int(toponym.findtext("start") or -1)
    for shift in sorted(range(-20, 21), key=abs):
        if phrase and start + shift >= 0 and text.startswith(phrase, start + shift):
            return start + shift, start + shift + len(phrase)
    return None


def find_point(toponym: ET.Element) -> tuple[float, float] | None:
    """Latitude and longitude, where given."""
    lat = toponym.findtext(".//lat") or toponym.findtext("latitude")
    lon = toponym.findtext(".//lon") or toponym.findtext("longitude")
    return (float(lat), float(lon)) if lat and lon and lat.strip() and lon.strip() else None


def read_places(text: str) -> tuple[Place, ...]:
    """The places of a text, its lines as paragraphs."""
    lines = [(m.start(), m.end()) for m in re.finditer(r"[^\n]+", text)]
    blocks = [Block(text[a:b], range(a, b), range(a + 1, b + 1)) for a, b in lines]
    return resolve_places(make_article(text), find_places(parse_blocks(blocks, text)))


def measure_km(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Great-circle distance."""
    lat_a, lon_a, lat_b, lon_b = map(math.radians, (*a, *b))
    h = math.sin((lat_b - lat_a) / 2) ** 2 + math.cos(lat_a) * math.cos(lat_b) * math.sin((lon_b - lon_a) / 2) ** 2
    return 2 * EARTH_KM * math.asin(min(1.0, math.sqrt(h)))


def main() -> None:
    """Print each figure, then the command."""
    path, limit = Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else None
    tally: Counter[str] = Counter()
    for number, (text, gold) in enumerate(load(path)):
        if number == limit:
            break
        found = {(p.span.start, p.span.end): p for p in read_places(text)}
        tally["predicted"] += len(found)
        free = dict(found)
        for (start, end), (point, literal) in sorted(gold.items()):
            names = ["", "literal_"] if literal else [""]
            for name in names:
                tally[name + "toponyms"] += 1
                tally[name + "points"] += point is not None
            same = max(
                (s for s in free if s[0] < end and start < s[1]),
                key=lambda s: (min(end, s[1]) - max(start, s[0]), -s[0]),
                default=None,
            )
            if same is None:
                continue
            place = free.pop(same)
            located = place.lat is not None and place.lon is not None and point is not None
            near = located and measure_km(point or (0, 0), (place.lat or 0, place.lon or 0)) <= NEAR_KM
            for name in names:
                tally[name + "detected"] += 1
                tally[name + "detected_points"] += point is not None
                tally[name + "located"] += located
                tally[name + "near"] += near
    print(f"toponyms {tally['toponyms']}")
    print(f"predicted {tally['predicted']}")
    print(f"detection_p {tally['detected'] / max(1, tally['predicted']):.4f}")
    for name in ("", "literal_"):
        print(f"{name}detection_r {tally[name + 'detected'] / max(1, tally[name + 'toponyms']):.4f}")
        print(f"{name}located {tally[name + 'located'] / max(1, tally[name + 'detected_points']):.4f}")
        print(f"{name}acc161_of_all {tally[name + 'near'] / max(1, tally[name + 'points']):.4f}")
        print(f"{name}acc161_of_detected {tally[name + 'near'] / max(1, tally[name + 'detected_points']):.4f}")
    print(f"# python -m bench.places {path.name}" + (f" {limit}" if limit else ""))


if __name__ == "__main__":
    main()
