# Everything a fresh machine needs is installed into .venv by the targets that need it.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
LOCK = CUSTOM_COMPILE_COMMAND="make lock" $(BIN)/pip-compile --quiet --generate-hashes \
	--no-emit-index-url --no-emit-find-links --no-emit-trusted-host --strip-extras --allow-unsafe

.PHONY: sjekk test check lint types layers docs innhold lock clean

sjekk: $(READY)  ## answer questions and get the next step
	@$(BIN)/veileder sjekk

test: $(READY)  ## run the tests
	$(BIN)/pytest -n auto -q

check: test lint types layers  ## everything that CI runs

lint: $(READY)
	$(BIN)/ruff check
	$(BIN)/ruff format --check

types: $(READY)
	$(BIN)/mypy

layers: $(READY)
	$(BIN)/lint-imports

docs: $(READY)  ## write the pages that are made from the program
	$(BIN)/python docs/lag_kommandoer.py

innhold: $(READY)  ## check all content in full, and approve it with a checksum
	$(BIN)/python scripts/godkjenn_innhold.py

lock: $(READY)  ## renew the locked dependencies
	$(LOCK) --upgrade -o requirements/run.lock pyproject.toml
	$(LOCK) --upgrade -o requirements/dev.lock requirements/dev.in

clean:
	rm -rf $(VENV) dist build

$(READY): pyproject.toml requirements/run.lock requirements/dev.lock
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "veileder krever Python 3.11 eller nyere")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes \
		-r requirements/run.lock -r requirements/dev.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@
