"""`coranto explain`: why a sentence is coded as it is, down to the line of the lexicon."""

from __future__ import annotations

import sys
import textwrap
from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.text import Text

from coranto.cli.console import clean_text, make_console
from coranto.cli.options import Json
from coranto.errors import UsageError

if TYPE_CHECKING:
    from coranto.cli.traces import Coding, Explanation, Option, Side, Step, Trace, Trigger
    from coranto.model.event import Event

FOLDER = "predicates/"
MOST_LINES = 6
LONGEST = 52
NARROW = 60
STYLES = {"taken": "green", "outweighed": "yellow", "no event": "yellow", "helps": "green", "rejected": "dim"}
ORDER = tuple(STYLES)
type Row = tuple[str, ...]


def explain(
    text: Annotated[str, typer.Argument(metavar="TEXT", help="A sentence or several; - reads them from stdin.")],
    published: Annotated[
        str | None, typer.Option(metavar="DAY", help="When it was published: 2023-12-31; dates are counted from it.")
    ] = None,
    every: Annotated[bool, typer.Option("--all", help="Show every line of the lexicon that was rejected.")] = False,
    json: Json = False,
) -> None:
    """Explain how a text is coded: its parse, who says so, the lexicon's lines that hold or do not, and each event.

    Each step names the rule that decided it, those of the lexicon with file and line, so that a wrong code leads to
    the line that made it. The lexicon's files lie in resources/predicates.
    """
    from coranto.cli.explanations import explain_article
    from coranto.intake.articles import make_article
    from coranto.model.article import Published

    words = sys.stdin.read() if text == "-" else text
    if not words.strip():
        raise UsageError("there is no text to explain")
    day = Published(value=read_day(published), basis="given") if published else Published()
    explanation = explain_article(make_article(words, source="text", published=day))
    if json:
        for trace in explanation.traces:
            typer.echo(trace.model_dump_json())
        return
    _print_explanation(make_console(), explanation, every=every)


def read_day(text: str) -> date:
    """A day of the option. Raises UsageError for what is none."""
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise UsageError(f"--published: {text!r} is no ISO date such as 2023-12-12") from error


def _print_explanation(console: Console, explanation: Explanation, *, every: bool) -> None:
    for part in explanation.furniture:
        console.print(Text(f"Left out as page furniture: {clean_text(part)}", style="yellow"))
    if not explanation.traces:
        console.print("Nothing is left to be read.")
    elif explanation.language not in {"en", None}:
        told = (
            f"Taken for another language ({explanation.language}), kept without events by `coranto read`; as English:"
        )
        console.print(Text(told, style="yellow"))
    for number, trace in enumerate(explanation.traces, 1):
        counted = f"Sentence {number} of {len(explanation.traces)}: " if len(explanation.traces) > 1 else ""
        console.print(Text(f"{counted}{clean_text(trace.text)}\n", style="bold"))
        _print_parse(console, trace)
        _print_sayings(console, trace)
        _print_triggers(console, trace, every=every)
        _print_codings(console, trace)


def _print_section(console: Console, title: str, rows: Sequence[Row], none: str = "") -> None:
    console.print(Text(title, style="bold cyan"))
    for line in lay_out(rows or [(none,)], _measure(console), "  "):
        console.print(Text(line), soft_wrap=True)
    console.print()


def _measure(console: Console) -> int:
    return max(console.width, NARROW)


def lay_out(rows: Sequence[Row], width: int, indent: str) -> list[str]:
    """Rows as lines: each column as wide as its longest cell, the last one wrapped below itself."""
    columns = max((len(row) for row in rows), default=0)
    widths = [max((len(row[i]) for row in rows if i < len(row) - 1), default=0) for i in range(columns)]
    lines = []
    for row in rows:
        start = indent + "".join(f"{cell:<{widths[i]}}  " for i, cell in enumerate(row[:-1]))
        room = max(width - len(start), NARROW // 3)
        first, *rest = textwrap.wrap(row[-1], room, break_on_hyphens=False) or [""]
        lines += [(start + first).rstrip(), *(" " * len(start) + line for line in rest)]
    return [clean_text(line) for line in lines]


def _shorten(text: str, most: int = LONGEST) -> str:
    return text if len(text) <= most else f"{text[: most - 1]}…"


def _print_parse(console: Console, trace: Trace) -> None:
    words = trace.words
    rows = [
        (
            f"{word.number:>2}",
            word.text,
            word.lemma,
            word.tag,
            word.relation,
            f"of {word.head} {words[word.head].text}" if word.head != word.number else "",
            word.name,
        )
        for word in words
    ]
    _print_section(console, "Parse: word, lemma, tag, relation, name", rows)


def _print_sayings(console: Console, trace: Trace) -> None:
    rows = []
    for saying in trace.sayings:
        said = " … ".join(f"“{' '.join(part.split())}”" for part in saying.content)
        how = f"{saying.act}, {saying.form}"
        source = saying.source or "(not named)"
        source = _shorten(source, LONGEST // 2) if console.is_terminal else source
        rows.append((source, how, f"by {saying.rule}", f"{saying.cue}: {said}".strip(": ")))
    _print_section(console, "Who says so", rows, "the author")


def _print_triggers(console: Console, trace: Trace, *, every: bool) -> None:
    console.print(Text("Lexicon: the lines of resources/predicates for each word", style="bold cyan"))
    wide = _measure(console)
    for trigger in trace.triggers:
        word = trace.words[trigger.word]
        fate = f"; then left out: {trigger.fate}" if trigger.fate else ""
        taken = any(line.verdict in {"taken", "helps"} for line in trigger.lines)
        state = "" if taken else ": no line makes an event of it"
        console.print(Text(f"  {word.number} {word.text}{state}{fate}", style="bold" if taken else ""))
        rows, styles, hidden = _list_lines(trigger, every=every, whole=not console.is_terminal)
        for row, style in zip(rows, styles, strict=True):
            widths = [max(len(other[i]) for other in rows) for i in range(len(row) - 1)]
            cells = tuple(f"{cell:<{widths[i]}}" for i, cell in enumerate(row[:-1]))
            for line in lay_out([(*cells, row[-1])], wide, "     "):
                console.print(Text(line, style=style), soft_wrap=True)
        if hidden:
            console.print(Text(f"     and {hidden} more rejected (--all shows them)", style="dim"))
    if not trace.triggers:
        console.print("  no word of the sentence stands in it")
    if trace.unknown:
        console.print(f"  no line for {', '.join(trace.unknown)}")
    console.print()


def _list_lines(trigger: Trigger, *, every: bool, whole: bool) -> tuple[list[Row], list[str], int]:
    """The rows of a word's lines, those that held first, with their styles, and how many more were rejected."""
    held = [line for line in trigger.lines if line.verdict != "rejected"]
    held.sort(key=lambda line: ORDER.index(line.verdict))
    rejected = [line for line in trigger.lines if line.verdict == "rejected"]
    shown = [*held, *(rejected if every else rejected[:MOST_LINES])]
    rows: list[Row] = []
    for line in shown:
        place = f"{line.file.removeprefix(FOLDER)}:{line.line or '?'}"
        predicate = line.predicate if whole else _shorten(line.predicate)
        why = line.why if whole else _shorten(line.why, 2 * LONGEST)
        rows.append((line.verdict, line.type or "-", place, f"{predicate}{f'   ({why})' if why else ''}"))
    return rows, [STYLES[line.verdict] for line in shown], len(trigger.lines) - len(shown)


def _print_codings(console: Console, trace: Trace) -> None:
    if not trace.codings:
        _print_section(console, "Coding", [], "no event")
        return
    for coding in trace.codings:
        place = f"{coding.file}:{coding.line}" if coding.line else coding.file
        title = Text(f"Coding of “{clean_text(coding.trigger)}”", style="bold cyan")
        title.append(f" as {coding.type} by {place}", style="cyan")
        console.print(title)
        for line in lay_out(list(_describe_coding(coding)), _measure(console), "  "):
            console.print(Text(line), soft_wrap=True)
        style = "bold green" if coding.outcome == "coded" else "bold yellow"
        for line in lay_out([("=", describe_outcome(coding))], _measure(console), "  "):
            console.print(Text(line, style=style), soft_wrap=True)
        console.print()


def _describe_coding(coding: Coding) -> Iterator[Row]:
    if coding.line_type not in {"", coding.type}:
        yield ("read again", f"its line says {coding.line_type}; what stands around it makes it {coding.type}")
    if coding.light:
        yield ("carried by", f"“{coding.light}”")
    if coding.effects:
        yield ("governed", f"as {', '.join(coding.effects)}")
    if coding.inside:
        yield ("inside", f"what a {coding.inside} is about")
    if coding.content:
        yield ("content", ", ".join(coding.content))
    yield ("actors", _describe_side(coding.actors))
    yield ("recipients", _describe_side(coding.recipients))
    yield ("holder", _describe_claims(coding))
    for aspect in ("polarity", "certainty", "tense"):
        *before, last = [step for step in coding.steps if step.aspect == aspect]
        first = "".join(f"; before that {step.value}: {_describe_step(step)}" for step in reversed(before))
        yield (aspect, f"{last.value}: {_describe_step(last)}{first}")
    if coding.times:
        yield ("date", "; ".join(_describe_option(option) for option in coding.times))
    if coding.places:
        yield ("place", "; ".join(_describe_option(option) for option in coding.places))
    if coding.sizes:
        yield ("amounts", ", ".join(coding.sizes))
    if coding.event is not None:
        yield from _describe_modes(coding, coding.event)
        if coding.event.mentions:
            yield ("told again", ", ".join(f"“{span.text}”" for span in coding.event.mentions))
    yield ("by the rules", f"no event: {coding.objection}" if coding.objection else "an event")
    told = ", ".join(f"{name} {weight:+.1f}" for name, weight in coding.reasons)
    yield ("chance", f"{coding.chance:.2f}, at least {coding.least} asked{f'; most weighs: {told}' if told else ''}")


def _describe_step(step: Step) -> str:
    return f"{step.rule} (“{step.word}”)" if step.word else step.rule


def _describe_side(side: Side) -> str:
    tried = []
    for slots in side.alternatives:
        filled = [f"{slot.name}: {', '.join(slot.phrases) or '–'}" for slot in slots]
        tried.append(" + ".join(filled))
    there = {phrase for slots in side.alternatives for slot in slots for phrase in slot.phrases}
    lent = [phrase for phrase in side.phrases if phrase not in there]
    if lent:
        tried.append(f"lent by the words around it: {', '.join(lent)}")
    if side.parties and not tried:
        tried.append("the one who says so")
    parties = ", ".join(side.parties) or "nobody known"
    added = f"; from what stands beside it: {', '.join(side.added)}" if side.added else ""
    dropped = f"; not meant: {', '.join(side.dropped)}" if side.dropped else ""
    return f"{' | '.join(tried) or 'the line names no slot'}  →  {parties}{dropped}{added}"


def _describe_claims(coding: Coding) -> str:
    doubts = [f"not {claim.source} ({claim.rule}: {claim.why_not})" for claim in coding.claims if claim.why_not]
    first = next((claim for claim in coding.claims if not claim.why_not), None)
    holder = f"{first.source} ({first.act}, by {first.rule})" if first is not None else "author"
    return "; ".join([holder, *doubts])


def _describe_option(option: Option) -> str:
    value = f" = {option.value}" if option.value != option.text else ""
    cost = "another's" if option.cost is None else f"{option.cost} steps off"
    return f"“{option.text}”{value} ({'taken' if option.taken else 'not taken'}, {cost})"


def _describe_modes(coding: Coding, event: Event) -> Iterator[Row]:
    for name, given, found in (("modes", coding.modes, event.mode), ("contexts", coding.contexts, event.contexts)):
        if found:
            yield (name, ", ".join(f"{one} ({'its line' if one in given else 'its words'})" for one in found))
    yield ("CAMEO", event.cameo or "none in the crosswalk")


def describe_outcome(coding: Coding) -> str:
    """The event in one line, or why there is none."""
    event = coding.event
    if event is None:
        return "no event: its chance is too small"
    negated = "not " if event.polarity == "negative" else ""
    modes = f" [{', '.join(event.mode)}]" if event.mode else ""
    sides = " → ".join(
        ", ".join((*(p for p in side.parties if p not in side.dropped), *side.added)) or "nobody"
        for side in (coding.actors, coding.recipients)
    )
    told = "; told before in the text, so no event of its own" if coding.outcome == "told again" else ""
    facts = f"{event.certainty}, {event.tense}, {event.quad} {event.scale:+g}"
    return f"{negated}{event.type}{modes}: {sides}; {facts}{told}"
