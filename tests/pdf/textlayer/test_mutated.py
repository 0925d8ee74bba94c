"""A finished file that reads otherwise than it looks is found by every reader."""

from __future__ import annotations

import pikepdf
import pytest
from tests.pdf.conftest import Render
from tests.pdf.textlayer import mutations
from tests.pdf.textlayer.mutations import Mutation
from tests.pdf.tongues import TONGUES

from leaflets.errors import RenderError
from leaflets.pdf.rendered import Rendered
from leaflets.pdf.textlayer import measure, poppler, walk

BODIES = {
    "en": "<h1>Key points</h1><p>Call 020 7946 0123 (by day).</p><p>Ask.</p>",
    "fa": "<h1>نکته‌ها</h1><p>می‌شود (۳ روز) با ۰۲۰ ۷۹۴۶ تماس بگیرید.</p><p>بپرسید.</p>",
    "hi": "<h1>मुख्य बातें</h1><p>क्‍ष (3 दिन) 020 7946 0123 पर।</p><p>पूछें।</p>",
}
ZWNJ, ZWJ, NOTHING = "\u200c", "\u200d", "\u2060"


def heard(rendered: Rendered, pdf: bytes) -> dict[str, float]:
    """Say how like the words of a rendering what each reader takes out of bytes is."""
    said = [page.spoken for page in rendered.pages]
    tags = measure.compare_whole(said, walk.read(pdf, pictures=False))
    place = measure.compare(rendered.pages, poppler.extract(pdf), by_place=True)
    flow = measure.compare(rendered.pages, measure.extract(pdf))
    return {
        "tags": tags.similarity,
        "poppler": place.similarity,
        "pdfium": flow.similarity,
    }


def drawn(tag: str, render: Render) -> Rendered:
    """Draw the page of a language."""
    tongue = TONGUES[tag]
    return render(BODIES[tag], tongue.css, lang=tag, direction=tongue.direction)


@pytest.mark.parametrize("tag", sorted(BODIES))
def test_an_untouched_file_reads_as_it_says(tag: str, render: Render) -> None:
    """All three readers give the words, so that what follows is the mutation's doing."""
    rendered = drawn(tag, render)
    assert set(heard(rendered, rendered.pdf).values()) == {1.0}


CHANGES: dict[str, tuple[str, Mutation]] = {
    "digits": ("en", mutations.mean({"2": "7", "7": "2"})),
    "brackets": ("en", mutations.mean({"(": ")", ")": "("})),
    "a letter lost": ("en", mutations.mean({"C": ""})),
    "words swapped": ("en", mutations.swap_shown(0, 1)),
    "Persian digits": ("fa", mutations.mean({"۷": "۹", "۹": "۷"})),
    "ZWNJ lost": ("fa", mutations.mean({ZWNJ: NOTHING})),
    "another yeh": ("fa", mutations.mean({"ی": "ي"})),
    "no layer, leftward": ("fa", mutations.without_layer),
    "ZWJ lost": ("hi", mutations.mean({ZWJ: NOTHING})),
    "digits in a layer": ("hi", mutations.mean({"2": "7", "7": "2"})),
    "no layer": ("hi", mutations.without_layer),
}


@pytest.mark.parametrize("what", sorted(CHANGES))
def test_every_reader_finds_what_was_changed(what: str, render: Render) -> None:
    """Other digits and brackets, a lost joiner or letter, words swapped, no layer."""
    tag, mutation = CHANGES[what]
    rendered = drawn(tag, render)
    found = heard(rendered, mutation(rendered.pdf))
    assert max(found.values()) < 1.0, found


def test_one_tag_too_few_is_found_by_the_walk_alone(render: Render) -> None:
    """Words that are on the page and in no tag are not read aloud."""
    rendered = drawn("en", render)

    def drop(document: pikepdf.Pdf) -> None:
        kids = document.Root.StructTreeRoot.K[0].K
        while "/K" in kids[-1] and isinstance(kids[-1].K, pikepdf.Array) and len(kids) == 1:
            kids = kids[-1].K
        del kids[-1]

    found = heard(rendered, mutations.changed_by(rendered.pdf, drop))
    assert found["tags"] < 1.0
    assert found["poppler"] == found["pdfium"] == 1.0


def test_a_ring_of_tags_is_an_error(render: Render) -> None:
    """A tree that has no end is refused, not followed for ever."""

    def tie(document: pikepdf.Pdf) -> None:
        root = document.Root.StructTreeRoot
        root.K[0].K.append(root.K[0])

    with pytest.raises(RenderError, match="200 deep"):
        walk.read(mutations.changed_by(drawn("en", render).pdf, tie))


def test_a_file_without_tags_is_an_error(render: Render) -> None:
    """There is nothing to walk through, which is not the same as no words."""

    def strip(document: pikepdf.Pdf) -> None:
        del document.Root.StructTreeRoot

    with pytest.raises(RenderError, match="tags of the file cannot be read"):
        walk.read(mutations.changed_by(drawn("en", render).pdf, strip))
    with pytest.raises(RenderError, match="tags of the file cannot be read"):
        walk.read(b"nothing")
