# make demo: watch it work. make test: see it proven. Every target may be repeated.
.DEFAULT_GOAL := setup
.PHONY: setup run demo test check bench note-bench faults shots fmt package clean
MAKEFLAGS += --no-print-directory

python := .venv/bin/python

setup:
	@packaging/linux/setup.sh runtime

run: setup
	@.venv/bin/scribe-app

demo: setup
	@.venv/bin/scribe-app demo --screenshot build/demo.png

test:
	@packaging/linux/setup.sh test
	@$(MAKE) check
	@$(python) -m pytest -n 2 --dist loadfile --no-loadscope-reorder

check: setup
	@$(python) -m ruff check --quiet --output-format concise
	@$(python) -m ruff format --check --quiet --output-format concise
	@$(python) -m mypy
	@.venv/bin/lint-imports --no-logo

bench:
	@packaging/linux/setup.sh test
	@$(python) -m pytest tests/bench tests/desktop -m bench -q -s

note-bench:
	@packaging/linux/setup.sh test
	@$(python) -m tests.bench.note_bench

faults:
	@packaging/linux/setup.sh test
	@$(python) -m pytest tests/faults -m faults -q -s

shots: setup
	@$(python) -m tests.shots

fmt: setup
	@$(python) -m ruff check --fix
	@$(python) -m ruff format

package: setup
	@packaging/linux/setup.sh package
	@packaging/linux/build.sh

clean:
	@rm -rf build dist .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis
	@find . -name __pycache__ -not -path './.venv/*' -prune -exec rm -rf {} +
