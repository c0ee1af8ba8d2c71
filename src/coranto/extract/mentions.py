"""Phrases that may stand for someone: names, descriptions, pronouns, adjectives of nationality.

One mention a head word; smaller ones may lie in larger ones (`Russian` in `the Russian Interior Minister`).
"""

from __future__ import annotations

from collections.abc import Sequence

from coranto.extract.described import find_described, find_state_after
from coranto.extract.known import Known, find_known, fold, load_known, match_known
from coranto.extract.labels import PRODUCT, Label, mend_labels
from coranto.extract.names import PRONOUNS, read_name, trim_name
from coranto.extract.noun_phrases import (
    counts_people,
    find_end_of_number,
    find_head,
    find_left,
    find_right,
    means_thing,
    modifies_person,
)
from coranto.extract.roles import find_role, find_title
from coranto.model.drafts import Mention
from coranto.model.entity import EntityKind
from coranto.model.sentence import Sentence, Token
from coranto.model.span import Range

RELATIVES = frozenset({"who", "whom", "whose", "which", "that"})
MODIFIERS = frozenset({"amod", "compound", "nmod"})
SOMEONE = frozenset({"someone", "somebody", "everyone", "everybody", "anyone", "anybody"})
BARE = frozenset({"nsubj", "nsubjpass", "poss", "dobj", "pobj", "conj", "appos"})
PRONOUN_TAGS = frozenset({"PRP", "PRP$", "WP", "WP$", "WDT"})
COUNTED = frozenset({"nsubj", "nsubjpass"})
"""What a number without a noun must be to stand for people."""
INNER = frozenset({"compound", "pobj"})
FIRMS = frozenset({"company", "firm"})
INNER_RULE = "role.inner"
THING_RULE = "name.thing"
SHORT = 3
"""Letters of the longest words that are written small in titles too."""


class _Finder:
    """The mentions of one sentence, found in order: known names, the parser's names, descriptions, pronouns."""

    def __init__(self, sentence: Sentence, labels: Sequence[Label]) -> None:
        self.sentence = sentence
        self.tokens = sentence.tokens
        self.folded = [fold(t.text) for t in sentence.tokens]
        self.taken = [False] * len(sentence.tokens)
        self.by_head: dict[int, Mention] = {}
        self.labelled = labels
        self.things = [label for label in labels if label.label == PRODUCT]

    def find(self) -> None:
        """Find all but lone surnames."""
        known = self._match_list()
        self._add_names(known)
        self._add_known(known)
        self._add_described()
        self._add_hyphenated()
        self._add_roles()
        self._add_inner()
        self._add_things()
        self._add_pronouns()

    def _match_list(self) -> dict[int, tuple[int, Known]]:
        found: dict[int, tuple[int, Known]] = {}
        i, listed = 0, load_known()
        while i < len(self.tokens):
            entry = match_known(self.sentence, self.folded, i) if self.folded[i] in listed else None
            if entry is None:
                i += 1
                continue
            found[i] = (i + len(entry.words), entry)
            i += len(entry.words)
        return found

    def _add_names(self, known: dict[int, tuple[int, Known]]) -> None:
        """The parser's names, their ends mended; a person's title is taken in."""
        for label in self.labelled:
            name = read_name(self.sentence, label, known)
            if name is None:
                continue
            first, last = name.tokens
            if name.kind == "group":
                self._add_norp(first, last)
                continue
            self._drop_covered(known, first, last, name.kind)
            self._add(name.whole, find_head(self.sentence, name.tokens), "name", name.kind, name.rule)

    def _drop_covered(self, known: dict[int, tuple[int, Known]], first: int, last: int, kind: EntityKind) -> None:
        """Leave out list names inside a longer name, but for nations and states (`Russian Foreign Ministry`)."""
        for i in range(first, last):
            entry = known.get(i)
            if entry is None:
                continue
            adjective = entry[1].use == "adjective"
            keeps = adjective or (kind != "person" and entry[1].kind in {"state", "organization"})
            if kind == "person" and adjective and i > first:
                keeps = False
            if not keeps or entry[0] > last:
                del known[i]

    def _add_norp(self, first: int, last: int) -> None:
        head = find_head(self.sentence, Range(first, last))
        token = self.tokens[head]
        if token.dep in MODIFIERS or token.pos == "ADJ":
            self._add(Range(first, last), head, "adjective", "group", "name.norp")
        elif token.text[0].isupper() and (token.tag != "NNP" or find_known(token.text) is not None):
            self._add(Range(find_left(self.sentence, head), last), head, "nominal", "group", "name.norp")

    def _add_known(self, known: dict[int, tuple[int, Known]]) -> None:
        for first, (last, entry) in known.items():
            if not self._is_meant(first, last, entry):
                continue
            head = find_head(self.sentence, Range(first, last))
            if head in self.by_head:
                continue
            token = self.tokens[head]
            rule = f"list.{entry.use}"
            if entry.use == "demonym" or (entry.use == "adjective" and self._is_plural(head)):
                if token.dep in MODIFIERS and entry.use == "demonym" and token.tag not in {"NNS", "NNPS"}:
                    self._add(Range(first, last), head, "adjective", "state", "list.adjective")
                else:
                    self._add(Range(find_left(self.sentence, head), last), head, "nominal", "group", "list.demonym")
            elif entry.use == "adjective":
                self._add(Range(first, last), head, "adjective", entry.kind, rule)
            elif entry.kind == "person":
                title = find_title(self.sentence, first)
                self._add(Range(title.first if title else first, last), head, "name", "person", rule)
            elif entry.country == "IGO" and (end := find_state_after(self.sentence, last)) > last:
                self._add(Range(first, end), head, "name", entry.kind, "name.body")
            else:
                self._add(Range(first, last), head, "name", entry.kind, rule)

    def _add_described(self) -> None:
        """People whom the parser does not know for names, but whom an office beside them shows to be some."""
        for words in find_described(self.sentence, self.taken):
            title = find_title(self.sentence, words.first)
            head = find_head(self.sentence, words)
            self._add(
                Range(title.first if title else words.first, words.last), head, "name", "person", "name.described"
            )

    def _add_hyphenated(self) -> None:
        """`U.S.-led`, which is one token: the state stands in its first part."""
        for i, token in enumerate(self.tokens):
            if i in self.by_head or "-" not in token.text or not token.text[0].isupper():
                continue
            first = token.text.partition("-")[0]
            known = find_known(first)
            if known is not None and known.kind == "state":
                span = self.sentence.span_at(token.offset, token.offset + len(first))
                self.by_head[i] = Mention(
                    self.sentence.number, Range(i, i + 1), i, span, "adjective", "state", "list.hyphen"
                )

    def add_surnames(self, surnames: frozenset[str]) -> None:
        """Lone surnames of people named elsewhere in the article, which the parser took for common words."""
        for i, token in enumerate(self.tokens):
            if self.folded[i] not in surnames or self.taken[i] or i in self.by_head or token.label:
                continue
            if not token.text[0].isupper() or token.dep in {"compound", "amod"}:
                continue
            if (token.pos in {"PROPN", "NOUN"} and i > 0 and self._is_cased(i)) or self._stands_bare(i):
                title = find_title(self.sentence, i)
                self._add(Range(title.first if title else i, i + 1), i, "name", "person", "name.surname")

    def _is_cased(self, token: int) -> bool:
        """Whether a capital tells a name here: not where a sentence or quotation begins, or each word has one."""
        if self.tokens[token].pos == "PROPN":
            return True
        before = [t for t in self.tokens[:token] if t.text[0].isalpha()]
        return not self._opens(token) and any(t.text[0].islower() and len(t.text) > SHORT for t in before)

    def split_headlines(self, surnames: frozenset[str]) -> None:
        """Part `Rojas Meets Lund`, taken for one name: its ends are surnames here, or the parse has a verb."""
        for mention in list(self.by_head.values()):
            first, last = mention.tokens
            if mention.form != "name" or mention.kind != "person" or last - first != 3:
                continue
            verb = self.folded[first + 1]
            known = self.folded[first] in surnames and self.folded[last - 1] in surnames
            parsed = self.tokens[first + 1].pos == "VERB"
            if (known or parsed) and verb.endswith("s"):
                if (verb in surnames and not parsed) or self.folded[first] == self.folded[last - 1]:
                    continue
                del self.by_head[mention.head]
                self.taken[first + 1] = False
                for i in (first, last - 1):
                    self._add(Range(i, i + 1), i, "name", "person", "name.headline")

    def list_surnames(self) -> list[str]:
        """The last words of the full names of people in the sentence."""
        return [
            self.folded[m.head]
            for m in self.by_head.values()
            if m.form == "name" and m.kind == "person" and m.tokens.last - m.tokens.first > 1
        ]

    def sort(self) -> list[Mention]:
        """Every mention, by its first token and then the longer first."""
        return sorted(self.by_head.values(), key=lambda m: (m.tokens.first, -m.tokens.last, m.head))

    def _is_plural(self, head: int) -> bool:
        token = self.tokens[head]
        return token.dep not in MODIFIERS and token.pos in {"NOUN", "PROPN"} and token.tag in {"NNS", "NNPS"}

    def _is_meant(self, first: int, last: int, entry: Known) -> bool:
        """Whether the words are used as a name here: a lone word must be tagged or labelled as one."""
        if any(self.taken[first:last]) and entry.use != "adjective" and entry.kind == "person":
            return False
        head = self.tokens[first]
        if entry.kind in {"organization", "outlet", "person"} and any(
            thing.first <= first and last <= thing.last for thing in self.things
        ):
            return False
        if first and self.tokens[first - 1].pos == "NUM" and self.tokens[first - 1].end == head.start:
            return False
        if last - first > 1:
            return True
        if entry.exact and not any(c.islower() for c in self.sentence.text):
            return head.label in {"GPE", "ORG", "NORP"}
        if entry.use in ("adjective", "demonym"):
            return head.text[0].isupper()
        if not entry.name[0].isupper():
            return True
        if head.pos != "PROPN" and not head.label:
            if any(c.isupper() for c in head.text[1:]):
                return True
            if entry.kind != "person" or not head.text[0].isupper():
                return False
            return self._stands_bare(first) if first == 0 or self._opens(first) else True
        if entry.kind in {"organization", "outlet", "person"}:
            before = self.tokens[first - 1] if first else None
            after = self.tokens[last] if last < len(self.tokens) else None
            if (
                before
                and before.pos == "PROPN"
                and before.dep == "compound"
                and before.head == first
                and before.text[0].isalpha()
            ):
                return bool(find_title(self.sentence, first)) or self._ends_known(first)
            if after and after.pos == "PROPN" and head.dep == "compound" and not head.label:
                return find_role(self.sentence, last) is not None
        return True

    def _stands_bare(self, token: int) -> bool:
        """A singular noun that no article or adjective modifies, as only a name is: `Trump said`."""
        t = self.tokens[token]
        if t.dep not in BARE or t.tag not in {"NN", "NNP", "NNS", "NNPS"}:
            return False
        if t.tag in {"NNS", "NNPS"} and not self._acts_alone(t):
            return False
        return not any(self.sentence.children_of(token, "det", "amod", "nummod", "compound"))

    def _acts_alone(self, token: Token) -> bool:
        """Whether a word that looks plural (`Jobs said`) is the subject of a verb of saying that is not plural."""
        verb = self.tokens[token.head]
        if token.dep != "nsubj" or verb.pos != "VERB":
            return False
        auxiliaries = [self.tokens[i] for i in self.sentence.children[verb.i] if self.tokens[i].dep == "aux"]
        finite = auxiliaries[0] if auxiliaries else verb
        return finite.tag == "VBZ" or (finite.tag in {"VBD", "MD"} and finite.lower != "were")

    def _opens(self, token: int) -> bool:
        return self.tokens[token - 1].text in {"“", '"', "‘", ":", "•", "."}

    def _ends_known(self, first: int) -> bool:
        return any(m.form == "adjective" and m.tokens.last == first for m in self.by_head.values())

    def _add_roles(self) -> None:
        named = self.taken
        for i, token in enumerate(self.tokens):
            if i in self.by_head or named[i]:
                continue
            if token.dep in COUNTED and counts_people(self.sentence, i):
                self._add(
                    Range(find_left(self.sentence, i), find_end_of_number(self.sentence, i)),
                    i,
                    "nominal",
                    "group",
                    "crowd",
                )
                continue
            if token.pos not in {"NOUN", "PROPN", "ADJ"} and token.lower not in SOMEONE:
                continue
            if token.pos == "ADJ" and token.dep not in {"nsubj", "dobj", "pobj", "nsubjpass", "poss"}:
                continue
            found = find_role(self.sentence, i)
            if found is None:
                continue
            if token.dep in MODIFIERS and token.head > i and modifies_person(self.sentence, token, found[0]):
                continue
            role, tokens = found
            if means_thing(self.sentence, token, role):
                continue
            kind: EntityKind = "unnamed" if role.kind == "person" else "group"
            first = min(find_left(self.sentence, i), tokens.first)
            last = max(find_right(self.sentence, i), tokens.last)
            self._add(Range(first, last), i, "nominal", kind, f"role.{role.sector or 'any'}".lower())

    def _add_inner(self) -> None:
        """Bodies told by a bare noun before another: `company` in `company spokesman`, `Air Force officials`."""
        for i, token in enumerate(self.tokens):
            if token.dep not in INNER or i in self.by_head or token.tag not in {"NN", "NNP"}:
                continue
            firm = token.lower in FIRMS and token.dep == "compound" and token.head > i
            if not firm and not token.text[0].isupper():
                continue
            found = find_role(self.sentence, i)
            if found is None or found[0].kind != "group":
                continue
            first, last = found[1]
            titled = last - first > 1 and all(t.text[0].isupper() for t in self.tokens[first:last])
            if (firm or titled) and not self._is_in_body(i):
                self._add(Range(first, last), i, "nominal", "group", INNER_RULE)

    def _add_things(self) -> None:
        """Names of products: they act for nobody, but a pronoun may mean them."""
        for label in self.things:
            first, last = trim_name(self.sentence, label.first, label.last)
            if first >= last or any(self.taken[first:last]) or not self.tokens[first].text[0].isalnum():
                continue
            head = find_head(self.sentence, Range(first, last))
            if head not in self.by_head:
                tokens = Range(first, last)
                self.by_head[head] = Mention(
                    self.sentence.number, tokens, head, self.sentence.span(tokens), "name", "document", THING_RULE
                )

    def _is_in_body(self, token: int) -> bool:
        """Whether the token is a part of the name of something other than a person."""
        return self.taken[token] and any(
            m.form == "name" and m.kind != "person" and m.tokens.holds(token) for m in self.by_head.values()
        )

    def _add_pronouns(self) -> None:
        for i, token in enumerate(self.tokens):
            if token.tag not in PRONOUN_TAGS or i in self.by_head or self.taken[i]:
                continue
            low = token.lower
            if low in PRONOUNS and token.tag in {"PRP", "PRP$"}:
                self._add(Range(i, i + 1), i, "pronoun", None, "pronoun")
            elif low in RELATIVES and token.tag in {"WP", "WDT", "WP$"} and self._is_relative(token):
                self._add(Range(i, i + 1), i, "pronoun", None, "pronoun.relative")

    def _is_relative(self, token: Token) -> bool:
        if any(t.dep == "relcl" for t in self.sentence.ancestors_of(token.i)):
            return True
        return token.i > 0 and self.tokens[self.sentence.tokens[token.head].i].dep == "relcl"

    def _add(self, tokens: Range, head: int, form: str, kind: EntityKind | None, rule: str) -> None:
        if head in self.by_head:
            return
        self.by_head[head] = Mention(
            sentence=self.sentence.number,
            tokens=tokens,
            head=head,
            span=self.sentence.span(tokens),
            form=form,  # type: ignore[arg-type]
            kind=kind,
            rule=rule,
        )
        if form == "name":
            for i in range(tokens.first, tokens.last):
                self.taken[i] = True


def find_mentions(sentences: Sequence[Sentence]) -> tuple[Mention, ...]:
    """Every mention, in the order of the text (the longer first where two begin together)."""
    labels = mend_labels(sentences)
    finders = [_Finder(sentence, found) for sentence, found in zip(sentences, labels, strict=True)]
    for finder in finders:
        finder.find()
    surnames = frozenset(name for finder in finders for name in finder.list_surnames())
    for finder in finders:
        finder.add_surnames(surnames)
        finder.split_headlines(surnames)
    return tuple(mention for finder in finders for mention in finder.sort())
