# Everything a person does with this project. `make` alone lists it.
SHELL := /bin/bash
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

VENV := .venv
BIN := $(VENV)/bin
# Our own tools come first, Node among them: nothing else needs to be on the machine.
export PATH := $(CURDIR)/$(BIN):$(PATH)
export PIP_DISABLE_PIP_VERSION_CHECK := 1
# A browser's or an editor's settings must not reach the tests' kernels.
unexport PYTHONPATH PYTHONHOME

DISTRIBUTIONS := course widgets grading
SOURCES := $(shell find course widgets grading -name node_modules -prune -o -path '*/generated' -prune \
  -o -path '*/static' -prune -o -type f \
  \( -name '*.yml' -o -name '*.ts' -o -name '*.tsx' -o -name '*.css' -o -name '*.mjs' \
  -o -name 'package.json' -o -name 'pyproject.toml' -o -name 'hatch_build.py' -o -path '*/building/*.py' \
  -o -path '*/simulation/*.py' -o -name scoring.py -o -path '*/share/*' \) -print 2>/dev/null)

.PHONY: help serve test check bench build lock format screenshots clean

help:  ## list what make can do
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-13s%s\n", $$1, $$2}' $(MAKEFILE_LIST)

serve: .make/built .make/proxy  ## run the course on this machine (PORT=8000, RESET=1 starts afresh)
	@exec $(BIN)/attunement serve $(if $(PORT),--port $(PORT)) $(if $(RESET),--reset) $(if $(STATE),--state "$(STATE)")

test: .make/built .make/proxy  ## every test: unit, notebooks, integration, browser (JOBS=3 side by side)
	@$(BIN)/python tests/chromium.py --install
	@$(BIN)/python tests/programs.py
	@$(BIN)/python -m pytest -n $(or $(JOBS),3) --dist loadfile $(ARGS)

check: .make/built  ## format, lint, types, import direction, content
	@$(BIN)/ruff format --check . && $(BIN)/ruff check .
	@$(BIN)/pyright --warnings
	@cd widgets && npm --silent run check
	@$(BIN)/lint-imports --no-cache
	@$(BIN)/attunement check

bench: .make/built .make/proxy  ## our speed and memory beside a peer's, from one run (ONLY=name)
	@$(BIN)/python tests/chromium.py --install
	@$(BIN)/python -m benchmarks $(ONLY)

build: .make/built  ## install the three distributions and bundle the exercises

format: .make/built  ## put the code in its usual form
	@$(BIN)/ruff format . && $(BIN)/ruff check --fix .

lock: .make/environment  ## write requirements.lock anew from requirements.in
	@$(BIN)/uv pip compile --universal --python-version 3.11 --generate-hashes \
	  --no-strip-extras --no-emit-index-url --no-emit-find-links --no-annotate --quiet \
	  --custom-compile-command "make lock" requirements.in -o requirements.lock

screenshots: .make/built .make/proxy  ## take the README's pictures anew
	@$(BIN)/python docs/screenshots.py

clean:  ## remove all that make has made (learners' data is not here)
	rm -rf $(VENV) .make widgets/node_modules widgets/src/generated \
	  widgets/attunement_widgets/static deploy/hub-local/node_modules

# --- what the targets above stand on ---------------------------------------------------
PYTHON ?= $(firstword $(foreach name,python3 python3.13 python3.12 python3.11,\
  $(shell $(name) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $(name))))

.make/environment: requirements.lock
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer: not found; install it, then run make again"; exit 1; }
	@mkdir -p .make
	@echo "Setting up $(VENV) (a minute or two, once) …"
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/pip install --quiet --require-hashes -r requirements.lock 2> >(grep -v '^WARNING: Location' >&2)
	@touch $@

.make/built: .make/environment $(SOURCES)
	@echo "Building the course …"
	@$(BIN)/pip install --quiet --no-deps --no-build-isolation \
	  $(foreach one,$(DISTRIBUTIONS),--editable ./$(one)) 2> >(grep -v '^WARNING: Location' >&2)
	@touch $@

.make/proxy: .make/environment deploy/hub-local/package-lock.json
	@cd deploy/hub-local && npm ci --loglevel=error --no-audit --no-fund
	@touch $@
