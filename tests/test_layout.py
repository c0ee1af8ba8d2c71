"""The layout of DESIGN: a step imports only earlier steps, the parser is reached through parse/ alone."""

import ast
from pathlib import Path

import pytest

import coranto

ROOT = Path(coranto.__file__).parent
STEPS = [
    "intake",
    "clean",
    "parse",
    "tag",
    "extract",
    "resolve",
    "coding",
    "store",
    "compare",
    "scale",
    "export",
    "report",
    "cli",
]
EVERYWHERE = {"model", "errors", "config", "resources", ""}
ABOVE = {"scale": {"pipeline"}, "cli": {"pipeline"}, "export": set(), "report": set()}
BESIDE = {"export", "report"}
MODULES = sorted(ROOT.rglob("*.py"))
LONGEST = 500


def list_imports(path):
    """Dotted names of what a module imports, at its top or within functions."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


def name_module(path):
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("path", MODULES, ids=name_module)
def test_a_step_imports_only_earlier_steps(path):
    step = path.relative_to(ROOT).parts[0]
    if step not in STEPS:
        return
    allowed = set(STEPS[: STEPS.index(step) + 1]) | EVERYWHERE | ABOVE.get(step, set())
    if step in BESIDE:
        allowed -= BESIDE - {step}
    used = {name.split(".")[1] for name in list_imports(path) if name.startswith("coranto.")}
    assert used <= allowed


@pytest.mark.parametrize("path", MODULES, ids=name_module)
def test_only_the_parse_and_the_doctor_know_spacy(path):
    if name_module(path).startswith("parse/") or name_module(path) == "cli/doctor.py":
        return
    assert not [name for name in list_imports(path) if name.split(".")[0] in {"spacy", "thinc"}]


@pytest.mark.parametrize("path", MODULES, ids=name_module)
def test_no_module_is_past_500_lines(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST


def test_nothing_opens_a_connection():
    networked = {"requests", "urllib.request", "http.client", "httpx", "socket", "aiohttp", "urllib3"}
    assert not {name for path in MODULES for name in list_imports(path)} & networked
