# What a person types. Everything that takes more than one line lives in setup/ and .ci/.
#
#   make leaflets            install what is missing, build every leaflet in every language
#   make test                install what is missing, run the tests
#   make check               style, types and the rules about who may import whom
#
# ARGS= is handed on:   make test ARGS='tests/pdf -k glyph'
#                       make leaflets ARGS='nk-cells --locale ar'

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory

VENV := .venv/bin
ARGS ?=
export PYTHON UPGRADE

.PHONY: help setup setup-tests judges leaflets test check format lock ci clean distclean

help: ## say what can be made
	@grep --extended-regexp '^[a-z-]+:.*## ' $(MAKEFILE_LIST) \
	  | sed --regexp-extended 's/^([a-z-]+):.*## /  make \1\t/' | expand --tabs 20

setup: ## install what is missing to build leaflets
	@bash setup/system.sh
	@bash setup/environment.sh

setup-tests: ## install what is missing to run the tests
	@bash setup/system.sh --tests
	@bash setup/environment.sh

judges: ## install the outside validators that .ci/run asks
	@bash setup/system.sh --judges
	@bash setup/verapdf.sh
	@bash setup/axe.sh

leaflets: setup ## build every leaflet in every language into output/
	@$(VENV)/leaflets build $(ARGS)

test: setup-tests ## run the tests
	@$(VENV)/pytest --numprocesses auto $(ARGS)

check: setup ## check style, types and imports
	@$(VENV)/ruff check
	@$(VENV)/ruff format --check
	@$(VENV)/mypy
	@$(VENV)/lint-imports --no-logo

format: setup ## lay the code out, and mend what can be mended without a person
	@$(VENV)/ruff check --fix-only --quiet
	@$(VENV)/ruff format

lock: ## pin the packages again; UPGRADE=1 lets every pin move
	@bash setup/lock.sh

ci: ## do what .ci/run does
	@.ci/run

clean: ## remove what was built, and the caches
	@rm -rf output .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	@find src tests -name __pycache__ -prune -exec rm -rf {} +

distclean: clean ## remove the installed packages too
	@rm -rf .venv .venv.lock .tools
