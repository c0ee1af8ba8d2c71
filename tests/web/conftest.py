import pytest

from coranto.report import build_page
from tests.report.conftest import build_courier, build_harbor
from tests.web.browser import CHROMIUM, Browser


@pytest.fixture(scope="session")
def page(tmp_path_factory):
    path = tmp_path_factory.mktemp("report") / "record.html"
    path.write_text(build_page((build_courier(), build_harbor()), title="Ferries"), encoding="utf-8")
    return path


@pytest.fixture(scope="session")
def browser(tmp_path_factory):
    if CHROMIUM is None:
        pytest.skip("no Chromium on the path")
    found = Browser(tmp_path_factory.mktemp("profile"))
    yield found
    found.close()


@pytest.fixture(scope="session")
def courier():
    return build_courier()
