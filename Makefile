# Two commands matter: `make run` and `make test`. The others are for those who build Warmhands.
.DEFAULT_GOAL := help
.PHONY: help run demo install install-dev test check fix bench shots map lock messages
PY := .venv/bin/python
SERVE_HOST := $(if $(filter 1 yes true,$(LAN)),--host 0.0.0.0,)

help:
	@echo "make run          serve Warmhands on this machine (make run LAN=1: for a phone in your home)"
	@echo "make demo         serve a made-up family, clearly marked"
	@echo "make test         install what the tests need and run them all"
	@echo "make check        linters, types, house rules, docs that must exist"
	@echo "make fix          let the linter mend what it can"
	@echo "make bench        CPU, queries and bytes of the pages, measured now"
	@echo "make shots        a screenshot of every page, small and wide, day and night, into shots/"

install:
	@tools/install.sh

install-dev:
	@tools/install.sh dev

run: install
	@exec .venv/bin/warmhands serve $(SERVE_HOST)

demo: install
	@exec .venv/bin/warmhands demo $(SERVE_HOST)

test: install-dev
	@$(PY) -m pytest -n 2 --dist loadfile

check: install-dev
	@$(PY) -m ruff check .
	@$(PY) -m ruff format --check .
	@$(PY) -m mypy
	@.venv/bin/lint-imports --no-cache
	@$(PY) -m pytest tests/house
	@.venv/bin/warmhands check-content

fix: install-dev
	@$(PY) -m ruff check --fix .
	@$(PY) -m ruff format .
	@$(PY) tools/house_map.py --write
	@$(PY) tools/static_pictures.py

bench: install-dev
	@$(PY) -m bench

shots: install-dev
	@$(PY) tools/shots.py
	@$(PY) tools/contact_sheets.py

map: install-dev
	@$(PY) tools/house_map.py --write

# Needs uv (pip install uv). Hashes for every platform, no index address.
lock:
	@for f in base dev; do uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	  --no-header --no-annotate -q requirements/$$f.in -o requirements/$$f.txt; done

# Needs Debian's gettext. Collects every word that a person reads or hears.
messages: install-dev
	@$(PY) tools/messages.py
