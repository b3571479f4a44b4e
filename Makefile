# Two commands are enough: `make run` opens the app, `make test` passes every check.
# Both set everything up first; a second call finds it done.

PYTHON ?= python3
VENV ?= .venv
WORKERS ?= 2

BIN := $(VENV)/bin
PY := $(BIN)/python
STAMP := $(VENV)/.set-up

.DEFAULT_GOAL := help
.PHONY: help setup run test test-long bench screenshots package translations format clean

help:
	@echo "make run | test | test-long | bench | screenshots | package | translations | format | clean"

setup: $(STAMP)

$(STAMP): locks/dev.txt pyproject.toml tools/system_packages.py
	@$(PYTHON) -c 'import sys; sys.version_info[:2] == (3, 11) or sys.exit("Qafila needs Python 3.11: make PYTHON=python3.11 ...")'
	@$(PYTHON) tools/system_packages.py
	@echo "Setting up $(VENV): about 300 MB, some minutes the first time."
	$(PYTHON) -m venv $(VENV)
	$(PY) -m pip install --disable-pip-version-check --quiet --no-deps --require-hashes -r locks/dev.txt
	$(PY) -m pip install --disable-pip-version-check --quiet --no-deps --no-build-isolation --editable .
	@touch $@

run: setup
	$(PY) -m tools.run

test: setup
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(PY) -m tools.translations --check
	$(PY) -m pytest -n $(WORKERS) -m "not long and not package"

test-long: setup
	HYPOTHESIS_PROFILE=long $(PY) -m pytest -n $(WORKERS) -m long

bench: setup
	$(PY) -m tests.benchmarks

screenshots: setup
	$(PY) -m tools.screenshots

package: setup
	@$(PYTHON) tools/system_packages.py --packaging
	$(PY) -m PyInstaller --noconfirm --log-level ERROR build.spec
	$(PY) -m pytest -m package tests/package

translations: setup
	$(PY) -m tools.translations

format: setup
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

clean:
	rm -rf $(VENV) build dist out *.egg-info .mypy_cache .ruff_cache .hypothesis .import_linter_cache
