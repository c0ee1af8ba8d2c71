"""Places against LGL or GeoWebNews: `python -m bench.places DATA`.

DATA is `lgl.xml` or `GWN.xml` of the data of "A Pragmatic Guide to Geoparsing Evaluation" (Gritta, Pilehvar, Collier
2020). The figures are those of the scorer `places.py`, end to end from the raw text, with 161 km (100 miles) as near.
`literal_points` and `literal_acc161_of_all` count only the toponyms of GeoWebNews that its annotators call literal:
its metonyms, demonyms and modifiers are no places by this project's definition, yet stand in the scorer's
denominator. `words_per_second` is finding and resolving alone, without the parse.
"""

from __future__ import annotations

import json
import math
import tempfile
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

from bench.common import (
    Clock,
    find_scorer,
    make_parser,
    parse_article,
    prepare_articles,
    print_figures,
    run_bench,
    run_scorer,
    write_readings,
)
from coranto import __version__
from coranto.extract.places import find_places
from coranto.model.article import Article
from coranto.model.reading import Reading, Run
from coranto.resolve.gazetteer import resolve_places

NEAR_KM, EARTH_KM = 161.0, 6371.0
LITERAL = {"Literal", "Literal_Modifier", "Mixed", "Coercion", "Embedded_Literal"}
Point = tuple[float, float]


def read_places(article: Article, clock: Clock) -> Reading:
    """A reading with nothing but places."""
    sentences = parse_article(article)
    places = clock.measure(article, lambda: resolve_places(article, find_places(sentences)))
    return Reading(article=article, places=places, run=Run(coranto=__version__))


def iterate_literal(data: Path) -> Iterator[tuple[str, int, int, Point]]:
    """The text, span and point of each literal toponym of GeoWebNews; nothing of LGL, which marks no types."""
    for article in ET.parse(data).getroot().iter("article"):  # noqa: S314 (the benchmark's own file)
        for toponym in article.iter("toponym"):
            lat, lon = toponym.findtext("latitude"), toponym.findtext("longitude")
            if toponym.findtext("type") in LITERAL and lat and lon:
                start, end = int(toponym.findtext("start") or -1), int(toponym.findtext("end") or -1)
                yield article.findtext("text") or "", start, end, (float(lat), float(lon))


def measure_km(a: Point, b: Point) -> float:
    """Great-circle distance."""
    lat_a, lon_a, lat_b, lon_b = map(math.radians, (*a, *b))
    h = math.sin((lat_b - lat_a) / 2) ** 2 + math.cos(lat_a) * math.cos(lat_b) * math.sin((lon_b - lon_a) / 2) ** 2
    return 2 * EARTH_KM * math.asin(min(1.0, math.sqrt(h)))


def score_literal(data: Path, readings: Path) -> tuple[int, float]:
    """How many literal toponyms have a point, and the share of them that overlap a place within 161 km."""
    read = {}
    with readings.open(encoding="utf-8") as lines:
        for line in lines:
            reading = json.loads(line)
            read[reading["article"]["text"]] = reading["places"]
    points = near = 0
    for text, start, end, point in iterate_literal(data):
        points += 1
        near += any(
            place["lat"] is not None and measure_km(point, (place["lat"], place["lon"])) <= NEAR_KM
            for place in read.get(text, ())
            if place["span"]["start"] < end and start < place["span"]["end"]
        )
    return points, near / points if points else math.nan


def bench(arguments: list[str]) -> None:
    """Print the scorer's figures, those of the literal toponyms and the speed."""
    options = make_parser(__doc__, "lgl.xml or GWN.xml").parse_args(arguments)
    script = find_scorer(options.score, "places.py")
    clock = Clock()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        readings = options.readings or folder / "readings.jsonl"
        prepared = prepare_articles(script, options.data, folder)
        write_readings(prepared, lambda article: read_places(article, clock), readings)
        print(run_scorer(script, "score", options.data, readings, "--errors", str(options.errors)), end="")
        points, near = score_literal(options.data, readings)
    print_figures(literal_points=points, literal_acc161_of_all=near)
    clock.print_speed()


if __name__ == "__main__":
    run_bench("bench.places", bench)
