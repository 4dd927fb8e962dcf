# Each recipe sets up what it needs; `make` alone lists them.
PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready

.DEFAULT_GOAL := help
.PHONY: help setup demo test bench chaos check format lock

help:  ## list the recipes
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/\t/' | expand -t 10

$(READY): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "cxcoach needs Python 3.11 or newer; set PYTHON=... to point at one."; exit 1; }
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --editable .
	@touch $(READY)

setup: $(READY)  ## set up .venv, nothing else

demo: $(READY)  ## live through eight weeks, then chat on a page on this computer
	@$(BIN)/cxcoach demo

test: $(READY)  ## run every test
	$(BIN)/pytest

chaos: $(READY)  ## kill the bot, lose its calls, move its clock, fill its disk; count what was lost
	$(BIN)/python -m tests.chaos

check: $(READY)  ## everything CI runs: format, lint, types, imports, migrations, catalogues, tests
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m storage.migrations --check
	$(BIN)/python -m bot.locales --check
	$(BIN)/pytest --hypothesis-profile=judging

bench: $(READY)  ## measure against aims, some minutes long
	$(BIN)/python -m benchmarks

format: $(READY)  ## format the code and mend what the linter can
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

lock: $(READY)  ## resolve the dependencies anew into requirements.lock (needs uv)
	uv pip compile pyproject.toml --extra dev --universal --python-version 3.11 --no-header \
		--no-annotate --no-emit-index-url --upgrade --output-file requirements.lock
