"""Ways to make a finished file read otherwise than it looks."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping

import pikepdf

from leaflets.pdf.pagefonts import meanings
from leaflets.pdf.textlayer import carrier

Document = pikepdf.Pdf
Mutation = Callable[[bytes], bytes]


def mean(changes: Mapping[str, str]) -> Mutation:
    """Let every glyph that means one character mean another, and what stands for glyphs."""

    def change(document: pikepdf.Pdf) -> None:
        for page in document.pages:
            content = list(pikepdf.parse_content_stream(page))
            for each in content:
                for listed in each.operands:
                    if isinstance(listed, pikepdf.Dictionary) and "/ActualText" in listed:
                        said = str(listed.ActualText)
                        listed.ActualText = "".join(changes.get(c, c) for c in said)
            page.Contents = document.make_stream(pikepdf.unparse_content_stream(content))
        for font in fonts(document).values():
            width = 4 if font.Subtype == "/Type0" else 2
            known = meanings(font.ToUnicode.read_bytes())
            pairs = "\n".join(
                f"<{code:0{width}x}> <{changed.encode('utf-16-be').hex()}>"
                for code, said in known.items()
                if (changed := "".join(changes.get(each, each) for each in said))
            )
            space = f"<{'0' * width}> <{'f' * width}>"
            font.ToUnicode = document.make_stream(
                b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
                b"1 begincodespacerange\n%b\nendcodespacerange\n%d beginbfchar\n%b\nendbfchar\n"
                b"endcmap end end" % (space.encode(), pairs.count("\n") + 1, pairs.encode())
            )

    return lambda pdf: changed_by(pdf, change)


def without_layer(pdf: bytes) -> bytes:
    """Show nothing in the font without ink."""

    def change(document: pikepdf.Pdf) -> None:
        for page in document.pages:
            kept, font = [], ""
            for each in pikepdf.parse_content_stream(page):
                if str(each.operator) == "Tf":
                    font = str(each.operands[0])
                if str(each.operator) in ("Tj", "TJ") and font == f"/{carrier.KEY}":
                    continue
                kept.append(each)
            page.Contents = document.make_stream(pikepdf.unparse_content_stream(kept))

    return changed_by(pdf, change)


def swap_shown(one: int, other: int) -> Mutation:
    """Swap what two operations of the first page show."""

    def change(document: pikepdf.Pdf) -> None:
        page = document.pages[0]
        content = list(pikepdf.parse_content_stream(page))
        shown = [n for n, each in enumerate(content) if str(each.operator) in ("Tj", "TJ")]
        first, second = shown[one], shown[other]
        content[first], content[second] = content[second], content[first]
        page.Contents = document.make_stream(pikepdf.unparse_content_stream(content))

    return lambda pdf: changed_by(pdf, change)


def fonts(document: pikepdf.Pdf) -> dict[tuple[int, int], pikepdf.Object]:
    """Give the fonts of all pages that say what they mean, each once."""
    return {
        font.objgen: font
        for page in document.pages
        for font in page.resources.get("/Font", pikepdf.Dictionary()).values()
        if "/ToUnicode" in font
    }


def changed_by(pdf: bytes, change: Callable[[pikepdf.Pdf], None]) -> bytes:
    """Open a file, change it, and write it again."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        change(document)
        copy = io.BytesIO()
        document.save(copy)
        return copy.getvalue()
