import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coranto.errors import DecodeError
from coranto.intake.decode import decode_bytes

RUSSIAN = "Министр внутренних дел прибыл в Гавану во вторник, где встретится с кубинскими властями. " * 3
POLISH = "Minister spraw wewnętrznych przyjechał wczoraj do stolicy, gdzie został przyjęty przez władze miasta. " * 5
FRENCH = "Le ministre de l’Intérieur est arrivé à La Havane où il a été reçu par ses hôtes. " * 3


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("naïve café", "utf-8"),
        ("naïve café", "utf-8-sig"),
        ("naïve café", "utf-16"),
        ("The minister left the harbour.", "utf-16-le"),
        ("The minister left the harbour.", "utf-16-be"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8-r"),
        (FRENCH, "cp1252"),
        (POLISH, "cp1250"),
        ("“A plain quotation,” he said – and left.", "cp1252"),
        ("The plain text.\r\nTwo lines.", "ascii"),
    ],
)
def test_the_encoding_is_found(text, encoding):
    assert decode_bytes(text.encode(encoding), "a.txt") == text


def test_a_few_broken_bytes_do_not_change_the_encoding():
    data = FRENCH.encode() + b"\xe2\x80"
    assert decode_bytes(data, "a.txt").startswith(FRENCH)


@pytest.mark.parametrize(
    ("data", "named"),
    [
        (b"%PDF-1.7 rest", "PDF"),
        (b"PK\x03\x04rest", "ZIP"),
        (bytes(range(256)) * 8, "control bytes"),
        (b"\xff\xfe" + b"\1\0" * 100, "not text"),
    ],
)
def test_what_is_no_text_is_an_error_that_says_so(data, named):
    with pytest.raises(DecodeError, match=named):
        decode_bytes(data, "a.bin")


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_are_text_or_an_input_error(data):
    try:
        text = decode_bytes(data, "a.bin", html=True)
    except DecodeError:
        return
    text.encode("utf-8")
