# Copaper: "make demo" and "make test" are all that a newcomer needs.
SHELL := /bin/bash
VENV := .venv
PYTHON := $(shell for p in python3.11 python3.12 python3.13 python3; do \
	command -v $$p >/dev/null && $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
SAMPLE := data/raw/bas/2020-09-22
LIBRARIES := libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: help demo test install system lock clean

help: ## say what can be made
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

demo: install ## install, then make the paper of the fictional sample webinar
	$(VENV)/bin/copaper process $(SAMPLE)
	@echo "The papers are in $(CURDIR)/data/processed/bas/2020-09-22"

# On as many processors as there are, up to four, a file's tests together, since they share what is slow to make.
# One thread each: more of them would only wait for each other.
test: install ## run the tests
	OMP_NUM_THREADS=1 $(VENV)/bin/python -m pytest -n auto --maxprocesses 4 --dist loadfile

install: system $(VENV)/.installed ## install everything into .venv; quick when nothing changed

# The lock is complete, so nothing is resolved again (and pip would stumble over an extra).
# Installed again only when the lock or the project's own list changed.
$(VENV)/.installed: requirements.lock pyproject.toml
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed: apt-get install python3 python3-venv" >&2; exit 2; }
	@$(PYTHON) -m venv $(VENV) || { echo "Python's venv is missing: apt-get install python3-venv" >&2; exit 2; }
	$(VENV)/bin/python -m pip install --quiet --require-hashes --no-deps -r requirements.lock
	$(VENV)/bin/python -m pip install --quiet --no-deps --no-build-isolation -e .
	@touch $@

# WeasyPrint needs Pango; installed when missing and allowed, else said exactly.
system:
	@missing=""; for l in $(LIBRARIES); do \
		dpkg-query -W -f='$${Status}' $$l 2>/dev/null | grep -q 'install ok' || missing="$$missing $$l"; done; \
	if [ -n "$$missing" ] && command -v apt-get >/dev/null; then \
		if [ "$$(id -u)" = 0 ]; then apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $$missing >/dev/null; \
		elif sudo -n true 2>/dev/null; then sudo apt-get update -qq && sudo apt-get install -y -qq --no-install-recommends $$missing >/dev/null; \
		else echo "Please install first: sudo apt-get install$$missing" >&2; exit 2; fi; fi

lock: ## resolve the ranges of pyproject.toml anew into requirements.lock
	$(VENV)/bin/python -m pip install --quiet uv
	$(VENV)/bin/uv pip compile --quiet --universal --generate-hashes --python-version 3.11 --extra test pyproject.toml -o requirements.lock

clean: ## remove what was installed and made; raw data stays
	rm -rf $(VENV) data/processed/*/ .pytest_cache *.egg-info
