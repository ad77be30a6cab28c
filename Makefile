# make run    start the app            make check        ruff, types, import rules
# make test   everything               make quick        the rules, words and store, within a minute: no pages, no server, no browser
#                                      make shared        the tests of store, services, access and the journeys on a real PostgreSQL
#                                      make slow         measures which tests make quick leaves out; five minutes
#                                      make bench        timings, as ratios measured in one run
#                                      make mutants      whether the tests notice changed rules; a quarter of an hour, or MUTANTS="files"
#                                      make law          each figure the same everywhere: 200 partnerships, ten days, both languages; hours
#                                      make screenshots  every page into docs/screenshots/
#                                      make pictures     the demo's packs as pictures of their pages, into build/
#                                      make lock         requirements.lock and its readable export, from pyproject.toml
PYTHON ?= python3
PORT ?= 8501
# For two cores: in browser tests a worker waits a third of its time, in the others hardly ever. WORKERS=4 says otherwise.
MANY := $(or $(WORKERS),3)
FEW := $(or $(WORKERS),2)
BIN := .venv/bin
QUICK := $(addprefix tests/,model measures i18n views charts exchange reports storage services test_layers.py)
JOURNEYS := $(addprefix tests/browser/test_,journeys.py collisions.py meeting.py sharing.py mirror.py sign_in.py)
export PORT
# Kept even where the environment says otherwise: each server and each worker of the tests would compile everything anew.
test quick: export PYTHONDONTWRITEBYTECODE =

.PHONY: run test quick slow shared check bench mutants law screenshots pictures clean-machine format lock
.DEFAULT_GOAL := run

run: .venv/app
	@exec $(BIN)/python -m integration serve

test: .venv/tests
	@$(BIN)/python -m pytest -q -n $(MANY) --dist worksteal --store postgresql $(PYTEST) tests/storage/core tests/services/core; shared=$$?; \
	sh .ci/nginx; CHROMIUM="$$(sh .ci/chromium)" && export CHROMIUM && $(BIN)/python -m pytest -q -n $(MANY) --dist loadfile --no-loadscope-reorder $(PYTEST) && exit $$shared

quick: .venv/tests
	@$(BIN)/python -m pytest -q -n $(FEW) --dist worksteal -m "not slow" --hypothesis-profile quick $(PYTEST) $(QUICK)

slow: .venv/tests
	@$(BIN)/python -m pytest -q -p tests.weighing --hypothesis-profile quick $(QUICK)

shared: .venv/tests
	@$(BIN)/python -m pytest -q -n $(FEW) --dist worksteal --store postgresql $(PYTEST) tests/storage tests/services
	@CHROMIUM="$$(sh .ci/chromium)" && export CHROMIUM && $(BIN)/python -m pytest -q -n $(FEW) --dist loadfile --store postgresql $(PYTEST) tests/access $(JOURNEYS)

check: .venv/tests
	@$(BIN)/ruff check . && $(BIN)/ruff format --check . && $(BIN)/mypy && $(BIN)/lint-imports --no-cache --no-logo && $(BIN)/python -m pytest -q tests/test_layers.py

bench: .venv/tests
	@CHROMIUM="$$(sh .ci/chromium)" && export CHROMIUM && $(BIN)/python -m tests.bench $(BENCH)

mutants: .venv/tests
	@$(BIN)/python -m tests.mutants $(MUTANTS)

law: .venv/tests
	@LAW=whole $(BIN)/python -m pytest -q -n $(FEW) --dist worksteal tests/law tests/oracle $(PYTEST)

screenshots: .venv/tests
	@CHROMIUM="$$(sh .ci/chromium)" && export CHROMIUM && $(BIN)/python -m tests.browser.kit.screenshots

pictures: .venv/tests
	@$(BIN)/python -m tests.reports.pictures

clean-machine: .venv/tests
	@$(BIN)/python -m tests.deploy.clean_machine

format: .venv/tests
	@$(BIN)/ruff check --fix-only -q . ; $(BIN)/ruff format -q .

lock:
	@$(PYTHON) -m venv build/uv && build/uv/bin/python -m pip install --quiet uv==0.13.9
	@build/uv/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-annotate --no-header pyproject.toml -o requirements.lock
	@{ echo "# Everything the app needs, as requirements.lock has it with hashes (make lock); what it imports and why: pyproject.toml, docs/dependencies.md"; \
	  sed -n 's/^\([^ #].*==.*[^ \\]\) *\\$$/\1/p' requirements.lock; } > requirements.txt

.venv/app: requirements.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "ineen: Python 3.11 or newer is needed; name one with: make PYTHON=/path/to/python3" >&2; exit 2; }
	@$(PYTHON) -m venv .venv || { echo "ineen: no virtual environment could be made; on Debian: apt-get install python3-venv" >&2; exit 2; }
	@echo "Installing what the app needs (a minute, once) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@

.venv/tests: .venv/app tests/requirements.txt
	@echo "Installing what the tests need ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -r tests/requirements.txt
	@touch $@
