import pytest

from coranto.clean.language import detect_language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The minister of fisheries arrived in the harbour town on Monday to open the new market.", "en"),
        ("El ministro de pesca llegó el lunes a la ciudad portuaria para inaugurar el nuevo mercado.", "es"),
        ("Министр рыболовства прибыл в понедельник в портовый город, чтобы открыть новый рынок.", "ru"),
        ("The harbour.", None),
        ("", None),
        ("1 2 3 4 5 " * 50, None),
    ],
)
def test_the_language_is_told_where_there_is_text_enough(text, language):
    assert detect_language(text) == language
