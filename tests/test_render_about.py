"""What `om` says of an edition: whom to tell about a fault, and how to see if there is a newer."""

from dataclasses import replace

from veileder_cli.model.veileder import Veileder
from veileder_cli.render.about import about
from veileder_cli.render.document import Document, Heading, Items


def under(side: Document) -> dict[str, list[str]]:
    """Give the points under each heading."""
    funn: dict[str, list[str]] = {}
    for blokk in side:
        if isinstance(blokk, Heading):
            punkter = funn.setdefault(blokk.tekst, [])
        elif isinstance(blokk, Items):
            punkter += [p.tekst for p in blokk.punkter]
    return funn


def test_it_says_whom_to_tell_of_a_wrong_number_and_how_to_find_a_newer_edition(
    veileder: Veileder,
) -> None:
    om = veileder.om
    assert om.meld_feil
    assert om.nyeste
    *_, feil, nyeste = under(about(veileder, "1.0")).values()
    assert (feil, nyeste) == ([om.meld_feil.tekst], [om.nyeste.tekst])


def test_a_guide_that_does_not_say_has_no_empty_heading(veileder: Veileder) -> None:
    bare = replace(veileder, om=replace(veileder.om, meld_feil=None, nyeste=None))
    assert len(under(about(bare, "1.0"))) == len(under(about(veileder, "1.0"))) - 2
    assert all(under(about(bare, "1.0")).values())


def test_it_says_edition_owner_and_the_programs_version(veileder: Veileder) -> None:
    first = " ".join(next(iter(under(about(veileder, "9.8.7")).values())))
    assert all(t in first for t in (veileder.om.utgave, veileder.om.eier, "9.8.7"))
