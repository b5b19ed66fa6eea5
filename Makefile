# Everything a fresh machine needs is installed into .venv by the targets that need it.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
LOCK = CUSTOM_COMPILE_COMMAND="make lock" $(BIN)/pip-compile --quiet --generate-hashes \
	--no-emit-index-url --no-emit-find-links --no-emit-trusted-host --strip-extras --allow-unsafe

PACKING := .venv-pakke
BENCHING := .venv-bench
COMPILED := $(VENV)/.compiled
# The embeddable Python that is tested with; fetched where it is not there.
WINDOWS = $(or $(PYTHON_WIN),build/windows/python)

.PHONY: sjekk test check lint types layers docs innhold mutasjon pakke test-pakke test-windows lock clean sprak strace bench

sjekk: $(READY) $(COMPILED)  ## answer questions and get the next step
	@$(BIN)/veileder sjekk

test: $(READY) strace  ## run the tests
	$(BIN)/pytest -n auto -q

strace:  ## what tests/test_spor.py watches the program with
	@command -v strace >/dev/null || { [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null \
		&& apt-get -qq update && apt-get -qq install -y strace >/dev/null; } \
		|| echo "strace mangler: testene av at programmet ikke etterlater spor, hoppes over (apt install strace)"

check: test lint types layers  ## everything that CI runs

lint: $(READY)
	$(BIN)/ruff check
	$(BIN)/ruff format --check

types: $(READY)
	$(BIN)/mypy

layers: $(READY)
	$(BIN)/lint-imports

sprak: $(READY)  ## bring the catalogues of texts up to date with the program, and compile them
	$(BIN)/python scripts/samle_tekster.py
	$(BIN)/python scripts/kompiler_sprak.py

docs: $(READY)  ## write the pages and pictures that are made from the program
	$(BIN)/python docs/lag_kommandoer.py
	$(BIN)/python docs/lag_man.py
	PYTHONPATH=tests $(BIN)/python docs/lag_bilder.py

innhold: $(READY)  ## check all content in full, and approve it with a checksum
	$(BIN)/python scripts/godkjenn_innhold.py
	$(BIN)/python scripts/kompiler_innhold.py

# PYTHON_WIN=folder: make the packages for Windows too, with the embeddable Python in that folder
pakke: $(PACKING)/.ready  ## build all that is delivered into dist/
	$(PACKING)/bin/python -m pakke $(if $(PYTHON_WIN),--python "$(PYTHON_WIN)")

test-pakke: $(READY) $(PACKING)/.ready  ## build all twice, compare, install and run it
	python=$$($(BIN)/python tests_pakke/windows_utstyr.py "$(WINDOWS)") \
		&& PYTHON_WIN="$$python" $(BIN)/pytest -q tests_pakke/test_bygg.py

mutasjon: $(VENV)/.mutasjon  ## change the modules that decide, and see that their tests notice
	$(BIN)/python scripts/mutasjon.py $(MODUL)

test-windows: $(READY) $(PACKING)/.ready  ## run the packages for Windows under wine; installs it
	python=$$($(BIN)/python tests_pakke/windows_utstyr.py "$(WINDOWS)" wine) \
		&& $(PACKING)/bin/python -m pakke --ut build/windows/dist --python "$$python"
	$(BIN)/pytest -q tests_pakke/test_windows.py

bench: $(BENCHING)/.ready  ## measure start-up, growth and rules, and write docs/ytelse.md
	$(BENCHING)/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation \
		--force-reinstall .
	$(BENCHING)/bin/python -m benchmarks

lock: $(READY)  ## renew the locked dependencies
	$(LOCK) --upgrade -o requirements/run.lock pyproject.toml
	$(LOCK) --upgrade -o requirements/windows.lock requirements/windows.in
	$(LOCK) --upgrade -o requirements/dev.lock requirements/dev.in
	$(LOCK) --upgrade -o requirements/pakke.lock requirements/pakke.in
	$(LOCK) --upgrade -o requirements/bench.lock requirements/bench.in
	$(LOCK) --upgrade -o requirements/mutasjon.lock requirements/mutasjon.in

clean:
	rm -rf $(VENV) $(PACKING) $(BENCHING) dist build

# Without it, and while it is stale, the program reads the YAML: the same answers, later.
$(COMPILED): $(READY) $(wildcard content/*/*/*.yaml src/veileder_cli/*.py src/veileder_cli/*/*.py src/veileder_cli/sprak/*.po)
	@$(BIN)/python scripts/kompiler_innhold.py
	@$(BIN)/python scripts/kompiler_sprak.py
	@touch $@

$(READY): pyproject.toml requirements/run.lock requirements/dev.lock
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "veileder krever Python 3.11 eller nyere")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes \
		-r requirements/run.lock -r requirements/dev.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	$(BIN)/python -m compileall -q src
	touch $@

$(PACKING)/.ready: requirements/pakke.lock
	$(PYTHON) -m venv $(PACKING)
	$(PACKING)/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/pakke.lock
	touch $@

$(VENV)/.mutasjon: $(READY) requirements/mutasjon.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/mutasjon.lock
	touch $@

$(BENCHING)/.ready: requirements/run.lock requirements/bench.lock
	$(PYTHON) -m venv $(BENCHING)
	$(BENCHING)/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes \
		-r requirements/run.lock -r requirements/bench.lock
	touch $@
