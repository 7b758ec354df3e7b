"""What a release is made of: locked with hashes, asked about, and listed."""

import ast
import json
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from deploy.audit import audit, main
from deploy.lock import EVERYTHING, HOME, RELEASE, packages
from deploy.sbom import sbom
from tests.serving import Server

FAULT: dict[str, object] = {
    "id": "PYSEC-2026-1",
    "aliases": ["CVE-2026-0001"],
    "link": "https://osv.dev/vulnerability/PYSEC-2026-1",
    "fixed_in": ["9.9"],
    "withdrawn": None,
}


def test_a_release_runs_on_the_very_versions_that_are_tested() -> None:
    tested = {package.name: package for package in packages(EVERYTHING)}

    released = list(packages(RELEASE))

    assert [package for package in released if tested.get(package.name) != package] == []
    assert {"slack-bolt", "sqlmodel", "uvicorn", "psycopg", "procrastinate"} <= {package.name for package in released}
    assert not {"pytest", "playwright", "mypy", "uv"} & {package.name for package in released}


def test_all_that_runs_is_in_a_release() -> None:
    """What the rooms import, by the packages that bring it."""
    brought = packages_distributions()
    files = [
        HOME / "app.py",
        *(file for room in ("bot", "handlers", "storage") for file in (HOME / room).rglob("*.py")),
    ]
    names = {name.partition(".")[0] for file in files for name in _imported(file)}

    missing = {
        name
        for name in names & brought.keys()
        if not {_plain(package) for package in brought[name]} & {_plain(package.name) for package in packages(RELEASE)}
    }

    assert "uvicorn" in names
    assert missing == set()


def _imported(file: Path) -> set[str]:
    nodes = list(ast.walk(ast.parse(file.read_text())))
    plain = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    return plain | {str(node.module) for node in nodes if isinstance(node, ast.ImportFrom)}


def _plain(name: str) -> str:
    return name.lower().replace("_", "-")


def test_a_package_without_a_hash_is_refused(tmp_path: Path) -> None:
    lock = tmp_path / "lock"
    lock.write_text("left-pad==1.0\nother==2.0 \\\n    --hash=sha256:" + "0" * 64 + "\n")

    with pytest.raises(ValueError, match="left-pad has no hash"):
        list(packages(lock))


class Index:
    """Answers as https://docs.pypi.org/api/json/ does."""

    def __init__(self) -> None:
        self.faults: dict[str, list[dict[str, object]]] = {}
        self.asked: set[str] = set()
        self.silent = False
        self.unknown: set[str] = set()

    async def told(self, request: Request) -> Response:
        name = request.path_params["name"]
        self.asked.add(name)
        if self.silent or name in self.unknown:
            return PlainTextResponse("not here", 404)
        return JSONResponse({"info": {"name": name}, "vulnerabilities": self.faults.get(name, [])})


@pytest.fixture
def index() -> Index:
    return Index()


@pytest.fixture
def url(index: Index, server: Server) -> Iterator[str]:
    with server.up(Starlette(routes=[Route("/pypi/{name}/{version}/json", index.told)])) as url:
        yield f"{url}/pypi"


def test_all_that_is_locked_is_asked_about(index: Index, url: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(url) == 0
    assert index.asked == {package.name for package in packages(EVERYTHING)}
    assert "known to be vulnerable" in capsys.readouterr().out


def test_what_is_known_to_be_vulnerable_fails(index: Index, url: str, capsys: pytest.CaptureFixture[str]) -> None:
    index.faults["starlette"] = [FAULT]

    assert main(url) == 1
    said = capsys.readouterr().out
    assert "starlette" in said
    assert "PYSEC-2026-1" in said
    assert "mended in 9.9" in said


def test_what_was_withdrawn_is_no_vulnerability(index: Index, url: str) -> None:
    index.faults["starlette"] = [FAULT | {"withdrawn": "2026-11-01T00:00:00Z"}]

    assert audit(EVERYTHING, url).known == ()


def test_an_index_that_does_not_tell_is_said_and_stops_no_build(
    index: Index, url: str, capsys: pytest.CaptureFixture[str]
) -> None:
    index.silent = True

    assert main(url) == 0
    assert capsys.readouterr().out == f"Not audited, since {url} did not tell: anything.\n"


def test_nobody_there_is_said_and_stops_no_build(capsys: pytest.CaptureFixture[str]) -> None:
    assert main("http://127.0.0.1:9/pypi") == 0
    assert "did not tell: anything" in capsys.readouterr().out


def test_a_package_of_which_nothing_is_told_is_named(
    index: Index, url: str, capsys: pytest.CaptureFixture[str]
) -> None:
    index.unknown = {"starlette"}

    assert main(url) == 0
    assert "did not tell: starlette." in capsys.readouterr().out


def test_the_list_of_parts_names_each_with_its_hashes() -> None:
    """https://cyclonedx.org/docs/1.6/json/: what a reader of such a list goes by."""
    listed = json.loads(json.dumps(sbom(RELEASE, HOME / "pyproject.toml")))

    about, parts = listed["metadata"]["component"], listed["components"]
    references = [part["bom-ref"] for part in parts]
    assert (listed["bomFormat"], listed["specVersion"], listed["version"]) == ("CycloneDX", "1.6", 1)
    assert (about["name"], about["type"], about["version"]) == ("leadloop", "application", "0.1.0")
    assert len(references) == len(set(references)) == len(list(packages(RELEASE)))
    assert all(part["purl"] == f"pkg:pypi/{part['name']}@{part['version']}" for part in parts)
    assert all(len(part["externalReferences"][0]["hashes"]) > 0 for part in parts)
    assert all(urlsplit(part["externalReferences"][0]["url"]).scheme == "https" for part in parts)
    assert listed["dependencies"][0] == {"ref": about["bom-ref"], "dependsOn": references}


def test_the_same_lock_file_gives_the_same_list() -> None:
    assert sbom(RELEASE, HOME / "pyproject.toml") == sbom(RELEASE, HOME / "pyproject.toml")
