"""`python -m deploy.sbom` (`make sbom`): writes what a release is made of, as CycloneDX 1.6, from its lock file alone.

https://cyclonedx.org/docs/1.6/json/. The same lock file gives the same list, so that two builds can be compared.
"""

import json
import sys
import tomllib
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from deploy.lock import HOME, RELEASE, Package, packages


def sbom(lock: Path, project: Path) -> dict[str, object]:
    about = tomllib.loads(project.read_text())["project"]
    ours, locked = f"pkg:pypi/{about['name']}@{about['version']}", list(packages(lock))
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{uuid5(NAMESPACE_URL, lock.read_text())}",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "bom-ref": ours,
                "purl": ours,
                **{name: about[name] for name in ("name", "version", "description")},
            }
        },
        "components": [_component(package) for package in locked],
        "dependencies": [{"ref": ours, "dependsOn": [_purl(package) for package in locked]}],
    }


def _component(package: Package) -> dict[str, object]:
    """Its files' hashes go with its address in the index: which of them is installed depends on the machine."""
    return {
        "type": "library",
        "bom-ref": _purl(package),
        "purl": _purl(package),
        "name": package.name,
        "version": package.version,
        "externalReferences": [
            {
                "type": "distribution",
                "url": f"https://pypi.org/project/{package.name}/{package.version}/",
                "hashes": [{"alg": "SHA-256", "content": each} for each in package.hashes],
            }
        ],
    }


def _purl(package: Package) -> str:
    return f"pkg:pypi/{package.name.lower().replace('_', '-')}@{package.version}"


if __name__ == "__main__":
    json.dump(sbom(RELEASE, HOME / "pyproject.toml"), sys.stdout, indent=2)
    sys.stdout.write("\n")
