"""Train the tagger: `python train/fit.py TRAIN.jsonl.gz OUT.pt [--seed N] [--all]`.

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
from torch.nn import functional

from model import SIZES, Tagger, load_minilm
from scores import score_rows
from windows import HELD_OUT, ROLES, Row, Window, draw_batches, make_inputs, measure_distance, part_runs, read_rows

HEAD_SEED = 123
"""All seeds begin with the same heads, so that their weights may be averaged."""
RATE, HEAD_RATE, WARM = 1.5e-4, 1e-3, 0.1
LINK_SHARE = 0.3
RULES_HIDDEN, PARSE_HIDDEN = 0.12, 0.08
"""Chances that a window is shown without the rules' view, or without the parse: neither is to be leaned on alone."""
RULED, PARSED = ("ruled_source", "ruled_cue", "ruled_content"), ("pos", "dep")


def main() -> None:
    """Train, print the loss and the held-out scores, save the weights after each epoch."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("rows", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--minilm", type=Path, required=True, help="model.safetensors of all-MiniLM-L6-v2")
    parser.add_argument("--start", type=Path, help="weights to go on from, in place of the published ones")
    parser.add_argument("--rate", type=float, default=RATE, help="highest rate of the encoder; the heads' goes with it")
    parser.add_argument("--features", default=",".join(SIZES))
    parser.add_argument("--epochs", type=int, default=4)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--batch", type=int, default=16)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--all", action="store_true", help="hold nothing out")
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    rows = read_rows(options.rows)
    held = [] if options.all else rows[HELD_OUT - 1 :: HELD_OUT]
    names = {row.name for row in held}
    torch.manual_seed(HEAD_SEED)
    tagger = Tagger(options.features.split(","))
    load_minilm(tagger, options.minilm)
    if options.start:
        tagger.load_state_dict(torch.load(options.start)["weights"])
    torch.manual_seed(options.seed)
    fit(tagger, [row for row in rows if row.name not in names], held, options)


def fit(tagger: Tagger, rows: list[Row], held: list[Row], options: argparse.Namespace) -> None:
    """The epochs: AdamW, a rate that warms up and falls to nothing in a line, bfloat16 where it is safe."""
    draw = random.Random(options.seed)  # noqa: S311
    body = [*tagger.layers.parameters(), *tagger.places.parameters(), *tagger.norm.parameters()]
    known = {id(p) for p in body}
    heads = [p for p in tagger.parameters() if p.requires_grad and id(p) not in known]
    optimizer = torch.optim.AdamW([{"params": body}, {"params": heads}], weight_decay=0.01)
    kinds = [list(SIZES).index(name) for name in tagger.features]
    total = len(draw_batches(rows, options.batch, draw)) * options.epochs
    step, begun = 0, time.monotonic()
    for epoch in range(options.epochs):
        tagger.train()
        losses = 0.0
        for count, windows in enumerate(draw_batches(rows, options.batch, draw), 1):
            share = min(1, step / (WARM * total + 1)) * max(0, (total - step) / total)
            for group, rate in zip(optimizer.param_groups, (RATE, HEAD_RATE), strict=True):
                group["lr"] = rate * share * options.rate / RATE
            inputs = make_inputs(windows, kinds)
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
        if held:
            say(f"epoch {epoch} {score_rows(tagger, held, kinds)}")
        torch.save({"features": tagger.features, "weights": tagger.state_dict()}, options.out)


def hide(features: Tensor, names: tuple[str, ...], draw: random.Random) -> None:
    """Blank the rules' view, or the parse, in some windows."""
    for row in range(features.shape[1]):
        for group, chance in ((RULED, RULES_HIDDEN), (PARSED, PARSE_HIDDEN)):
            if draw.random() < chance:
                for name in group:
                    if name in names:
                        features[names.index(name), row] = 0


def find_loss(tagger: Tagger, inputs: dict[str, Tensor], windows: list[Window]) -> Tensor:
    """The loss of the tags a word, with a share of the links' loss a cue."""
    with torch.autocast("cpu", torch.bfloat16):
        vectors = tagger.encode(inputs)
        scores = tagger.score_tags(vectors, inputs["features"]).float()
    rows, _, words = inputs["tags"].shape
    scores = scores.view(rows, words, len(ROLES), 3).permute(0, 3, 2, 1)
    loss = functional.cross_entropy(scores, inputs["tags"], ignore_index=-1, reduction="sum") / inputs["words"].sum()
    links, cues = torch.zeros(()), 0
    for row, window in enumerate(windows):
        more, count = find_link_loss(tagger, vectors[row].float(), window)
        links, cues = links + more, cues + count
    return loss + LINK_SHARE * links / cues if cues else loss


def find_link_loss(tagger: Tagger, vectors: Tensor, window: Window) -> tuple[Tensor, int]:
    """The summed loss of a window's links, and its number of cues."""
    cues, spans = [], []
    for number, saying in enumerate(window.row.sayings):
        if saying["cue"][0] < window.first or saying["cue"][-1] >= window.last:
            continue
        cues.append((number, [w - window.first for w in saying["cue"]]))
        for role, name in enumerate(("source", "content")):
            inside = [w - window.first for w in saying[name] if window.first <= w < window.last]
            spans += [(number, role, run) for run in part_runs(inside)]
    if not cues or not spans:
        return torch.zeros(()), 0
    distances = [[measure_distance((c[0], c[-1] + 1), (s[0], s[-1] + 1)) for _, _, s in spans] for _, c in cues]
    roles = [[role for _, role, _ in spans] for _ in cues]
    scores = tagger.score_links(
        vectors, [torch.tensor(c) for _, c in cues], [torch.tensor(s) for *_, s in spans],
        torch.tensor([roles, distances]),
    )  # fmt: skip
    own = [[w - window.first for w in window.row.sayings[number]["source"]] for number, _ in cues]
    wanted = [
        [float(owner == number or (role == 0 and run == own[at])) for owner, role, run in spans]
        for at, (number, _) in enumerate(cues)
    ]
    return functional.binary_cross_entropy_with_logits(scores, torch.tensor(wanted), reduction="sum"), len(cues)


def say(line: str) -> None:
    """A line at once."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
