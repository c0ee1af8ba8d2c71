"""SQLite's rows as typed ones."""

from __future__ import annotations

import json
import re
from datetime import date
from sqlite3 import Row

from coranto.store.rows import ArticleRow, AttributionRow, EventRow, Hit, PartyRow


def read_date(day: str | None) -> date | None:
    """The day of an ISO date."""
    return None if day is None else date.fromisoformat(day)


def read_parties(content: str) -> tuple[PartyRow, ...]:
    """The parties of a JSON list of [name, country, sector, entity, basis, identifiers]."""
    return tuple(PartyRow(*cells) for cells in json.loads(content))


def read_event(row: Row) -> EventRow:
    """A row of events with its article and parties."""
    return EventRow(
        id=row["id"],
        type=row["type"],
        mode=tuple(json.loads(row["mode"])),
        contexts=tuple(json.loads(row["contexts"])),
        quad=row["quad"],
        scale=row["scale"],
        cameo=row["cameo"],
        polarity=row["polarity"],
        certainty=row["certainty"],
        tense=row["tense"],
        start=read_date(row["date_start"]),
        end=read_date(row["date_end"]),
        precision=row["date_precision"],
        actors=read_parties(row["actor_list"]),
        recipients=read_parties(row["recipient_list"]),
        holder=row["holder"],
        holder_kind=row["holder_kind"],
        holder_name=row["holder_name"],
        holder_country=row["known_country"],
        holder_sector=row["known_sector"],
        holder_basis=row["known_basis"],
        holder_identifiers=json.loads(row["known_identifiers"]),
        act=row["act"],
        relays=tuple(json.loads(row["relays"])),
        place=row["place"],
        place_country=row["place_country"],
        lat=row["lat"],
        lon=row["lon"],
        trigger=row["trigger_text"],
        trigger_start=row["trigger_start"],
        trigger_end=row["trigger_end"],
        clause=row["clause_text"],
        clause_start=row["clause_start"],
        clause_end=row["clause_end"],
        rule=row["rule"],
        confidence=row["confidence"],
        article=row["article_id"],
        source=row["source"],
        outlet=row["outlet"],
        title=row["title"],
        published=read_date(row["published"]),
    )


def read_attribution(row: Row) -> AttributionRow:
    """A row of attributions with its article."""
    return AttributionRow(
        id=row["id"],
        act=row["act"],
        form=row["form"],
        stance=row["stance"],
        speaker=row["source"],
        speaker_kind=row["source_kind"],
        speaker_country=row["known_country"],
        speaker_sector=row["known_sector"],
        speaker_basis=row["known_basis"],
        speaker_identifiers=json.loads(row["known_identifiers"]),
        named=bool(row["source_named"]),
        cue=row["cue"],
        content=row["content"],
        content_start=row["content_start"],
        relays=tuple(json.loads(row["relays"])),
        addressee=row["addressee"],
        parent=row["parent"],
        rule=row["rule"],
        confidence=row["confidence"],
        article=row["article_id"],
        source=row["article_source"],
        outlet=row["outlet"],
        published=read_date(row["published"]),
    )


def read_article(row: Row) -> ArticleRow:
    """A row of articles."""
    cells = dict(row)
    return ArticleRow(**(cells | {"published": read_date(cells["published"])}))


def read_hit(row: Row) -> Hit:
    """A row of a search, whose snippet has its matches between STX and ETX."""
    plain, matches = "", []
    for part in re.split("(\x02[^\x03]*\x03)", " ".join(row["snippet"].split())):
        words = part.strip("\x02\x03") if part.startswith("\x02") else part
        if part.startswith("\x02"):
            matches.append((len(plain), len(plain) + len(words)))
        plain += words
    return Hit(
        article=row["id"],
        source=row["source"],
        title=row["title"],
        outlet=row["outlet"],
        published=read_date(row["published"]),
        snippet=plain,
        matches=tuple(matches),
    )
