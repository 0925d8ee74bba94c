"""Make the torture leaflet: every construct that a page may hold, through the press.

Run as a program, it writes the PDF to the path that it is given, and a picture of each
page by pdfium to the other, for the judges.
"""

from __future__ import annotations

import datetime
import io
import sys
import tempfile
from pathlib import Path
from typing import Any

import pypdfium2
from PIL import Image, ImageCms, ImageDraw

from leaflets.pdf import fonts
from leaflets.pdf.engine import Engine
from leaflets.pdf.identity import Identity
from leaflets.pdf.printspec import COATED, PrintSpec
from leaflets.pdf.rendered import Rendered
from leaflets.pdf.variant import Variant

HERE = Path(__file__).parent

FAMILIES = (
    "Noto Sans",
    "Noto Naskh Arabic",
    "Noto Nastaliq Urdu",
    "Noto Sans Devanagari",
    "Noto Sans Bengali",
    "Noto Sans Gurmukhi",
    "Noto Sans CJK SC",
)

SIZE = (156, 120)
"""Of the images, in pixels: 305 an inch where they stand."""


def pictures() -> dict[str, bytes]:
    """Make an image of every kind that the engine reads."""
    across = Image.linear_gradient("L").rotate(90).resize(SIZE)
    down = Image.linear_gradient("L").resize(SIZE)
    photo = Image.merge("RGB", (across, down, Image.new("L", SIZE, 90)))
    pen = ImageDraw.Draw(photo)
    pen.ellipse((40, 30, 110, 90), fill=(250, 240, 20), outline="black", width=4)
    flat = Image.new("RGB", SIZE, "white")
    pen = ImageDraw.Draw(flat)
    pen.rectangle((20, 20, 90, 90), fill=(200, 30, 60))
    pen.line((0, 0, 155, 119), fill="black", width=5)
    clear = photo.convert("RGBA")
    clear.putalpha(down)
    deep = Image.new("I;16", SIZE)
    deep.putdata([column * 420 for _ in range(SIZE[1]) for column in range(SIZE[0])])
    turned = Image.Exif()
    turned[0x0112] = 6
    own = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    inks = Image.merge(
        "CMYK", (across, down, Image.new("L", SIZE, 60), Image.new("L", SIZE))
    )
    tile = Image.new("RGBA", (36, 36), (0, 0, 0, 0))
    ImageDraw.Draw(tile).ellipse((4, 4, 30, 30), fill=(220, 120, 0, 200))
    return {
        "rgb.png": _written(photo, "PNG"),
        "rgb.jpg": _written(photo, "JPEG", quality=92),
        "rgb.webp": _written(photo, "WEBP", lossless=True),
        "grey.png": _written(across, "PNG"),
        "grey.jpg": _written(across, "JPEG"),
        "greyrgb.png": _written(across.convert("RGB"), "PNG"),
        "bits.png": _written(flat.resize((624, 480)).convert("1"), "PNG"),
        "palette.png": _written(flat.quantize(16), "PNG"),
        "clearpalette.png": _written(flat.quantize(16), "PNG", transparency=0),
        "alpha.png": _written(clear, "PNG"),
        "greyalpha.png": _written(clear.convert("LA"), "PNG"),
        "cmyk.jpg": _written(inks, "JPEG", quality=92),
        "deep.png": _written(deep, "PNG"),
        "profiled.jpg": _written(photo, "JPEG", icc_profile=own),
        "turned.jpg": _written(photo, "JPEG", exif=turned),
        "tile.png": _written(tile, "PNG"),
        "drawing.svg": (HERE / "drawing.svg").read_bytes(),
        "tile.svg": (HERE / "tile.svg").read_bytes(),
    }


def _written(image: Image.Image, kind: str, **options: Any) -> bytes:
    written = io.BytesIO()
    image.save(written, kind, **options)
    return written.getvalue()


def torture(
    engine: Engine, *, spec: PrintSpec = COATED, variant: Variant = Variant.PRESS
) -> Rendered:
    """Render the torture leaflet."""
    return engine.render(
        (HERE / "leaflet.html").read_text("utf-8"),
        stylesheets=[(HERE / "style.css").read_text("utf-8")],
        resources={f"leaflets:{name}": data for name, data in pictures().items()},
        variant=variant,
        spec=spec,
        identity=Identity(
            title="Torture",
            lang="en",
            created=datetime.datetime(2026, 11, 1, tzinfo=datetime.UTC),
            identifier="TORTURE-1",
        ),
    )


def main() -> None:
    """Write the press file, and its pages as pdfium draws them, to the paths given."""
    with tempfile.TemporaryDirectory() as cache:
        engine = Engine(fonts.collect(FAMILIES, Path(cache)))
        pdf = torture(engine).pdf
    Path(sys.argv[1]).write_bytes(pdf)
    for number, page in enumerate(pypdfium2.PdfDocument(pdf), start=1):
        page.render(scale=1).to_pil().save(sys.argv[2] % number)


if __name__ == "__main__":
    main()
