"""The report in a real browser."""

import pytest

from tests.web.browser import CHROMIUM

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on the path")

VISIBLE_ROWS = "[...document.querySelectorAll('.events tbody tr')].filter(row => !row.hidden).length"
PANEL = "document.querySelector('#panel').hidden ? '' : document.querySelector('#panel').textContent"
FOCUS = "document.activeElement.getAttribute('aria-label') || document.activeElement.textContent"
CHOOSE = """(() => {{ const form = document.querySelector('.filters'); form.elements['{0}'].value = '{1}';
form.elements['{0}'].dispatchEvent(new Event('input', {{bubbles: true}})); }})()"""


def find_option(browser, name, words):
    return browser.ask(
        f"[...document.querySelector('select[name={name}]').options].find(o => o.textContent.includes('{words}')).value"
    )


@pytest.fixture(autouse=True)
def wide(browser):
    browser.resize(1280, 900)


def test_the_page_asks_for_nothing_and_complains_of_nothing(browser, page):
    browser.open(page)
    assert {url for url in browser.requests if url != "about:blank"} == {page.as_uri()}
    assert browser.complaints == []
    assert browser.ask("getComputedStyle(document.querySelector('.mast')).textAlign") == "center"


def test_a_fragment_opens_the_card_with_its_chain(browser, page, courier):
    browser.open(page, f"#event={courier.events[1].id}")
    assert "Anna Berg said, quoted by Norse Wire, reported by The Fjord Courier" in browser.ask(PANEL)


def test_escape_closes_the_card_and_gives_the_focus_back(browser, page):
    browser.open(page)
    browser.ask("document.querySelector('.events a').focus()")
    browser.press("Enter")
    browser.wait("!document.querySelector('#panel').hidden")
    browser.press("Escape")
    assert browser.ask(PANEL) == ""
    assert browser.ask("document.activeElement === document.querySelector('.events a')")


def test_arrows_walk_the_rows(browser, page):
    browser.open(page)
    browser.ask("document.querySelector('.events a').focus()")
    browser.press("ArrowDown")
    assert browser.ask("document.activeElement === document.querySelectorAll('.events tbody a')[1]")
    browser.press("ArrowUp")
    browser.press("ArrowUp")
    assert browser.ask("document.activeElement === document.querySelector('.events tbody a')")


@pytest.mark.parametrize("drawing", ["timeline", "network", "map"])
def test_a_drawing_is_one_stop_for_the_tab_key_and_arrows_walk_it(browser, page, drawing):
    browser.open(page)
    marks = f"[...document.querySelectorAll('.{drawing} a')]"
    assert browser.ask(f"{marks}.filter(a => a.tabIndex === 0).length") == 1
    browser.ask(f"{marks}[0].focus()")
    browser.press("ArrowRight")
    last = browser.ask(f"{marks}.length") == 1
    assert browser.ask(f"{marks}.indexOf(document.activeElement)") == (0 if last else 1)
    browser.press("Enter")
    browser.wait("!document.querySelector('#panel').hidden")


def test_the_first_tab_leads_to_the_skip_link(browser, page):
    browser.open(page)
    browser.press("Tab")
    assert browser.ask(FOCUS) == "Skip to the table of events"
    assert browser.ask("document.activeElement.getBoundingClientRect().left >= 0")


def test_a_mark_of_several_events_lists_them(browser, page):
    browser.open(page)
    browser.ask(
        "document.querySelector('.edges .cx').dispatchEvent(new MouseEvent('click', {bubbles: true, cancelable: true}))"
    )
    assert browser.ask("document.querySelectorAll('#panel li').length") == 2


def test_a_filter_applies_to_table_and_drawings_alike(browser, page):
    browser.open(page)
    browser.ask(CHOOSE.format("type", "AID"))
    browser.wait(f"{VISIBLE_ROWS} === 1")
    assert browser.ask("document.querySelector('#count').textContent") == "1 of 6 events"
    for drawing, shown in (("timeline", 1), ("map", 0)):
        assert browser.ask(f"document.querySelectorAll('.{drawing} a:not(.out)').length") == shown
    assert browser.ask("document.querySelectorAll('.edges a:not(.out)').length") == 1
    assert browser.ask("location.hash") == "#type=AID"


def test_the_filter_by_holder_knows_everyone_in_the_chain(browser, page):
    browser.open(page)
    browser.ask(CHOOSE.format("holder", find_option(browser, "holder", "Norse Wire")))
    browser.wait(f"{VISIBLE_ROWS} === 1")
    assert browser.ask("[...document.querySelectorAll('.speakers details')].filter(d => !d.hidden).length") == 1


@pytest.mark.parametrize(
    ("words", "left"), [("reykjavík", 1), ("threatened denied", 1), ("threatened", 2), ("nothing such", 0)]
)
def test_free_words_are_found_without_accents_or_case(browser, page, words, left):
    browser.open(page)
    browser.ask(CHOOSE.format("words", words))
    browser.wait(f"document.querySelector('#count').textContent.startsWith('{left} ')")
    assert browser.ask(VISIBLE_ROWS) == left
    assert browser.ask("document.querySelector('#table .none').hidden") == (left > 0)


def test_filters_in_the_address_are_taken_up(browser, page):
    browser.open(page, "#type=THREATEN&words=iceland")
    assert browser.ask(VISIBLE_ROWS) == 2


def test_the_card_leads_to_the_words_in_the_article(browser, page, courier):
    browser.open(page, f"#event={courier.events[0].id}")
    browser.ask("document.querySelector('#panel .go a').click()")
    assert browser.ask("document.querySelector('.here').textContent") == "met"
    assert browser.ask("document.querySelector('.here').closest('details').open")
    top = browser.ask("document.querySelector('.here').getBoundingClientRect().top")
    assert 0 < top < 900


def test_furniture_is_folded_until_asked_for(browser, page, courier):
    browser.open(page)
    browser.ask(f"document.getElementById('{courier.article.id}').open = true")
    assert browser.ask("[...document.querySelectorAll('.furn')].some(found => found.open)") is False
    browser.ask("document.querySelector('[name=furniture]').click()")
    assert browser.ask("[...document.querySelectorAll('.furn')].every(found => found.open)")


@pytest.mark.parametrize("width", [360, 768, 1280])
def test_the_page_does_not_run_over_the_side(browser, page, courier, width):
    browser.resize(width, 800)
    browser.open(page, f"#event={courier.events[0].id}")
    browser.ask("document.querySelectorAll('details').forEach(found => { found.open = true; })")
    assert browser.ask("document.documentElement.scrollWidth") <= width


def test_print_shows_everything_but_the_controls(browser, page):
    browser.open(page)
    browser.send("Emulation.setEmulatedMedia", media="print")
    try:
        browser.ask("window.dispatchEvent(new Event('beforeprint'))")
        assert browser.ask("getComputedStyle(document.querySelector('.filters')).display") == "none"
        assert browser.ask(
            "[...document.querySelectorAll('details.art, .speakers details')].every(found => found.open)"
        )
        assert browser.ask("[...document.querySelectorAll('.cards .card dl')].every(found => found.offsetHeight > 0)")
        browser.ask("window.dispatchEvent(new Event('afterprint'))")
        assert browser.ask("[...document.querySelectorAll('details.art')].some(found => found.open)") is False
    finally:
        browser.send("Emulation.setEmulatedMedia", media="")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_stand_out_from_the_page_in_light_and_dark(browser, page, scheme):
    browser.send("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])
    try:
        browser.open(page)
        script = """(() => {
          const light = (text) => {
            const [r, g, b] = text.match(/[\\d.]+/g).slice(0, 3).map(Number).map((v) => v / 255)
              .map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
            return 0.2126 * r + 0.7152 * g + 0.0722 * b;
          };
          const paper = light(getComputedStyle(document.body).backgroundColor);
          return ['body', '.caution', '.mast nav a', '.vx .t', '.vc .t', 'small', '.st.no'].map((selector) => {
            const ink = light(getComputedStyle(document.querySelector(selector)).color);
            return (Math.max(ink, paper) + 0.05) / (Math.min(ink, paper) + 0.05);
          });
        })()"""
        assert min(browser.ask(script)) >= 4.5
    finally:
        browser.send("Emulation.setEmulatedMedia", features=[])
