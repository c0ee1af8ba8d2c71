"""The store survives what `bench.kill` does to it."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.slow
@pytest.mark.parametrize("workers", ["1", "2"])
def test_killed_runs_end_like_an_undisturbed_one(workers):
    call = [sys.executable, "-m", "bench.kill", "examples", "--times", "3", "--workers", workers]
    result = subprocess.run(call, cwd=ROOT, capture_output=True, text=True, check=False)
    values = dict(line.split(" ", 1) for line in result.stdout.splitlines())
    assert result.returncode == 0, result.stdout + result.stderr
    assert int(values["articles"]) >= 8
    assert values["kills"] == "3"
    assert values["broken_after_a_kill"] == values["ended_runs_that_differ"] == "0"
