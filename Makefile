# The two commands of the README: `make demo`, `make test`. Everything they need comes from the package index.
# UV=no makes them do without uv even where it is installed; PYTHON=... names the interpreter to use.

VENV ?= .venv
BIN = $(VENV)/bin
STAMP = $(VENV)/.installed
DEV_STAMP = $(VENV)/.installed-dev

.PHONY: demo test lint wheel wheel-demo clean help

help:  ## this list
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/'

demo: $(STAMP)  ## read examples/ and write record.html
	rm -f demo.db demo.db-wal demo.db-shm
	$(BIN)/coranto read examples --db demo.db
	$(BIN)/coranto report --db demo.db -o record.html
	@echo "Open record.html in a browser."

test: $(DEV_STAMP) lint  ## everything CI checks
	$(BIN)/python -m pytest

lint: $(DEV_STAMP)  ## ruff and mypy
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

wheel: $(DEV_STAMP)  ## build the wheel
	rm -rf dist
	$(BIN)/python -m build --wheel

wheel-demo: wheel  ## install the wheel in an empty environment and run the demo from it
	sh tools/try_wheel.sh

$(STAMP): requirements.txt pyproject.toml
	sh tools/make_environment.sh $(VENV) requirements.txt
	touch $@

$(DEV_STAMP): $(STAMP) requirements-dev.txt
	sh tools/make_environment.sh $(VENV) requirements-dev.txt
	touch $@

clean:  ## remove the environment and what was made
	rm -rf $(VENV) dist build demo.db demo.db-wal demo.db-shm record.html
