"""Countries and sectors of actors, from their roles, the lists and the text.

Sectors are those of the PLOVER manual. What neither the text nor a list tells stays null.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache

from coranto.extract.known import Known, fold_words, load_by_key
from coranto.model.drafts import Mention, TokenRef
from coranto.resolve.callings import read_sector
from coranto.resolve.drafts import Board, Draft
from coranto.resolve.roles.titles import CODES, OFFICES, PARTY_OFFICE
from coranto.resources import read_tsv

LOCAL_SECTORS = frozenset({"CVL", "COP", "JUD", "CRM", "UAF", "REB", "OPP", "MED", "EDU", "LAB", "REL", "AGR"})
ANYONE = frozenset(
    "people person man woman child boy girl family resident expert lawyer friend victim official".split()
)
AMERICAN = frozenset(
    {
        "justice", "associate justice", "district judge", "federal judge", "attorney general", "solicitor general",
        "sen.", "rep.", "gov.", "senator", "representative", "congressman", "congresswoman", "district attorney",
        "special counsel", "sheriff", "u.s. attorney", "secretary of state", "defense secretary",
    }
)  # fmt: skip
"""Titles that an American outlet gives American officials without naming the country."""

COMMON_OFFICES = frozenset(
    {
        "secretary general", "secretary-general", "director general", "director-general", "high commissioner", "chief",
        "head", "director", "commissioner", "high representative", "foreign policy chief", "spokesman", "spokeswoman",
        "spokesperson", "envoy", "special envoy", "rapporteur", "special rapporteur", "managing director",
    }
)  # fmt: skip
"""Offices of bodies of many states whose holders work for no one of them."""
CANDIDATES = frozenset({"candidate", "nominee", "mate", "hopeful", "contender", "frontrunner", PARTY_OFFICE})
"""Words for those who are of a party before they are of a legislature."""
KIN = frozenset(
    "wife husband widow widower son daughter brother sister mother father parent child cousin nephew niece uncle aunt "
    "fiance fiancee girlfriend boyfriend relative grandson granddaughter grandmother grandfather stepson".split()
)
SPOKESPEOPLE = frozenset({"spokesman", "spokeswoman", "spokesperson"})
CALLINGS = frozenset({None, "ELI", "CVL", "PTY", "BUS", "LAB", "CRM", "EDU", "MED"})
"""Sectors that the text may give to holders of an office: their parties, and what else they do or did."""
SUFFERED = frozenset(
    "arrest detain imprison jail kidnap abduct kill injure wound release free hospitalize rescue evacuate deport "
    "torture beat stab trap displace shoot murder slay bury mourn execute extradite behead".split()
)
FATES = frozenset(
    "death killing murder shooting release arrest detention imprisonment execution kidnapping abduction disappearance "
    "assassination beheading slaying rescue deportation funeral captivity torture hanging lynching".split()
)
"""Nouns for what is done to people, or befalls them: `the death of Rosa Quispe`."""
TRADES = ("er", "or", "ist", "man", "woman", "ian", "keeper", "driver", "owner", "clerk", "cook", "nurse", "guide")
"""Endings of nouns for what people do."""
OLDEST = 110


def joins_countries(board: Board, mention: Mention) -> bool:
    """Whether the description belongs to two states at once: `the Russian and Cuban authorities`."""
    sentence = board.sentences[mention.sentence]
    for token in sentence.tokens[mention.tokens.first : mention.tokens.last]:
        if token.dep == "conj":
            one = board.at.get(TokenRef(mention.sentence, token.i))
            other = board.at.get(TokenRef(mention.sentence, token.head))
            if one is not None and other is not None and one.kind == other.kind == "state" and one is not other:
                return True
    return False


def settle(draft: Draft, published: date | None, home: str | None) -> None:
    """Fill country and sector from what the roles and the lists tell; roles read in the text go first.

    `home` is the country of the outlet, or null.
    """
    if draft.known is not None:
        told = draft.country is not None and (draft.country not in CODES or _serves_all(draft))
        draft.country = draft.country if told else draft.known.country
        draft.sector = draft.sector or draft.known.sector
    if draft.kind == "person" or (draft.kind == "unnamed" and draft.sectors):
        draft.sector = _choose(draft.sectors) or draft.sector
        if draft.known is not None and draft.known.terms:
            listed = find_term(draft.known.terms, published)
            keeps = draft.sector == "PTY" and _stands_for_party(draft, listed, published)
            if listed and not draft.former and not keeps and _may_be(draft, listed):
                draft.sector = listed
        if draft.sector == "GOV" and "MIL" in draft.sectors and draft.role_words & SPOKESPEOPLE:
            draft.sector = "MIL"
    elif draft.kind == "organization" and draft.sector is None and draft.known is None:
        draft.sector = read_sector(draft.words)
    if draft.country is None and draft.kind == "person" and draft.role_words & AMERICAN and home == "USA":
        draft.country = home


def _stands_for_party(draft: Draft, listed: str | None, published: date | None) -> bool:
    """Whether someone of a party is told of as its candidate or officer, or was one in the year."""
    if draft.known is not None and "PTY" in list_terms(draft.known.terms, published):
        return True
    return listed in {"LEG", "ELI"} and bool(draft.role_words & CANDIDATES)


def _may_be(draft: Draft, listed: str) -> bool:
    return listed in draft.sectors or _yields(draft.sector, listed)


def _serves_all(draft: Draft) -> bool:
    """Whether someone of some state now works for a body of many: `NATO Secretary General X`."""
    return (
        draft.country == "IGO"
        and not draft.former
        and bool(draft.role_words & COMMON_OFFICES)
        and "MIL" not in draft.sectors
    )


def _yields(told: str | None, listed: str) -> bool:
    """Whether a sector told by the text gives way to the office that a list has for the day."""
    return told in CALLINGS or (listed in OFFICES - {"PTY"} and told not in OFFICES | {"OPP"})


def follow_patrons(board: Board) -> None:
    """Those who speak for or advise someone are of the calling of that one: a senator's spokesman of the senate."""
    for claim in board.claims:
        holder = board.at.get(claim.holder)
        patron = claim.of
        if holder is None or patron is None or patron.kind != "person" or not claim.noun.inherits or holder is patron:
            continue
        if holder.known is None and patron.sector in OFFICES | {"ELI"} and holder.sector in {None, "GOV"}:
            holder.sector = patron.sector


def read_fates(board: Board) -> None:
    """Those of whom the article tells no calling, but that they were held, hurt or freed, or how old they are."""
    for draft in board.drafts:
        if draft.kind == "person" and draft.sector is None and draft.known is None:
            named = [m for m in draft.mentions if m.form == "name"]
            if draft.role_words & KIN or any(_is_private(board, m) for m in named):
                draft.sector = "CVL"


def _is_private(board: Board, mention: Mention) -> bool:
    return _suffers(board, mention) or _has_age(board, mention) or _has_kin(board, mention) or _follows(board, mention)


def _has_kin(board: Board, mention: Mention) -> bool:
    """`Rosa Quispe, whose son died, said`; `Rosa Quispe lost her twins`; `his daughter Ana`."""
    tokens = board.sentences[mention.sentence].tokens
    last, first = mention.tokens.last, mention.tokens.first
    if last + 2 < len(tokens) and tokens[last].text == "," and tokens[last + 1].lower == "whose":
        return tokens[last + 2].lemma in KIN
    if first > 2 and tokens[first - 1].text == "," and tokens[first - 2].lemma in KIN | {"partner"}:
        return tokens[first - 3].tag in {"PRP$", "POS"}
    return first > 1 and tokens[first - 1].lemma in KIN and tokens[first - 2].tag in {"PRP$", "POS"}


def _follows(board: Board, mention: Mention) -> bool:
    """`Rosa Quispe, a weaver in Cusco, said`: a calling that no list of offices has, with an article."""
    tokens = board.sentences[mention.sentence].tokens
    last = mention.tokens.last
    if last + 2 >= len(tokens) or tokens[last].text != "," or tokens[last + 1].lower not in {"a", "an"}:
        return False
    token = tokens[last + 2]
    while token.dep in {"amod", "compound", "nmod"} and token.head > token.i:
        token = tokens[token.head]
    return token.tag == "NN" and token.dep == "appos" and token.lemma.endswith(TRADES)


def _suffers(board: Board, mention: Mention) -> bool:
    token = board.token(mention)
    tokens = board.sentences[mention.sentence].tokens
    steps = 0
    while token.dep == "conj" and steps < len(tokens):
        token, steps = tokens[token.head], steps + 1
    verb = tokens[token.head]
    if token.dep in {"nsubjpass", "dobj"}:
        return verb.lemma in SUFFERED
    if token.dep == "pobj" and verb.lower == "of":
        return tokens[verb.head].lemma in FATES
    return token.dep == "poss" and verb.lemma in FATES | KIN | {"family", "body", "remains"}


def _has_age(board: Board, mention: Mention) -> bool:
    """`Rosa Quispe, 34, said`; `34-year-old Rosa Quispe`."""
    tokens = board.sentences[mention.sentence].tokens
    before = "".join(t.lower for t in tokens[max(0, mention.tokens.first - 5) : mention.tokens.first])
    if before.endswith(("-year-old", "-years-old", "-month-old")):
        return True
    after = mention.tokens.last
    if after + 2 >= len(tokens) or tokens[after].text != "," or tokens[after + 2].text not in {",", "."}:
        return False
    return tokens[after + 1].text.isdigit() and 5 <= int(tokens[after + 1].text) <= OLDEST


def _choose(sectors: list[str]) -> str | None:
    """The sector told first; an office goes before other callings, the government first.

    What someone is goes before what one was.
    """
    offices = [s for s in sectors if s in OFFICES - {"PTY"}]
    if "GOV" in offices:
        return "GOV"
    now = sorted((s for s in sectors if s not in {"ELI", "CVL"}), key="MED".__eq__)  # a `Dr.` may be of any calling
    return next(iter(offices or now or sectors), None)


def find_term(terms: str, published: date | None) -> str | None:
    """The sector in the year of publication; without a date, that of the longest time in office."""
    found = list(_read_terms(terms))
    if not found:
        return None
    if published is None:
        held = [t for t in found if t[0] != "ELI"] or found
        return max(held, key=lambda t: min(t[2], 2030) - t[1])[0]
    if published.year > found[-1][2]:  # the dead are known by what they were in office
        return next((s for s, _, _ in reversed(found) if s != "ELI"), found[-1][0])
    return next((s for s, first, last in reversed(found) if first <= published.year <= last), None)


def list_terms(terms: str, published: date | None) -> frozenset[str]:
    """The sectors of all the terms that the year of publication lies in."""
    year = published.year if published else 0
    return frozenset(s for s, first, last in _read_terms(terms) if first <= year <= last)


def _read_terms(terms: str) -> Iterator[tuple[str, int, int]]:
    for term in terms.split("|"):
        if term:
            sector, _, years = term.partition(":")
            first, _, last = years.partition("-")
            yield sector, int(first), int(last or 9999)


def infer_countries(board: Board) -> None:
    """Give groups without a country that of the place where the same sentence puts them, if it names no other.

    Later mentions of the same description then take it too: it is one group, and one draft.
    """
    for draft in board.drafts:
        if draft.country or draft.kind not in {"unnamed", "group"} or draft.sector not in LOCAL_SECTORS:
            continue
        for mention in draft.mentions:
            if mention.form != "nominal":
                continue
            countries = _countries_in(board, mention.sentence)
            if len(countries) == 1 and countries[0][1]:
                draft.country = countries[0][0]
                break
    _share_countries(board)


def _share_countries(board: Board) -> None:
    """`protesters` are those of `Hong Kong protesters`, where the article speaks of none of another country."""
    told: dict[str, set[str]] = {}
    groups = [d for d in board.drafts if d.kind in {"unnamed", "group"} and d.sector in LOCAL_SECTORS | {"MIL", "GOV"}]
    for draft in groups:
        for word in draft.role_words:
            told.setdefault(word, set()).update({draft.country} if draft.country else ())
    for draft in groups:
        if draft.country is None and not draft.role_words & ANYONE:
            countries = set().union(*(told[word] for word in draft.role_words))
            if len(countries) == 1:
                draft.country = next(iter(countries))


def _countries_in(board: Board, sentence: int) -> list[tuple[str, bool]]:
    """The countries that the sentence names, each with whether one of the names says where (`in Lahore`)."""
    found: dict[str, bool] = {}
    for mention in board.in_sentence.get(sentence, []):
        draft = board.find(mention)
        if draft is None or not draft.country or draft.country in CODES or mention.form not in {"name", "adjective"}:
            continue
        token = board.token(mention)
        head = board.sentences[sentence].tokens[token.head]
        placed = (
            draft.kind in {"state", "place"} and token.dep == "pobj" and head.lower in {"in", "at", "near", "across"}
        )
        found[draft.country] = found.get(draft.country, False) or placed
    return list(found.items())


@cache
def load_regions() -> dict[str, frozenset[str]]:
    """The states that a word such as `caribbean` or `kingdom` may describe."""
    return {row["word"]: frozenset(row["states"].split()) for row in read_tsv("actors/regions.tsv")}


@cache
def find_home(outlet: str | None) -> str | None:
    """The country of the outlet that published the article, where its name is listed."""
    words = set(fold_words(outlet or ""))
    best: Known | None = None
    for known in load_by_key().values():
        told = set(known.words) - {"the"}
        if known.kind == "outlet" and told and told <= words and (best is None or len(told) > len(best.words)):
            best = known
    return best.country if best else None


def name_state(iso3: str) -> str:
    """The usual English name of a state."""
    known = load_by_key().get(f"state:{iso3}")
    return known.name if known else iso3
