"""Writes the compiled form of an approved guide, beside its YAML."""

from collections.abc import Mapping
from dataclasses import replace
from hashlib import sha256

from veileder_cli.compiled import (
    FOLDER,
    LAZY,
    in_language,
    whole_file,
    write_value,
)
from veileder_cli.editions import META, TRANSLATIONS, Utgave
from veileder_cli.layers import find_layers
from veileder_cli.loader import is_approved, read_guide
from veileder_cli.lookup.entries import contact_entries, term_entries
from veileder_cli.lookup.index import make_index
from veileder_cli.model.veileder import PARTS, Veileder
from veileder_cli.translate import translate
from veileder_cli.translations import list_languages, read_translations


def compile_guide(utgave: Utgave) -> Mapping[str, bytes]:
    """Give the compiled files by name; none where the guide is not approved as it is.

    A guide that builds on another is read from its YAML: a part of it rests on both their files.
    """
    if not is_approved(utgave) or len(find_layers(utgave.mappe)) > 1:
        return {}
    veileder = read_guide(utgave.mappe, frozenset(PARTS)).veileder
    filer = _parts(utgave, veileder)
    for sprak in list_languages(utgave.mappe):
        ordliste = read_translations(utgave.mappe, sprak)
        oversatt = translate(veileder, ordliste, sprak).veileder
        filer |= _parts(utgave, replace(oversatt, egen=None))
    return filer


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


def _parts(utgave: Utgave, veileder: Veileder) -> dict[str, bytes]:
    """Write the parts in one language, and index what people look for by name in it."""
    sprak = veileder.sprak
    etter = in_language(sprak) if sprak else ""
    oversatt = (f"{TRANSLATIONS}/{sprak}.yaml",) if sprak else ()

    def whole(tekst: bytes, *filer: str) -> bytes:
        return whole_file(_sources(utgave, *filer, *oversatt), tekst)

    deler = {
        f"{navn}{etter}.jsonl": whole(_body(navn, getattr(veileder, navn)), fil)
        for navn, fil in (("om", META), *((navn, f"{navn}.yaml") for navn in PARTS))
    }
    begreper = make_index(term_entries(veileder), sprak).encode()
    kontakter = make_index(contact_entries(veileder), sprak).encode()
    return deler | {
        f"begreper{etter}.index": whole(begreper, "begreper.yaml"),
        # a contact is found by its roles too
        f"kontakter{etter}.index": whole(kontakter, "kontakter.yaml", "roller.yaml"),
    }


def _sources(utgave: Utgave, *filer: str) -> Mapping[str, str]:
    return {fil: sha256((utgave.mappe / fil).read_bytes()).hexdigest() for fil in filer}


def _body(navn: str, verdi: object) -> bytes:
    if navn in LAZY and isinstance(verdi, tuple):
        return b"\n".join(map(write_value, verdi))
    return write_value(verdi)
