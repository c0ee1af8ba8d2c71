"""Bytes to text, by evidence: byte order mark, UTF-8, the page's own word, then the letters themselves."""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes

from coranto.errors import DecodeError

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
NATURES = (
    (b"%PDF", "a PDF: take its text out first, with pdftotext for example"),
    (b"PK\x03\x04", "a ZIP archive or an office document: unpack it or save it as text first"),
    (b"\xd0\xcf\x11\xe0", "an old office document: save it as text first"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"\x1f\x8b", "a gzip file: name it .gz"),
)
CHARSET = re.compile(
    rb"""<(?:meta|\?xml)[^>]{0,400}?(?:charset|encoding)\s*=\s*["']?\s*([\w:.-]{2,40})""", re.IGNORECASE
)
CONTROL = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1b"))
CANDIDATES = [
    "cp1252", "cp1250", "cp1251", "koi8_r", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257",
    "shift_jis", "euc_jp", "euc_kr", "gb18030", "big5", "cp874",
]  # fmt: skip
SIGN_IN_WORD = re.compile(r"(?<=[^\W\d_])[¡-©«-´¶-¹»-¿×÷Øð](?=[^\W\d_])")
SAMPLE = 200_000


def decode_bytes(data: bytes, name: str, *, html: bool = False) -> str:
    """The text of the bytes, its line breaks as they are; raises DecodeError where they are no text.

    In order: a byte order mark, UTF-16 seen by its zero bytes, UTF-8, with `html` the charset that the page declares,
    UTF-8 with a few broken bytes (each becomes U+FFFD), and the likeliest of the older code pages.
    """
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return _check_text(data[len(mark) :].decode(encoding, "replace"), name)
    for start, nature in NATURES:
        if data.startswith(start):
            raise DecodeError(f"{name}: not text but {nature}")
    wide = _find_wide(data)
    if wide:
        return _check_text(data.decode(wide, "replace"), name)
    head = data[:SAMPLE]
    if len(head) - len(head.translate(None, CONTROL)) > len(head) // 33:
        raise DecodeError(f"{name}: not text (control bytes); leave it out or save it as UTF-8 text")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    declared = _find_declared(data) if html else None
    if declared:
        try:
            return data.decode(declared)
        except UnicodeDecodeError:
            pass
    return _decode_old(data, name)


def _check_text(text: str, name: str) -> str:
    odd = sum(c == "\ufffd" or (c < " " and c not in "\t\n\v\f\r\x1b") for c in text[:SAMPLE])
    if odd > len(text[:SAMPLE]) // 20:
        raise DecodeError(f"{name}: not text, in spite of its byte order mark; save it as UTF-8 text")
    return text


def _find_wide(data: bytes) -> str | None:
    """UTF-16 without a mark: text in it that is mostly ASCII has a zero in every other byte."""
    head = data[:SAMPLE]
    if len(head) < 4 or b"\0" not in head:
        return None
    even, odd = head[::2].count(0), head[1::2].count(0)
    if odd > 0.4 * len(head) / 2 and even < 0.05 * len(head) / 2:
        return "utf-16-le"
    if even > 0.4 * len(head) / 2 and odd < 0.05 * len(head) / 2:
        return "utf-16-be"
    return None


def _find_declared(data: bytes) -> str | None:
    found = CHARSET.search(data[:4096])
    if not found:
        return None
    try:
        name = codecs.lookup(found[1].decode("ascii", "replace")).name
    except LookupError:
        return None
    # What calls itself Latin-1 or ASCII on the web is cp1252 (WHATWG Encoding Standard, section 4.2).
    name = "cp1252" if name in {"iso8859-1", "ascii"} else name
    return None if name in {"utf-8", "utf-16", "utf-32", "utf-7"} or not _is_charset(name) else name


def _is_charset(name: str) -> bool:
    try:
        return isinstance(b"a".decode(name), str)
    except (LookupError, UnicodeError, ValueError):
        return False


def _decode_old(data: bytes, name: str) -> str:
    mended = data.decode("utf-8", "replace")
    broken = mended.count("\ufffd")
    if broken * 20 <= sum(c > "\x7f" for c in mended[:SAMPLE]) and broken <= 3 + len(data) // 1000:
        return mended
    high = re.findall(rb"[\x80-\xff]+", data[:SAMPLE])
    letters = len(re.findall(rb"[A-Za-z]", data[:SAMPLE]))
    western = data.decode("cp1252", "replace")
    if sum(map(len, high)) * 3 < letters and max(map(len, high)) <= 4:
        # Accents or quotation marks among plain letters: Western European, unless signs stand inside words.
        odd = len(SIGN_IN_WORD.findall(western[:SAMPLE]))
        if odd * 10 <= len(high):
            return western
    best = from_bytes(data[:SAMPLE], cp_isolation=CANDIDATES).best()
    if best is None:
        raise DecodeError(f"{name}: in no encoding that could be recognised; save it as UTF-8")
    return data.decode(best.encoding, "replace")
