# README's two commands: `make run` and `make test`. Each sets up what it needs.
VENV := .venv
PYTHON := $(VENV)/bin/python
NRM := $(VENV)/bin/nrm
PORT ?= 8501
LIBRARY := $(wildcard ../shared/library)

.PHONY: run setup test check bench clean browser readers

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

test: $(VENV)/.ready-for-tests browser readers
	$(PYTHON) -m pytest -n auto --maxprocesses 4 --dist worksteal

# A system Chromium when there is one, else Playwright's own; where neither can be had the other tests still run.
browser: $(VENV)/.ready-for-tests
	@command -v chromium >/dev/null 2>&1 || $(PYTHON) -m playwright install chromium \
		|| echo "NO BROWSER: the journeys will be skipped. Install chromium to run them." >&2

# Readers of quiz exports that nobody here wrote; without npm their tests say that they are skipped.
readers: tests/exports/node_modules
tests/exports/node_modules: tests/exports/package-lock.json
	@command -v npm >/dev/null 2>&1 && npm ci --prefix tests/exports --no-audit --no-fund --silent \
		|| echo "NO NPM: tests with foreign quiz readers will be skipped." >&2

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
