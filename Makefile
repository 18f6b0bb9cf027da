# Needs Python 3.11 and make; everything else is installed into .venv, pinned by hash.

PYTHON ?= python3.11
VENV   := .venv
BIN    := $(VENV)/bin
OUT    ?= build/demo
GOLD   ?= ../shared/gold
FLOORS := evals/floors.json
STAMP  := $(VENV)/.installed
DEMO   := $(VENV)/.demo

.DEFAULT_GOAL := help
.PHONY: help env demo test lint types unit accuracy benchmarks pins clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## /{printf "  make %-11s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

env: $(STAMP) ## create or refresh the development environment in .venv

$(BIN)/python:
	$(PYTHON) -m venv $(VENV)

# Build tools are among the development pins, so that the package itself is built with nothing unpinned.
$(STAMP): requirements.txt requirements-dev.txt pyproject.toml requirements.in | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

# The demo needs no more than a user does: the runtime pins, and the package from its sources.
$(DEMO): requirements.txt | $(BIN)/python
	@test $(STAMP) -nt requirements.txt || \
		$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@touch $@

demo: $(DEMO) ## read the example reports into build/demo and show the register
	@rm -rf $(OUT)
	PYTHONPATH=src $(BIN)/python -m bearwitness run examples/raqqa-2014 --out $(OUT)
	PYTHONPATH=src $(BIN)/python -m bearwitness show $(OUT)
	@echo
	@echo "The register and its exports are in $(OUT)/:"
	@ls $(OUT) | sed 's/^/  /'
	@echo "examples/README.md says why each line is right."
	@echo
	@echo "To open it in a browser:"
	@echo "  PYTHONPATH=src $(BIN)/python -m bearwitness serve $(OUT) --anonymous"
	@echo "and, to decide as well as read, make an account first:"
	@echo "  PYTHONPATH=src $(BIN)/python -m bearwitness serve-admin $(OUT) \"YOUR NAME\""

test: env lint types unit ## everything that must pass before a change is taken

lint: env ## style and architecture
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports --no-cache

types: env ## static types
	$(BIN)/mypy --strict src

unit: env ## the tests
	$(BIN)/python -m pytest -q -n 2

accuracy: env ## measure against the annotated texts, and hold the floors
	@if [ -d "$(GOLD)" ]; then \
		$(BIN)/python -m bearwitness evaluate "$(GOLD)" evals --gate $(FLOORS); \
	else \
		echo "SKIPPED: no annotated texts at $(GOLD); accuracy was not measured."; \
	fi

benchmarks: env ## measure speed and compare with other tools (SIZE=--full for the big sizes)
	@for script in benchmarks/bench_*.py; do \
		test -e "$$script" || { echo "no benchmarks yet"; break; }; \
		echo "== $$script"; $(BIN)/python "$$script" $(SIZE) || exit 1; \
	done

# Addresses stay out of the pins, so the same files work behind any mirror.
PINS := --quiet --generate-hashes --no-emit-index-url --no-emit-trusted-host --no-emit-find-links \
	--strip-extras --no-annotate --no-header --allow-unsafe

pins: ## resolve requirements*.in again (needs pip-tools in .venv)
	$(BIN)/python -m piptools compile $(PINS) --output-file requirements.txt requirements.in
	$(BIN)/python -m piptools compile $(PINS) --output-file requirements-dev.txt requirements-dev.in

clean: ## remove what the targets made
	rm -rf build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
