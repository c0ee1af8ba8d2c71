"""What a batch costs: tags and links of attributions; triggers, parties and types of events."""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor
from torch.nn import functional

from coranto.tag.features import DEP_NUMBER, POS_NUMBER
from coranto.tag.links import measure_distance
from model import Tagger
from rows import ROLES, Pair, Told, part_runs
from windows import Shown

LINK_SHARE, PARTY_SHARE, TYPE_SHARE = 0.3, 0.3, 0.5
TRIGGER_WEIGHT = 2.0
"""A word that tells of an event weighs so many times one that does not: one in forty does."""
HEADS = frozenset(POS_NUMBER[name] for name in ("NOUN", "PROPN", "PRON", "ADJ", "NUM"))
PARTS = DEP_NUMBER["compound"]


def find_saying_loss(tagger: Tagger, vectors: Tensor, inputs: dict[str, Tensor], shown: Sequence[Shown]) -> Tensor:
    """The loss of the tags a word, with a share of the links' loss a cue; nothing of rows without attributions."""
    scores = tagger.score_tags(vectors, inputs["features"]).float()
    rows, _, words = inputs["tags"].shape
    scores = scores.view(rows, words, len(ROLES), 3).permute(0, 3, 2, 1)
    marked = (inputs["tags"][:, 0] >= 0).sum()
    if not marked:
        return torch.zeros(())
    loss = functional.cross_entropy(scores, inputs["tags"], ignore_index=-1, reduction="sum") / marked
    links, cues = torch.zeros(()), 0
    for row, one in enumerate(shown):
        more, count = find_link_loss(tagger, vectors[row].float(), one)
        links, cues = links + more, cues + count
    return loss + LINK_SHARE * links / cues if cues else loss


def find_link_loss(tagger: Tagger, vectors: Tensor, one: Shown) -> tuple[Tensor, int]:
    """The summed loss of a window's links, and its number of cues."""
    cues, spans, window = [], [], one.window
    for number, saying in enumerate(one.row.sayings):
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
    own = [[w - window.first for w in one.row.sayings[number]["source"]] for number, _ in cues]
    wanted = [
        [float(owner == number or (role == 0 and run == own[at])) for owner, role, run in spans]
        for at, (number, _) in enumerate(cues)
    ]
    return functional.binary_cross_entropy_with_logits(scores, torch.tensor(wanted), reduction="sum"), len(cues)


def find_event_loss(tagger: Tagger, vectors: Tensor, inputs: dict[str, Tensor], shown: Sequence[Shown]) -> Tensor:
    """The loss of triggers, of parties and of types of a batch's events."""
    head = tagger.events
    states = head.read(vectors, tagger.show(vectors, inputs["features"]), inputs["frames"]).float()
    loss = find_trigger_loss(tagger, states, inputs, shown)
    parties, types, events = torch.zeros(()), torch.zeros(()), 0
    for row, one in enumerate(shown):
        words = one.window.last - one.window.first
        if one.row.pair:
            types, events = types + find_pair_loss(tagger, states[row, :words], one.row.pair), events + 1
            continue
        told = [one.event] if one.event else one.row.events
        told = [e for e in told if one.window.first <= e.trigger < one.window.last]
        for event in told:
            more = find_told_loss(tagger, states[row, :words], event, one)
            parties, types, events = parties + more[0], types + more[1], events + 1
    return loss + (PARTY_SHARE * parties + TYPE_SHARE * types) / max(1, events)


def find_trigger_loss(tagger: Tagger, states: Tensor, inputs: dict[str, Tensor], shown: Sequence[Shown]) -> Tensor:
    """The loss of each word's type, none among them, a word; of rows with one marked event its trigger alone."""
    wanted = torch.full(inputs["frames"].shape, -1, dtype=torch.long)
    for row, one in enumerate(shown):
        window = one.window
        if one.row.every_event:
            wanted[row, : window.last - window.first] = 0
        for event in one.row.events:
            if window.first <= event.trigger < window.last:
                wanted[row, event.trigger - window.first] = event.type[0]
    if not (wanted >= 0).any():
        return torch.zeros(())
    scores = tagger.events.kind(states)
    weights = torch.full((scores.shape[-1],), TRIGGER_WEIGHT)
    weights[0] = 1.0
    kept = wanted >= 0
    loss = functional.cross_entropy(scores[kept], wanted[kept], weight=weights, reduction="sum")
    return loss / max(1, int((wanted > 0).sum())) / 4


def find_told_loss(tagger: Tagger, states: Tensor, event: Told, one: Shown) -> tuple[Tensor, Tensor]:
    """The losses of one event's parties and of its type given them. `states`: the window's words."""
    first, last = one.window.first, one.window.last
    at = event.trigger - first
    sides = [[w - first for w in side if first <= w < last] for side in (event.actors, event.recipients)]
    parties = torch.zeros(())
    if event.whole:
        scores = score_parties(tagger, states, at)
        wanted = torch.zeros(2, len(states))
        for side, words in enumerate(sides):
            wanted[side, words] = 1
        features = one.row.tokens.features[first:last]
        open_to = torch.tensor([f.pos in HEADS and f.dep != PARTS for f in features]) | wanted.any(0)
        near = (torch.arange(len(states)) - at).abs() <= 60
        kept = open_to & near
        parties = functional.binary_cross_entropy_with_logits(scores[:, kept], wanted[:, kept], reduction="sum")
    actor, recipient = (states[side].mean(0) if side else torch.zeros(states.shape[-1]) for side in sides)
    settled = tagger.events.score_type(states[at][None], actor[None], recipient[None])[0]
    return parties, -settled.log_softmax(-1)[event.type[0]]


def score_parties(tagger: Tagger, states: Tensor, trigger: int) -> Tensor:
    """Scores (2, words) of who is an actor and a recipient of the trigger."""
    distances = [measure_distance((trigger, trigger + 1), (w, w + 1)) for w in range(len(states))]
    return tagger.events.score_parties(states[[trigger]], states, torch.tensor([distances]))[:, 0]


def find_pair_loss(tagger: Tagger, states: Tensor, pair: Pair) -> Tensor:
    """The loss of the type between a source and a target."""
    return -score_pair(tagger, states, pair)[list(pair.type)].logsumexp(0)


def score_pair(tagger: Tagger, states: Tensor, pair: Pair) -> Tensor:
    """Logarithms of chances (types + 1) between two marked phrases: each word may be the trigger.

    A word's share is how well it takes the source for its actor and the target for its recipient.
    """
    words = len(states)
    shares = torch.zeros(words)
    for side, phrase in enumerate((pair.source, pair.target)):
        if phrase:
            middle = (phrase[0], phrase[-1] + 1)
            distances = [[measure_distance((w, w + 1), middle)] for w in range(words)]
            own = states[list(phrase)].mean(0)[None]
            scores = tagger.events.score_parties(states, own, torch.tensor(distances))
            shares = shares + scores[side, :, 0]
    kinds = tagger.events.kind(states)
    shares = shares + kinds[:, 1:].logsumexp(-1) - kinds[:, 0]
    shares = shares.softmax(0)
    actor, recipient = (
        states[list(phrase)].mean(0) if phrase else torch.zeros(states.shape[-1])
        for phrase in (pair.source, pair.target)
    )
    trigger = shares @ states
    settled = tagger.events.score_type(trigger[None], actor[None], recipient[None])[0]
    return settled.log_softmax(-1)
