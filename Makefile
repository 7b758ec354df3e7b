# Two commands matter: `make run` and `make test`. Everything here works on a machine with Python 3.11+, git and make alone.
PYTHON ?= python3
BIN := .venv/bin
# Hundreds of processes start in the tests; without caches each would compile all that it reads, four seconds for one.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: run test tests proofs test-newest lint style types lock audit sbom bench soak week matrix pictures looks clean

.venv/.done: requirements.lock
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check $$(grep -o '^uv==[^ ]*' requirements.lock)
	VIRTUAL_ENV=.venv $(BIN)/uv pip sync --quiet --require-hashes requirements.lock
	touch $@

run: .venv/.done
	$(BIN)/python -m sandbox

lint: style types

style: .venv/.done
	$(BIN)/ruff format --check --quiet .
	$(BIN)/ruff check --quiet .
	PATH=$(BIN):$$PATH lint-imports

types: .venv/.done
	$(BIN)/mypy

# The types are looked at beside the tests, which leave some of a core.
test: style
	$(MAKE) --no-print-directory --jobs=2 types tests

# A minute more, of what seldom changes: upgrades from each version, killed at each statement, and one story told
# through every field. CI runs them after the tests.
PROOFS := storage/test_cut_off.py storage/test_upgrades.py injection/test_story.py

# More workers than cores: many tests wait, for processes of their own or for a moment.
tests: .venv/.done
	$(BIN)/python -m pytest -q -n 4 --dist worksteal $(addprefix --ignore=tests/,$(PROOFS))

proofs: .venv/.done
	$(BIN)/python -m pytest -q -n 4 --dist worksteal $(addprefix tests/,$(PROOFS))

# The same tests on another Python, named by PYTHON=; without those that are long and know no Python from another.
ALIKE := faults fuzz injection machine matrix sandbox storage/test_cut_off.py storage/test_upgrades.py slack/test_catalogue.py
test-newest:
	$(PYTHON) -m venv .venv-newest
	.venv-newest/bin/python -m pip install --quiet --disable-pip-version-check $$(grep -o '^uv==[^ ]*' requirements.lock)
	VIRTUAL_ENV=.venv-newest .venv-newest/bin/uv pip sync --quiet --require-hashes requirements.lock
	.venv-newest/bin/python -m pytest -q -n 4 --dist worksteal $(addprefix --ignore=tests/,$(ALIKE))

bench: .venv/.done
	$(BIN)/python -m benchmarks

# The long proof, hours of it, and the table in docs/testing.md; counts are arguments of `python -m tests.faults.soak`.
soak: .venv/.done
	$(BIN)/python -m tests.faults.soak

# How many messages a company's week brings, counted in the sandbox: the table in docs/use.md.
week: .venv/.done
	$(BIN)/python -m sandbox.week

# Every button of product.md's table, by everybody, at every stage of a lead; `make test` tries those that differ.
matrix: .venv/.done
	$(BIN)/python -m tests.matrix

# The pictures in docs/, taken of the sandbox; needs chromium.
pictures: .venv/.done
	$(BIN)/python -m sandbox.pictures

# The catalogue of what the bot says, docs/looks.md; needs chromium.
looks: .venv/.done
	$(BIN)/python -m sandbox.looks

# Whether anything that is locked is known to be vulnerable; without the network it says what it could not ask.
audit: .venv/.done
	$(BIN)/python -m deploy.audit

# What a release is made of, as CycloneDX.
sbom: .venv/.done
	$(BIN)/python -m deploy.sbom > leadloop.cdx.json

lock:
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --all-extras pyproject.toml -o requirements.lock
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --extra postgres --constraint requirements.lock pyproject.toml -o deploy/requirements.lock

clean:
	rm -rf .venv .venv-newest .mypy_cache .ruff_cache .pytest_cache
