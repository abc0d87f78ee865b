# Two commands are enough: `make site` builds the site from sources/, `make test` runs every test.
# All set up what they need first (see scripts/prepare) and say what they install.

PYTHON ?= python3
BIN = .venv/bin

.PHONY: help site serve check fast test format clean

help:
	@echo "make site    set up, and build the site from sources/ into site/"
	@echo "make serve   the same, live at http://127.0.0.1:8000/ while you edit sources/"
	@echo "make check   verify every quotation, citation and link of the written pages"
	@echo "make fast    compile what analyses articles: quicker for thousands, the same result"
	@echo "make test    set up, and run all tests"
	@echo "make format  let ruff mend style"
	@echo "make clean   remove what the commands made, sources/ and docs/ excepted"

site:
	@PYTHON=$(PYTHON) scripts/prepare site
	$(BIN)/build-brief build

serve:
	@PYTHON=$(PYTHON) scripts/prepare site
	$(BIN)/build-brief serve

check:
	@PYTHON=$(PYTHON) scripts/prepare site
	$(BIN)/build-brief check

fast:
	@PYTHON=$(PYTHON) scripts/prepare fast
	$(BIN)/python scripts/compile_modules.py

test:
	@PYTHON=$(PYTHON) scripts/prepare test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest -n auto --cov --cov-report=term:skip-covered

format:
	@PYTHON=$(PYTHON) scripts/prepare test
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

clean:
	rm -rf .venv site build build_brief/__compiled__ .mypy_cache .ruff_cache .pytest_cache .hypothesis .coverage
