.DEFAULT_GOAL := help
PYTHON ?= python3
BIN := .venv/bin
# Without bytecode every process of the tests compiles all modules anew, and rewrites all asserts.
unexport PYTHONDONTWRITEBYTECODE

help: ## Show this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-10s %s\n", $$1, $$2}'

setup: .venv/.runs ## Create .venv with what running needs, and .venv/bin/tilly

run: setup ## Start Tilly, or the demo when no TELEGRAM_BOT_TOKEN is set
	@$(BIN)/tilly run --or-demo

demo: setup ## Start the demo: a sandbox Telegram, a seeded shop, the real bot
	@$(BIN)/tilly demo

test: style ## Check format, types and contracts, and run every test
	@$(MAKE) --no-print-directory -j 2 types every-test

every-test: .venv/.develops
	$(BIN)/pytest -n auto --dist worksteal -q

thorough: export TILLY_THOROUGH = 1
thorough: lint ## For the night: many times the kills and random examples
	$(BIN)/pytest -n auto --dist worksteal -q --timeout 1800

lint: style types ## Check format, lint, strict types, import contracts

style: .venv/.develops
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/lint-imports

types: .venv/.develops
	$(BIN)/mypy

check: test ## All that CI runs

snapshots: .venv/.develops ## Write the expected replies and pictures anew; look at the difference
	$(BIN)/pytest -q --snapshot-update tests

bench: .venv/.develops ## Measure against the peers and print the table
	$(BIN)/python -m bench

migration: .venv/.develops ## Start a migration: make migration m="what it does"
	$(BIN)/alembic revision --autogenerate -m "$(m)"

lock: .venv/.develops ## Resolve the pinned, hashed requirements anew
	$(BIN)/pip-compile --quiet --strip-extras --generate-hashes --allow-unsafe --no-emit-index-url --no-emit-trusted-host --no-emit-find-links --extra build -o requirements.lock pyproject.toml
	$(BIN)/pip-compile --quiet --strip-extras --generate-hashes --allow-unsafe --no-emit-index-url --no-emit-trusted-host --no-emit-find-links --extra build --extra dev -o requirements-dev.lock pyproject.toml

.venv/.runs: requirements.lock pyproject.toml
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@echo "Installing what Tilly runs on (once)…"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-build-isolation --no-deps -e .
	@touch $@

.venv/.develops: requirements-dev.lock .venv/.runs
	@echo "Installing what the tests need (once)…"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $@

.PHONY: help setup run demo test every-test thorough lint style types check snapshots bench migration lock
