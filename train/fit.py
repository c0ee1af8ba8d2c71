"""Train the tagger: `python train/fit.py OUT.pt --rows TRAIN.jsonl.gz --events EVENTS.jsonl.gz [--seed N] [--all]`.

Without --all every eighth article is held out, and its scores are printed after each epoch: choose by them.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from pathlib import Path

import torch
from torch import Tensor, nn

from losses import find_event_loss, find_saying_loss
from model import Tagger, load_minilm
from rows import HELD_OUT, Row, part_rows, read_rows
from scores import score_events, score_rows
from windows import Shown, draw_batches, make_inputs

HEAD_SEED = 123
"""All seeds begin with the same heads, so that their weights may be averaged."""
RATE, HEAD_RATE, WARM = 1.5e-4, 1e-3, 0.1
EVENT_SHARE = 0.3
RULES_HIDDEN, PARSE_HIDDEN = 0.12, 0.08
"""Chances that a window is shown without the rules' view, or without the parse: neither is to be leaned on alone."""
PARTS = 5
RULED, PARSED = ("ruled_source", "ruled_cue", "ruled_content"), ("pos", "dep")


def main() -> None:
    """Train, print the loss and the held-out scores, save the weights after each epoch."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--rows", type=Path, help="what prepare.py wrote")
    parser.add_argument("--events", type=Path, help="what prepare_events.py wrote")
    parser.add_argument("--times", type=int, default=2, help="how often an epoch shows the rows of events")
    parser.add_argument("--part", type=int, help="hold out this fifth of the events' rows")
    parser.add_argument("--minilm", type=Path, required=True, help="model.safetensors of all-MiniLM-L6-v2")
    parser.add_argument("--start", type=Path, help="weights to go on from, in place of the published ones")
    parser.add_argument("--rate", type=float, default=RATE, help="highest rate of the encoder; the heads' goes with it")
    parser.add_argument("--epochs", type=int, default=4)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--batch", type=int, default=16)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--all", action="store_true", help="hold nothing out")
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    rows = read_rows(options.rows) if options.rows else []
    events = read_rows(options.events) if options.events else []
    held = [] if options.all else rows[HELD_OUT - 1 :: HELD_OUT]
    aside = [] if options.part is None else part_rows(events, options.part, PARTS)
    names = {row.name for row in (*held, *aside)}
    torch.manual_seed(HEAD_SEED)
    tagger = Tagger()
    load_minilm(tagger, options.minilm)
    if options.start:
        tagger.load_state_dict(torch.load(options.start)["weights"], strict=False)
    torch.manual_seed(options.seed)
    shown = [row for row in (*rows, *events * options.times) if row.name not in names]
    fit(tagger, shown, (held, aside), options)


def fit(tagger: Tagger, rows: list[Row], held: tuple[list[Row], list[Row]], options: argparse.Namespace) -> None:
    """The epochs: AdamW, a rate that warms up and falls to nothing in a line, bfloat16 where it is safe."""
    draw = random.Random(options.seed)  # noqa: S311
    body = [*tagger.layers.parameters(), *tagger.places.parameters(), *tagger.norm.parameters()]
    known = {id(p) for p in body}
    heads = [p for p in tagger.parameters() if p.requires_grad and id(p) not in known]
    optimizer = torch.optim.AdamW([{"params": body}, {"params": heads}], weight_decay=0.01)
    total = len(draw_batches(rows, options.batch, draw)) * options.epochs
    step, begun = 0, time.monotonic()
    for epoch in range(options.epochs):
        tagger.train()
        losses = 0.0
        for count, windows in enumerate(draw_batches(rows, options.batch, draw), 1):
            share = min(1, step / (WARM * total + 1)) * max(0, (total - step) / total)
            for group, rate in zip(optimizer.param_groups, (RATE, HEAD_RATE), strict=True):
                group["lr"] = rate * share * options.rate / RATE
            inputs = make_inputs(windows)
            hide(inputs["features"], tagger.features, draw)
            loss = find_loss(tagger, inputs, windows)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(tagger.parameters(), 1.0)
            optimizer.step()
            step += 1
            losses += float(loss.detach())
            if step % 100 == 0:
                say(f"epoch {epoch} step {step} of {total} loss {losses / count:.3f} {time.monotonic() - begun:.0f} s")
        for score, aside in zip((score_rows, score_events), held, strict=True):
            if aside:
                say(f"epoch {epoch} {score(tagger, aside)}")
        torch.save({"features": tagger.features, "weights": tagger.state_dict()}, options.out)


def hide(features: Tensor, names: tuple[str, ...], draw: random.Random) -> None:
    """Blank the rules' view, or the parse, in some windows."""
    for row in range(features.shape[1]):
        for group, chance in ((RULED, RULES_HIDDEN), (PARSED, PARSE_HIDDEN)):
            if draw.random() < chance:
                for name in group:
                    if name in names:
                        features[names.index(name), row] = 0


def find_loss(tagger: Tagger, inputs: dict[str, Tensor], shown: list[Shown]) -> Tensor:
    """The loss of a batch: that of attributions and that of events, as far as its rows are marked with them."""
    with torch.autocast("cpu", torch.bfloat16):
        vectors = tagger.encode(inputs)
        loss = find_saying_loss(tagger, vectors, inputs, shown)
        if any(one.row.events or one.row.every_event or one.row.pair for one in shown):
            loss = loss + EVENT_SHARE * find_event_loss(tagger, vectors, inputs, shown)
    return loss


def say(line: str) -> None:
    """A line at once."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
