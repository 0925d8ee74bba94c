"""Write a drawing's colours as inks: SVG in, SVG out.

For logos and figures that must go to press. Every colour that the drawing names, in an
attribute, a style or a style sheet, becomes ``device-cmyk()``, and black is said where
the drawing leaves it to be understood. What cannot be separated is refused, never
changed: a gradient and a raster image inside a drawing.
"""

from __future__ import annotations

import re
from xml.etree import ElementTree

from tinycss2.color4 import parse_color  # type: ignore[import-untyped]

from leaflets.errors import RenderError
from leaflets.pdf.colour import to_inks
from leaflets.pdf.intent import FOGRA39, Condition

BLACK = "device-cmyk(0 0 0 1)"

_SVG = "http://www.w3.org/2000/svg"
_XLINK = "http://www.w3.org/1999/xlink"
_PROPERTIES = ("fill", "stroke", "stop-color", "flood-color", "lighting-color", "color")
_DECLARATION = re.compile(
    rf"(?<![\w-])({'|'.join(_PROPERTIES)})(\s*:\s*)([^;}}!]+)", re.IGNORECASE
)
_KEPT = re.compile(r"(none|inherit|initial|unset|transparent|url\(.*|device-cmyk\(.*)$")
_FORBIDDEN = {"script", "foreignObject", "image", "handler"}
_GRADIENTS = {"linearGradient", "radialGradient", "meshgradient"}


def svg_to_cmyk(svg: bytes, condition: Condition = FOGRA39) -> bytes:
    """Give *svg* with all its colours as inks of *condition*; greys are black alone.

    Raises RenderError for what is not SVG, and for what is in it that cannot be
    printed in inks: a gradient in use, a raster image, a script, a document type.
    """
    root = _parse(svg)
    _refuse(root)
    _drop_gradients(root)
    if _value(root, "fill") is None:
        root.set("fill", BLACK)
    _rewrite(root, _value(root, "color") or BLACK, condition)
    ElementTree.register_namespace("", _SVG)
    ElementTree.register_namespace("xlink", _XLINK)
    written: bytes = ElementTree.tostring(root, encoding="utf-8")
    return written


def _parse(svg: bytes) -> ElementTree.Element:
    try:
        text = svg.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise RenderError("a drawing is not UTF-8", hint="save it as UTF-8") from error
    if "\0" in text or "<!DOCTYPE" in text or "<!ENTITY" in text:
        raise RenderError(
            "a drawing has a document type", hint="take the <!DOCTYPE> line out"
        )
    try:
        # No entity can be declared without a document type, so none is expanded.
        root = ElementTree.fromstring(text)  # noqa: S314
    except ElementTree.ParseError as error:
        raise RenderError("a drawing is not well-formed SVG") from error
    if root.tag != f"{{{_SVG}}}svg":
        raise RenderError("a drawing is not SVG")
    return root


def _refuse(root: ElementTree.Element) -> None:
    for element in root.iter():
        if _name(element) in _FORBIDDEN:
            raise RenderError(
                f"a drawing holds <{_name(element)}>, which cannot be printed in inks",
                hint="give it as PNG or JPEG, or without this part",
            )
        for attribute, value in element.attrib.items():
            outside = attribute.rpartition("}")[2] == "href" and not value.startswith("#")
            if outside:
                raise RenderError("a drawing points outside itself")


def _drop_gradients(root: ElementTree.Element) -> None:
    """Take out gradients that nothing uses; refuse one that is used."""
    text = ElementTree.tostring(root, encoding="unicode")
    for parent in list(root.iter()):
        for element in list(parent):
            if _name(element) not in _GRADIENTS:
                continue
            if re.search(rf"url\(\s*['\"]?#{re.escape(element.get('id', ''))}\b", text):
                raise RenderError(
                    "a drawing holds a gradient, which cannot be printed in inks",
                    hint="give it as PNG or JPEG, or in plain colours",
                )
            parent.remove(element)


def _rewrite(element: ElementTree.Element, current: str, condition: Condition) -> None:
    own = _value(element, "color")
    if own is not None and own.lower() not in {"inherit", "currentcolor"}:
        current = _inks(own, current, condition)
    for name in _PROPERTIES:
        value = element.get(name)
        if value is not None:
            element.set(name, _inks(value, current, condition))
    style = element.get("style")
    if style is not None:
        element.set("style", _in_css(style, current, condition))
    if _name(element) == "style" and element.text:
        element.text = _in_css(element.text, current, condition)
    for child in element:
        _rewrite(child, current, condition)


def _in_css(css: str, current: str, condition: Condition) -> str:
    def inks(match: re.Match[str]) -> str:
        return f"{match[1]}{match[2]}{_inks(match[3], current, condition)}"

    return _DECLARATION.sub(inks, css)


def _inks(value: str, current: str, condition: Condition) -> str:
    """Write one colour as inks."""
    value = value.strip()
    if value.lower() == "currentcolor":
        return current
    if _KEPT.match(value.lower()):
        return value
    colour = parse_color(value)
    if colour is None or isinstance(colour, str):
        raise RenderError(f"a drawing has an unknown colour {value!r}")
    red, green, blue = (
        round(min(max(part, 0), 1) * 255) for part in colour.to("srgb").coordinates
    )
    inks = " ".join(f"{ink:g}" for ink in to_inks(red, green, blue, condition))
    alpha = f" / {colour.alpha:.3g}" if colour.alpha < 1 else ""
    return f"device-cmyk({inks}{alpha})"


def _value(element: ElementTree.Element, name: str) -> str | None:
    """Give a property of an element, from its style or else its attribute."""
    for match in _DECLARATION.finditer(element.get("style", "")):
        if match[1].lower() == name:
            return match[3].strip()
    return element.get(name)


def _name(element: ElementTree.Element) -> str:
    return str(element.tag).rpartition("}")[2]
