from datetime import date

import pytest

from coranto.clean.dateline import find_published

BODY = "The minister left the harbour on 3 May 2021, and came back a week later."


@pytest.mark.parametrize(
    "line",
    [
        "Published 12 December 2023",
        "Published: December 12, 2023",
        "Dec 12, 2023 10:14 GMT",
        "Tuesday, 12 December 2023",
        "12 December 2023 | Updated 13 December 2023 at 10:00",
        "By Ann Roe, December 12, 2023",
        "2023-12-12",
    ],
)
def test_a_date_on_a_line_of_its_own_is_the_pages(line):
    published = find_published(f"The quay is open\n\n{line}\n\n{BODY}", ())
    assert (published.value, published.basis) == (date(2023, 12, 12), "text")


@pytest.mark.parametrize(
    "text",
    [
        BODY,
        f"PORTO NOVO, December 12, 2023 (AP) - {BODY}",
        f"12/11/2023\n\n{BODY}",
        f"31 February 2023\n\n{BODY}",
        f"12 December 2023\n\n13 December 2023\n\n{BODY}",
        "One.\n" * 20 + "12 December 2023",
        "",
    ],
)
def test_any_other_date_is_not(text):
    assert find_published(text, ()).basis == "unknown"
