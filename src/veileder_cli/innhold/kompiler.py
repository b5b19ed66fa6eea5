"""Writes the compiled form of an approved guide, beside its YAML."""

from collections.abc import Mapping
from hashlib import sha256

from veileder_cli.compiled import FOLDER, LANGUAGES, LAZY, whole_file, write_value
from veileder_cli.editions import META, Utgave
from veileder_cli.layers import find_layers
from veileder_cli.loader import is_approved, read_guide
from veileder_cli.lookup.entries import contact_entries, term_entries
from veileder_cli.lookup.index import make_index
from veileder_cli.model.veileder import PARTS, Veileder
from veileder_cli.translations import list_languages, read_translations


def compile_guide(utgave: Utgave) -> Mapping[str, bytes]:
    """Give the compiled files by name; none where the guide is not approved as it is.

    A guide that builds on another is read from its YAML: a part of it rests on both their files.
    """
    if not is_approved(utgave) or len(find_layers(utgave.mappe)) > 1:
        return {}
    veileder = read_guide(utgave.mappe, frozenset(PARTS)).veileder
    filer = {
        f"{navn}.jsonl": whole_file(_sources(utgave, fil), _body(navn, getattr(veileder, navn)))
        for navn, fil in (("om", META), *((navn, f"{navn}.yaml") for navn in PARTS))
    }
    return filer | _indexes(utgave, veileder) | _languages(utgave)


def write_compiled(utgave: Utgave) -> None:
    """Write the compiled form, in place of what is there."""
    mappe = utgave.mappe / FOLDER
    filer = compile_guide(utgave)
    if filer:
        mappe.mkdir(exist_ok=True)
    for gammel in set(mappe.glob("*")) - {mappe / navn for navn in filer}:
        gammel.unlink()
    for navn, innhold in filer.items():
        (mappe / navn).write_bytes(innhold)


def _indexes(utgave: Utgave, veileder: Veileder) -> dict[str, bytes]:
    """Index what people look for by name; a contact is found by its roles too."""
    begreper = make_index(term_entries(veileder.begreper)).encode()
    kontakter = make_index(contact_entries(veileder)).encode()
    return {
        "begreper.index": whole_file(_sources(utgave, "begreper.yaml"), begreper),
        "kontakter.index": whole_file(_sources(utgave, "kontakter.yaml", "roller.yaml"), kontakter),
    }


def _languages(utgave: Utgave) -> dict[str, bytes]:
    """Give the texts in each language that the guide has."""
    return {
        f"{LANGUAGES}-{sprak}.jsonl": whole_file(
            _sources(utgave, f"{LANGUAGES}/{sprak}.yaml"),
            write_value(read_translations(utgave.mappe, sprak)),
        )
        for sprak in list_languages(utgave.mappe)
    }


def _sources(utgave: Utgave, *filer: str) -> Mapping[str, str]:
    return {fil: sha256((utgave.mappe / fil).read_bytes()).hexdigest() for fil in filer}


def _body(navn: str, verdi: object) -> bytes:
    if navn in LAZY and isinstance(verdi, tuple):
        return b"\n".join(map(write_value, verdi))
    return write_value(verdi)
