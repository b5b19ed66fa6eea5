"""What is inside, for those who keep watch over known faults: an SBOM in CycloneDX's JSON."""

import re
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from uuid import NAMESPACE_URL, uuid5

from cyclonedx.factory.license import LicenseFactory
from cyclonedx.model import HashAlgorithm, HashType, Property
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.output import make_outputter
from cyclonedx.schema import OutputFormat, SchemaVersion
from packageurl import PackageURL
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from pakke.licences import licence_name
from pakke.wheels import Wheel


def build_sbom(
    own: str,
    wheels: list[Wheel],
    epoch: int,
    tools: Mapping[str, Iterable[str]],
    cpython: str = "",
) -> str:
    """Give the SBOM of the package `own` and all it needs; the same wheels give the same text.

    `tools` are the versions of what decides how the built files come out, byte for byte; `cpython`
    is the version of Python that the packages for Windows carry, if they are built.
    """
    components = {wheel.name: _component(wheel, own) for wheel in wheels}
    bom = Bom(
        serial_number=uuid5(NAMESPACE_URL, " ".join([*(w.sha256 for w in wheels), cpython])),
        components=[c for name, c in components.items() if name != own],
    )
    bom.metadata.timestamp = datetime.fromtimestamp(epoch, UTC)
    bom.metadata.component = components[own]
    for tool, versions in tools.items():
        bom.metadata.properties.add(
            Property(name=f"{own}:bygget-med:{tool}", value=" ".join(versions))
        )
    if cpython:
        bom.components.add(_interpreter(cpython))
    for wheel in wheels:
        needed = [components[n] for n in _needs(wheel) if n in components]
        bom.register_dependency(components[wheel.name], needed)
    return str(
        make_outputter(bom, OutputFormat.JSON, SchemaVersion.V1_6).output_as_string(indent=2)
    )


def _component(wheel: Wheel, own: str) -> Component:
    address = PackageURL("pypi", None, wheel.name, wheel.version)
    is_own = wheel.name == own
    return Component(
        type=ComponentType.APPLICATION if is_own else ComponentType.LIBRARY,
        name=wheel.name,
        version=wheel.version,
        bom_ref=str(address),
        purl=address,
        description=wheel.metadata["Summary"],
        licenses=[LicenseFactory().make_from_string(licence_name(wheel))],
        hashes=[HashType(alg=HashAlgorithm.SHA_256, content=wheel.sha256)],
    )


def _interpreter(version: str) -> Component:
    address = PackageURL("generic", None, "python", version)
    return Component(
        type=ComponentType.PLATFORM,
        name="python",
        version=version,
        bom_ref=str(address),
        purl=address,
        description="CPython (embeddable, amd64); bare i pakkene for Windows",
        licenses=[LicenseFactory().make_from_string("PSF-2.0")],
    )


def _needs(wheel: Wheel) -> list[str]:
    """Give the names of what a package needs, on one system or another, but for its extras."""
    needs = map(Requirement, wheel.metadata.get_all("Requires-Dist", []))
    return sorted(
        {canonicalize_name(n.name) for n in needs if not re.search(r"\bextra\b", str(n.marker))}
    )
