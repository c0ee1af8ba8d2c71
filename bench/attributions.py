"""Attributions against annotated articles: `python -m bench.attributions DATA`.

DATA is a PolNeAR folder such as `polnear/dev` (text/ and attributions/), or a folder of the project's own gold (text/
and gold/), of whose figures only those of attributions are printed. The scorers: `attributions.py` and `events.py`.
`words_per_second` is finding the drafts alone, without the parse, in processor time. `--rules`: without the learned
tagger, as where ONNX Runtime is not installed.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from bench.common import (
    Clock,
    find_scorer,
    make_parser,
    parse_article,
    prepare_articles,
    run_bench,
    run_scorer,
    write_readings,
)
from coranto import __version__
from coranto.extract.mentions import find_mentions
from coranto.extract.speech.attributions import find_attributions
from coranto.model.article import Article
from coranto.model.reading import Reading, Run
from coranto.resolve.entities import resolve_entities
from coranto.resolve.speakers import resolve_attributions
from coranto.tag.encoder import Encoder, load_encoder

SHOWN = ("attribution", "silence", "documents")


def read_attributions(article: Article, clock: Clock, encoder: Encoder | None) -> Reading:
    """A reading with nothing but entities and attributions."""
    sentences = parse_article(article)
    drafts = clock.measure(article, lambda: find_attributions(sentences, encoder))
    cast = resolve_entities(article, sentences, find_mentions(sentences))
    attributions = resolve_attributions(article, drafts, cast)
    return Reading(article=article, entities=cast.entities, attributions=attributions, run=Run(coranto=__version__))


def bench(arguments: list[str]) -> None:
    """Print the scorer's figures and the speed."""
    parser = make_parser(__doc__, "a PolNeAR folder or a folder of the project's gold")
    parser.add_argument("--rules", action="store_true", help="without the learned tagger")
    options = parser.parse_args(arguments)
    encoder = None if options.rules else load_encoder()
    own = (options.data / "gold").is_dir()
    script = find_scorer(options.score, "events.py" if own else "attributions.py")
    clock = Clock()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        readings = options.readings or folder / "readings.jsonl"
        prepared = prepare_articles(script, options.data, folder)
        write_readings(prepared, lambda article: read_attributions(article, clock, encoder), readings)
        report = run_scorer(script, "score", options.data, readings, "--errors", str(options.errors))
    for line in report.splitlines():
        if not own or line.startswith(SHOWN) or line.split()[1:2] == ["attribution"]:
            print(line)
    clock.print_speed()


if __name__ == "__main__":
    run_bench("bench.attributions", bench)
