"""`coranto entities list|show|merge|split|undo|decisions`: who is one across the articles."""

from __future__ import annotations

import json as json_format
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, get_args

import typer

from coranto.cli.console import print_table, tell
from coranto.cli.options import Db, Json, choose_store
from coranto.errors import UsageError
from coranto.model.entity import EntityKind
from coranto.model.identity import Identity
from coranto.store.folding import fold_words
from coranto.store.queries import Store
from coranto.store.registers import list_findings

COLUMNS = ("id", "kind", "name", "country", "sector", "articles", "identifiers", "also called")
MOST_NAMES = 4
Key = Annotated[str, typer.Argument(metavar="ID", help="An identity (idn-…) or entity (ent-…), or how its id begins.")]
Keys = Annotated[list[str], typer.Argument(metavar="ID...", help="Identities (idn-…) or entities (ent-…).")]


def list_(  # noqa: PLR0913, PLR0917 (one parameter an option)
    name: Annotated[str | None, typer.Option(metavar="WORDS", help="Words of one of its names.")] = None,
    kind: Annotated[str | None, typer.Option(metavar="KIND", help="person, organization, state, place ...")] = None,
    country: Annotated[str | None, typer.Option(metavar="CODE", help="ISO 3166-1 alpha-3, IGO or NGO.")] = None,
    limit: Annotated[int | None, typer.Option(min=1, metavar="N", help="At most so many.")] = None,
    db: Db = None,
    json: Json = False,
) -> None:
    """List who appears in the articles, each once, those of the most articles first."""
    if kind is not None and kind not in get_args(EntityKind):
        raise UsageError(f"unknown kind {kind!r}; known are {', '.join(get_args(EntityKind))}")
    words = fold_words(name or "")
    if name is not None and not words:
        raise UsageError(f"{name!r} has no word to look for")
    with Store.open(choose_store(db)) as store:
        found = [
            identity
            for identity in store.identities()
            if (kind is None or identity.kind == kind)
            and (country is None or identity.country == country.upper())
            and any(words in fold_words(one) for one in (identity.name, *identity.aliases))
        ]
    found.sort(key=lambda identity: (-_count_articles(identity), fold_words(identity.name), identity.id))
    chosen = found[:limit]
    if json:
        _print_json(chosen)
        return
    print_table(COLUMNS, [_describe(identity) for identity in chosen])


def show(key: Key, db: Db = None, json: Json = False) -> None:
    """Show one identity: its members, with the article of each, and the rule that joined it."""
    from coranto.compare.judgements import find_one

    with Store.open(choose_store(db)) as store:
        wanted = store.ask(lambda connection: find_one(connection, key))
        identities = store.identities()
        sources = {article.id: article for article in store.articles()}
        findings = store.ask(list_findings)
    found = next((i for i in identities if wanted in {i.id, *(member.entity for member in i.members)}), None)
    if found is None:
        raise UsageError(f"{wanted} has no name, and stands by itself; `coranto entities merge` joins it to others")
    if json:
        _print_json([found])
        return
    tell(f"{found.name} ({found.id}): {', '.join(filter(None, (found.kind, found.country, found.sector)))}")
    if finding := findings.get(found.id):
        identifiers = ", ".join(f"{name} {key}" for name, key in finding.identifiers.items())
        tell(f"in registers: {finding.describe()}{f'; {identifiers}' if identifiers else ''}")
    rows = []
    for member in found.members:
        article = sources[member.article]
        rows.append(
            (
                member.entity,
                str(article.published or ""),
                article.source,
                member.name,
                member.rule,
                f"{member.confidence:g}",
            )
        )
    print_table(("entity", "published", "source", "name", "rule", "confidence"), rows)


def merge(keys: Keys, db: Db = None) -> None:
    """Say that these are one, whatever the rules say. No later run undoes it; `coranto entities undo N` does."""
    from coranto.compare.judgements import merge_entities

    path = choose_existing(db)
    outcome = merge_entities(path, keys)
    _relink(path)
    tell(f"decision {outcome.number}: they are one, {_name(path, outcome.identities)}")


def split(
    key: Key,
    entities: Annotated[list[str], typer.Argument(metavar="ENTITY...", help="The members to take out (ent-…).")],
    db: Db = None,
) -> None:
    """Say that these members are not the others of the identity. No later run joins them again."""
    from coranto.compare.judgements import split_identity

    path = choose_existing(db)
    outcome = split_identity(path, key, entities)
    _relink(path)
    tell(f"decision {outcome.number}: they are apart, {_name(path, outcome.identities)}")


def undo(
    number: Annotated[int, typer.Argument(metavar="N", help="The number of the decision.")],
    db: Db = None,
) -> None:
    """Take a decision back, as if it had never been made."""
    from coranto.compare.judgements import undo_decision

    path = choose_existing(db)
    undo_decision(path, number)
    _relink(path)
    tell(f"decision {number} is taken back")


def decisions(db: Db = None, json: Json = False) -> None:
    """List what was decided by persons, and whether it holds.

    `superseded` or `in part`: later decisions say otherwise. `waits`: its entities are in no article of the store now.
    """
    from coranto.compare.judgements import list_standings

    with Store.open(choose_store(db)) as store:
        found = store.ask(list_standings)
    if json:
        for decision, standing in found:
            content = {
                "number": decision.number,
                "verdict": decision.verdict,
                "standing": standing,
                "sides": [
                    [{"entity": one.entity, "article": one.article, "name": one.name} for one in side]
                    for side in decision.sides
                ],
            }
            sys.stdout.write(json_format.dumps(content, ensure_ascii=False) + "\n")
        return
    rows = []
    for decision, standing in found:
        sides = [
            f"{side[0].name} ({side[0].entity}{f' and {len(side) - 1:,} more' if len(side) > 1 else ''})"
            for side in decision.sides
        ]
        rows.append(
            (
                str(decision.number),
                decision.verdict,
                f" {chr(0x2260 if decision.verdict == 'different' else 61)} ".join(sides),
                standing,
            )
        )
    print_table(("number", "verdict", "of", "standing"), rows)


SUBVERBS: dict[str, Callable[..., None]] = {
    "list": list_, "show": show, "merge": merge, "split": split, "undo": undo, "decisions": decisions,
}  # fmt: skip


def choose_existing(db: Path | None) -> Path:
    """The store that was asked for. Raises NotFoundError where there is none, for a decision makes no store."""
    path = choose_store(db)
    Store.open(path).close()
    return path


def _relink(path: Path) -> None:
    from coranto.compare.registers import relink

    relink(path)


def _name(path: Path, keys: tuple[str, ...]) -> str:
    with Store.open(path) as store:
        found = {identity.id: identity for identity in store.identities()}
    return "; ".join(f"{found[key].name} ({key}, {len(found[key].members):,} members)" for key in keys)


def _count_articles(identity: Identity) -> int:
    return len({member.article for member in identity.members})


def _describe(identity: Identity) -> tuple[str, ...]:
    names = sorted({member.name for member in identity.members} - {identity.name})
    more = ["…"] if len(names) > MOST_NAMES else []
    return (
        identity.id,
        identity.kind,
        identity.name,
        identity.country or "",
        identity.sector or "",
        f"{_count_articles(identity):,}",
        "; ".join(f"{name} {key}" for name, key in identity.identifiers.items()),
        "; ".join(names[:MOST_NAMES] + more),
    )


def _print_json(identities: list[Identity]) -> None:
    for identity in identities:
        sys.stdout.write(identity.model_dump_json() + "\n")
