# Every target sets itself up: nothing is needed beforehand but make and Python 3.11 or newer.
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	command -v $$p >/dev/null 2>&1 && $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' && echo $$p && break; done)
BIN := .venv/bin
READY := .venv/.ready

.PHONY: setup demo test check format lint types contracts bench training clean

setup: $(READY)

$(READY): pyproject.toml constraints.txt
	@test -n "$(PYTHON)" || { echo "defnews needs Python 3.11 or newer: install it, or name it with make PYTHON=..."; exit 2; }
	@$(PYTHON) -m venv .venv
	@echo "Installing into .venv (a minute or two the first time)"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[dev]'
	@touch $(READY)

demo: $(READY)  ## the whole road on a small defence press served from this machine
	@$(BIN)/defnews demo

test: $(READY)
	@$(BIN)/python -m pytest -n auto

check: format lint types contracts test  ## what must be green before a commit

format: $(READY)
	@$(BIN)/ruff format --check --quiet .

lint: $(READY)
	@$(BIN)/ruff check --quiet .

types: $(READY)
	@$(BIN)/mypy

contracts: $(READY)
	@$(BIN)/lint-imports

bench: $(READY)  ## make bench CORPUS=path/to/corpus adds the quality figures
	@$(BIN)/python -m benchmarks $(if $(CORPUS),--corpus $(CORPUS))

training: $(READY)  ## make training CORPUS=path/to/corpus learns extract/phrasing.txt anew
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[training]'
	@$(BIN)/python -m training $(CORPUS)

clean:
	@rm -rf .venv build *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
