"""What a line looks like and where it stands: the evidence by which page furniture shows without any known phrase.

After jusText (function words, neighbours) and Boilerpipe (lengths, densities); the weights are fitted, see
`lines.yaml`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from math import exp

from coranto.clean.notices import SIGNED
from coranto.model.article import FurnitureKind
from coranto.model.span import Range
from coranto.resources import read_tsv, read_yaml

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
CLOSED = re.compile(r"[.!?…](?:[\"'”’»)\]]|\s)*$")
INNER = re.compile(r"[.!?][\"”’)]? +[\"“‘(]?[A-Z]")
SYMBOL = re.compile(r"[|»«›‹→←©®·•@#►▶×✕]|https?:|www\.|\.(?:com|org|net|co\.uk)\b")
QUOTED = re.compile(r"[“\"][^“”\"]{2,}[”\"]?")
NAMES = re.compile(r"(?:[A-Z][\w.’'-]*)(?:,? (?:and|de|van|von|al|bin|[A-Z][\w.’'-]*)){1,9}(?:, [A-Z][\w ]+)?:?")
SAID = re.compile(r"\b(?:said|says|told|according to|added|wrote)\b")
STAMP = re.compile(r"\d{1,2}[:.]\d\d\b|\b\d+\s?(?:m|h|min|mins|hours?|days?|minutes?|months?|years?) ago\b|\b\d+ min\b")
SIZES = ((1, "1"), (3, "3"), (6, "6"), (10, "10"), (20, "20"), (40, "40"))
PROSE = 8
"""Words that a sentence has to have to count as running prose."""
FUNCTION_SHARE = 0.2
OWN_SHARE = 0.6
"""A line whose own look speaks more for furniture than this is no prose."""
OFTEN = 3
BEGUN = 80
"""Words of prose after which a comment section can begin."""
REPLY = re.compile(
    r"(?i)(?:\d[\d,.]* (?:comments?|responses?|replies|thoughts)\b.{0,80}|(?:all |view |show |read |most recent )?"
    r"comments?(?: \(?\d+\)?)?|(?:log ?in to |cancel )?reply|(?:leave|post|add) a (?:comment|reply).{0,40}|"
    r"join the conversation|\S+(?: \S+){0,3} says:?|report (?:abuse|comment)|quote|up ?votes?|likes?|"
    r".{0,40}\b\d+ (?:min|minute|hour|day|week|month|year)s? ago)"
)
LONG = 80
FEW, ENOUGH = 60, 2000
"""Words in longer lines: with fewer there is no article to stand beside, and more tell no more."""
KNOWN = 0.4
MOST = 600
LONGEST = 1200
"""Characters: a paragraph past this is the article's, or a comment that may as well be read."""
FIGURE = re.compile(r"\d")
LISTED = 3
PLAIN_CUE = 0.5
"""Lines that make a list of the article, and what the words of a line speak for furniture at most in one."""
BESIDE = 6
"""Lines found, on either side, by which a line found is judged, and more than which a stretch of them has to have."""
SURE = 4.0
"""What a known line weighs among them."""
FOLLOWING = ("previous:marked", "page:follows", "text:follows")
"""What a line shows because the one before it is furniture."""
GAP = 4
"""Lines without prose that may stand within one body of text."""
YOU = frozenset(("you", "your", "you're", "yours"))
WE = frozenset(("our", "us", "we", "we're", "ours"))


@dataclass(slots=True)
class Line:
    """A paragraph as the scorer sees it."""

    words: list[str]
    prose: int
    cue: float
    own: dict[str, float]


@cache
def load_weights(table: str) -> dict[str, float]:
    """The weight of each feature; a positive one speaks for furniture."""
    return {name: float(weight) for name, weight in read_yaml("furniture/lines.yaml")[table].items()}


@cache
def load_function_words() -> frozenset[str]:
    """The commonest words of running English."""
    return frozenset(read_yaml("furniture/lines.yaml")["function_words"].split())


@cache
def load_kinds() -> tuple[tuple[FurnitureKind, re.Pattern[str]], ...]:
    """The kinds with the words that show them, in order."""
    table = read_yaml("furniture/lines.yaml")["kinds"]
    return tuple((kind, re.compile(rf"(?i)\b(?:{words})\b")) for kind, words in table.items())


@cache
def load_cues() -> dict[str, float]:
    """Words and pairs of words with the log of how much more often furniture has them than articles."""
    return {row["words"]: float(row["weight"]) for row in read_tsv("furniture/cues.tsv")}


def find_page_lines(text: str, paragraphs: Sequence[Range], marked: Sequence[bool]) -> list[int]:
    """The numbers of the paragraphs that look like and stand as page furniture, known ones left out.

    In a text that is mostly prose much more is asked than in a page with its menus. Nothing is found in a text of
    another language or of a few sentences. What looks like the heading of the prose is kept,
    and so is a heading that opens a text of prose.
    """
    if not _is_english(text, paragraphs):
        return []
    least = load_weights("least")
    found: list[int] = []
    heading, best = -1, KNOWN
    begun = False
    opening = next((i for i, known in enumerate(marked) if not known), -1)
    described = describe_lines(text, paragraphs, marked)
    lists = find_lists(text, paragraphs, described, marked)
    weights = load_weights("weights")
    alone: list[float] = []
    for i, features in enumerate(described):
        begun = begun or "long:body_main" in features
        if not begun and best < features.get("short:known", 0.0) and _is_heading(features):
            heading, best = i, features["short:known"]
        sort = "long" if "long:page" in features else "short"
        page = features[f"{sort}:page"]
        alone.append(weigh_line({**features, "previous:marked": 0.0}))
        follow_line(features, marked=bool(found) and found[-1] == i - 1)
        if not page and i == opening and _is_heading(features):
            continue
        if not page and _is_name(text[paragraphs[i].first : paragraphs[i].last], features):
            continue
        if paragraphs[i].last - paragraphs[i].first > LONGEST or (
            not page and SIGNED.search(text, *paragraphs[i]) is not None
        ):
            continue
        if marked[i] or i in lists:
            continue
        kept = least[f"{'page' if page else 'article'}_{sort}"]
        if page and _is_inside(features):
            kept = max(kept, least[f"inside_{sort}"])
        if alone[-1] + sum([weights.get(name, 0.0) * features.get(name, 0.0) for name in FOLLOWING]) >= kept:
            found.append(i)
    doubtful = find_doubtful(found, marked, alone)
    return [i for i in found if i != heading and i not in doubtful]


def find_doubtful(found: Sequence[int], marked: Sequence[bool], alone: Sequence[float]) -> frozenset[int]:
    """The lines of a long stretch that weigh too little with those beside them, each taken `alone`.

    They hold one another up. So a list of the article, once its first line is taken for a menu, is not lost to the end.
    """
    inside = {i: max(-4.0, min(5.0, alone[i])) for i in found}
    inside |= {i: SURE for i, known in enumerate(marked) if known}
    doubtful: list[int] = []
    for i in found:
        first = last = i
        while first - 1 in inside and i - first < BESIDE:
            first -= 1
        while last + 1 in inside and last - i < BESIDE:
            last += 1
        if last - first >= BESIDE and sum([inside[j] for j in range(first, last + 1)]) < load_weights("least")[
            "beside"
        ] * (last + 1 - first):
            doubtful.append(i)
    return frozenset(doubtful)


def _is_inside(features: dict[str, float]) -> bool:
    """Whether a line stands between lines of the longest body of prose, or is one of them."""
    return "long:body_main" in features or "short:below_0" in features


def find_lists(
    text: str, paragraphs: Sequence[Range], described: Sequence[dict[str, float]], marked: Sequence[bool]
) -> frozenset[int]:
    """The lines without prose that follow on the body of a page, with figures in most of them: dates, scores, measures.

    Nothing that shows a page's own words stands between them and the body.
    """
    found: set[int] = set()
    first, figures = -1, 0
    for i, features in enumerate(described):
        if "long:page" in features:
            first, figures = (i + 1, 0) if "long:body_main" in features and features["long:page"] else (-1, 0)
            continue
        if first < 0 or marked[i] or features["cue"] >= PLAIN_CUE or features["often"] > 0:
            first = -1
            continue
        figures += FIGURE.search(text, *paragraphs[i]) is not None
        if i + 1 - first >= LISTED and figures * 3 >= (i + 1 - first) * 2:
            found.update(range(first, i + 1))
    return frozenset(found)


def follow_line(features: dict[str, float], *, marked: bool) -> None:
    """Add to a line's features that the one before it turned out to be furniture."""
    if marked:
        features["previous:marked"] = 1.0
    if features.get("previous:marked") and "short:page" in features:
        features["page:follows" if features["short:page"] else "text:follows"] = 1.0


def _is_name(line: str, features: dict[str, float]) -> bool:
    """Whether a line looks like the name of a writer or speaker: words in capitals beside prose, and no known cue."""
    lone = "short:run_1" in features or "short:run_3" in features
    return lone and features["cue"] < 0.3 and NAMES.fullmatch(line) is not None


def _is_heading(features: dict[str, float]) -> bool:
    """Whether a line has the length of a title and no full stop."""
    return not features["closed"] and bool({"size_6", "size_10", "size_20"} & features.keys())


def _is_english(text: str, paragraphs: Sequence[Range]) -> bool:
    """Whether a fourth of the words are function words, among the longer lines."""
    known = load_function_words()
    words = functions = 0
    for first, last in paragraphs:
        if last - first > LONG:
            found = WORD.findall(text[first:last].casefold())
            words += len(found)
            functions += len([word for word in found if word in known])
        if words > ENOUGH:
            break
    return words >= FEW and functions * 4 >= words


def describe_lines(text: str, paragraphs: Sequence[Range], marked: Sequence[bool]) -> list[dict[str, float]]:
    """The features of each paragraph by name; `marked` tells which of them are known furniture.

    Lines that are known, or stand there three times, are noise: a line's surroundings are the other lines.
    """
    lines = [describe_line(text[first:last]) for first, last in paragraphs]
    times = Counter(text[first:last] for first, last in paragraphs)
    often = [times[text[first:last]] for first, last in paragraphs]
    odds = [max(-4.0, min(4.0, weigh_line(line.own, "own"))) for line in lines]
    shares = [_squash(x) for x in odds]
    for line, share in zip(lines, shares, strict=True):
        line.prose = line.prose if share < OWN_SHARE else 0
    plain = [i for i in range(len(lines)) if not marked[i] and often[i] < OFTEN]
    place = Place(
        [lines[i] for i in plain],
        [shares[i] for i in plain],
        Counter(word for line in lines if line.prose for word in set(line.words) if len(word) > 3),
    )
    features: list[dict[str, float]] = []
    at = replies = 0
    for i, line in enumerate(lines):
        while at < len(plain) and plain[at] < i:
            at += 1
        found = place.describe(at, line, own=at < len(plain) and plain[at] == i)
        found.update(line.own)
        found["often"] = min(4.0, often[i] - 1.0)
        found["own"] = shares[i]
        found["odds"] = odds[i]
        if not place.page:
            sort = "text_long" if line.prose else "text_short"
            found[sort] = 1.0
            found[f"{sort}:odds"] = odds[i]
            found[f"{sort}:cue"] = line.cue
            found[f"{sort}:you"] = line.own["you"]
            found[f"{sort}:we"] = line.own["we"]
            found[f"{sort}:symbol"] = line.own["symbol"]
        found[f"{'long' if line.prose else 'short'}:replies"] = min(3, replies) / 3
        if REPLY.fullmatch(text, *paragraphs[i]) and place.find_before(at) > BEGUN:
            replies += 1
        for step, name in ((-1, "previous"), (1, "next")):
            j = i + step
            if not 0 <= j < len(lines):
                found[f"{name}:none"] = 1.0
                continue
            found[f"{name}:share"] = shares[j]
            found[f"{name}:marked"] = 1.0 if marked[j] else 0.0
            found[f"{name}:colon"] = 1.0 if text[paragraphs[j].last - 1] == ":" else 0.0
        features.append(found)
    return features


class Place:
    """Where lines stand among the lines that count."""

    def __init__(self, lines: Sequence[Line], shares: Sequence[float], vocabulary: Counter[str]) -> None:
        self.lines = lines
        self.vocabulary = vocabulary
        self.total = sum(line.prose for line in lines) or 1
        self.page = self.total / (sum(len(line.words) for line in lines) or 1) < 0.6
        self.runs = _measure_runs(lines)
        self.bodies = _find_bodies(lines)
        self.body = max(self.bodies, key=lambda b: b[2], default=(0, len(lines), 0))
        self.sums = {name: [0.0] for name in ("prose", "share", "words", "furniture", "lines")}
        for line, share in zip(lines, shares, strict=True):
            words = len(line.words) or 1
            for name, value in (
                ("prose", float(line.prose)),
                ("share", share),
                ("words", words),
                ("furniture", share * words),
                ("lines", 1.0 if line.prose else 0.0),
            ):
                self.sums[name].append(self.sums[name][-1] + value)

    def find_before(self, at: int) -> float:
        """The words of prose before a line."""
        return self.sums["prose"][at]

    def describe(self, at: int, line: Line, *, own: bool) -> dict[str, float]:
        """The features of a line that stands before line `at`, or is it (`own`)."""
        sort = "long" if line.prose else "short"
        before = self.sums["prose"][at]
        after = self.total - before - (line.prose if own else 0)
        found = {
            f"{sort}:{_bin_share(before / self.total)}_before": 1.0,
            f"{sort}:{_bin_share(after / self.total)}_after": 1.0,
            f"{sort}:page": 1.0 if self.page else 0.0,
            f"{sort}:known": _share_known(line, self.vocabulary),
        }
        if own:
            found[f"{sort}:run_{_bin_run(self.runs[at])}"] = 1.0
        for width, name in ((1, "beside"), (3, "near"), (8, "around")):
            found.update(self._look_around(at, width, f"{sort}:{name}", own=own))
        if line.prose and own:
            mine = next(b for b in self.bodies if b[0] <= at < b[1])
            found[f"long:body_{'main' if mine == self.body else _bin_share(mine[2] / self.body[2])}"] = 1.0
            side = "above" if mine[0] < self.body[0] else "below"
            found[f"long:{side}"] = 1.0 if mine != self.body else 0.0
        elif not line.prose:
            first, last = self.body[:2]
            away = first - at if at < first else at - last + 1 if at >= last else 0
            found[f"short:{'above' if at < first else 'below'}_{_bin_run(away)}"] = 1.0
        return found

    def _look_around(self, at: int, width: int, name: str, *, own: bool) -> dict[str, float]:
        first, last = max(0, at - width), min(len(self.lines), at + width + own)
        many = last - first - own
        if many <= 0:
            return {}
        inside = {key: s[last] - s[first] - (s[at + 1] - s[at] if own else 0.0) for key, s in self.sums.items()}
        return {
            f"{name}_lines": inside["lines"] / many,
            f"{name}_share": inside["share"] / many,
            f"{name}_furniture": inside["furniture"] / (inside["words"] or 1.0),
        }


def _squash(odds: float) -> float:
    return 1 / (1 + exp(-max(-30.0, min(30.0, odds))))


def guess_kind(line: str) -> FurnitureKind:
    """The kind of a line of furniture by the `kinds` of `lines.yaml`: the first that it has."""
    for kind, words in load_kinds():
        if words.search(line):
            return kind
    return "navigation" if not CLOSED.search(line[-12:]) else "other"


def describe_line(line: str) -> Line:
    """What a line shows of itself, by its first 600 characters and its last 12."""
    length = line.count(" ") + 1
    line = line if len(line) <= MOST else line[: MOST - 12] + line[-12:]
    spelled = WORD.findall(line)
    words = "\n".join(spelled).casefold().replace("’", "'").split("\n") if spelled else []
    n = len(words) or 1
    known = load_function_words()
    functions = len([word for word in words if word in known]) / n
    closed = bool(CLOSED.search(line[-12:]))
    plain = QUOTED.sub(" ", line) if "“" in line or '"' in line else line
    outside = set(words) if plain is line else set(WORD.findall(plain.casefold().replace("’", "'")))
    cue = _weigh_cues(words)
    heads = [word for word in spelled if not "a" <= word[0] <= "z"]
    capitals = sum([word[0].isupper() for word in heads])
    capitals -= bool(spelled) and spelled[0][0].isupper()
    own = {
        "bias": 1.0,
        f"size_{next((name for most, name in SIZES if len(words) <= most), 'more')}": 1.0,
        "functions": functions,
        "few_functions": 1.0 if functions < FUNCTION_SHARE else 0.0,
        "capitals": capitals / max(1, n - 1),
        "shouted": sum([len(word) > 1 and word.isupper() for word in heads]) / n,
        "figures": sum([word[0].isdigit() for word in heads]) / n,
        "closed": 1.0 if closed else 0.0,
        "asks": 1.0 if line.endswith("?") else 0.0,
        "breaks_off": 1.0 if line.endswith(("...", "…")) else 0.0,
        "colon": 1.0 if line.endswith(":") else 0.0,
        "small_start": 1.0 if line[:1].islower() else 0.0,
        "inner": 1.0 if INNER.search(line) else 0.0,
        "symbol": 1.0 if SYMBOL.search(line) else 0.0,
        "stamp": 1.0 if STAMP.search(line) else 0.0,
        "you": 1.0 if outside & YOU else 0.0,
        "we": 1.0 if outside & WE else 0.0,
        "quote": 1.0 if plain is not line else 0.0,
        "said": 1.0 if SAID.search(line) else 0.0,
        "cue": cue,
        "cue_short": cue if len(words) <= PROSE else 0.0,
        "cue_high": 1.0 if cue > 1.5 else 0.0,
        "wordless": 1.0 if not words else 0.0,
    }
    prose = length if closed and len(words) >= PROSE and functions >= FUNCTION_SHARE else 0
    return Line(words, prose, cue, own)


def _weigh_cues(words: Sequence[str]) -> float:
    """The mean weight of the line's words and pairs of words, from -3 to 3; few words weigh less."""
    cues = load_cues()
    weigh = cues.get
    score = 0.0
    for previous, word in zip(["^", *words], words, strict=False):
        pair = weigh(previous + " " + word)
        score += weigh(word, 0.0) if pair is None else pair
    return max(-3.0, min(3.0, score / (len(words) + 1)))


def _measure_runs(lines: Sequence[Line]) -> list[int]:
    """For each line, how many lines beside it, itself among them, are no prose; 0 for prose."""
    runs = [0] * len(lines)
    first = 0
    for i in range(len(lines) + 1):
        if i == len(lines) or lines[i].prose:
            runs[first:i] = [i - first] * (i - first)
            first = i + 1
    return runs


def _find_bodies(lines: Sequence[Line]) -> list[tuple[int, int, int]]:
    """Stretches of prose with at most four lines of none between: first line, end, words of prose."""
    bodies: list[tuple[int, int, int]] = []
    for i, line in enumerate(lines):
        if not line.prose:
            continue
        if bodies and i - bodies[-1][1] <= GAP:
            bodies[-1] = (bodies[-1][0], i + 1, bodies[-1][2] + line.prose)
        else:
            bodies.append((i, i + 1, line.prose))
    return bodies


def _bin_run(run: int) -> str:
    return "0" if not run else "1" if run == 1 else "3" if run <= 3 else "8" if run <= 8 else "more"


def _bin_share(share: float) -> str:
    return "none" if share <= 0 else "little" if share < 0.05 else "some" if share < 0.3 else "much"


def _share_known(line: Line, vocabulary: Counter[str]) -> float:
    """How many of the line's longer words the prose elsewhere has too."""
    least = 2 if line.prose else 1
    times = [vocabulary.get(word, 0) for word in line.words if len(word) > 3]
    return len([n for n in times if n >= least]) / len(times) if times else 0.0


def weigh_line(features: dict[str, float], table: str = "weights") -> float:
    """The log odds that a line is furniture; `own` weighs what it shows of itself alone."""
    weights = load_weights(table)
    return sum([value * weights.get(name, 0.0) for name, value in features.items() if value])
