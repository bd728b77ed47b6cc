# README's two commands: `make run` and `make test`. Each sets up what it needs.
VENV := .venv
PYTHON := $(VENV)/bin/python
NRM := $(VENV)/bin/nrm
PORT ?= 8501
LIBRARY := $(wildcard ../shared/library)

.PHONY: run setup test check bench clean browser

run: setup
	$(NRM) ingest
	$(NRM) serve --port $(PORT)

setup: $(VENV)/.ready

$(VENV)/.ready: pyproject.toml requirements.lock
	python3 -m venv $(VENV)
	$(PYTHON) -m pip install --quiet --disable-pip-version-check --constraint requirements.lock --editable .
	$(NRM) prepare-encoders
	touch $@

$(VENV)/.ready-for-tests: $(VENV)/.ready
	$(PYTHON) -m pip install --quiet --disable-pip-version-check --constraint requirements.lock --editable '.[dev]'
	touch $@

test: $(VENV)/.ready-for-tests browser
	$(PYTHON) -m pytest

browser: $(VENV)/.ready-for-tests
	@$(PYTHON) -m tests_setup.browser || true

check: $(VENV)/.ready-for-tests
	$(PYTHON) -m ruff check .
	$(PYTHON) -m ruff format --check .
	$(PYTHON) -m mypy
	$(VENV)/bin/lint-imports
	$(NRM) check-corpus $(if $(LIBRARY),--library $(LIBRARY),)

bench: $(VENV)/.ready-for-tests
	$(PYTHON) -m evaluation.bench

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis
