"""A project of a few files whose pages are made by ``fakecraft``."""

from __future__ import annotations

from pathlib import Path

CRAFT = "tests.build.fakecraft"

LOCALES = {
    "en": ("English", "ltr"),
    "ar": ("العربية", "rtl"),
    "zh_Hans": ("简体中文", "ltr"),
}


def lay_out(root: Path) -> Path:
    """Write two leaflets, three locales and one imprint; give the project's folder."""
    for slug, title in (("apples", "About apples & pears"), ("plums", "About plums")):
        text = f"leaflet: {slug}\noriginal: en\ntitle:\n  text: {title}\n  note: Fruit.\n"
        write(root, f"content/leaflets/{slug}.yaml", text)
        write(root, f"locales/ar/LC_MESSAGES/{slug}.po", f"# {slug} in ar\n")
    write(root, "locales/zh_Hans/LC_MESSAGES/apples.po", "# apples in zh-Hans\n")
    for folder, (name, direction) in LOCALES.items():
        tag = folder.replace("_", "-")
        text = f"tag: {tag}\nname: {name}\nenglish: {folder}\ndirection: {direction}\n"
        write(root, f"locales/{folder}/locale.yaml", f"{text}fonts: [Noto Sans]\n")
        write(root, f"locales/{folder}/LC_MESSAGES/phrases.po", "# phrases\n")
    write(root, "content/imprints/clinic.yaml", "imprint: clinic\nlogo: content/logo.svg\n")
    write(root, "content/logo.svg", "<svg/>")
    write(root, "content/facts/numbers.yaml", "facts: {}\n")
    write(root, "content/claims/all.yaml", "claims: {}\n")
    write(root, "content/sources/all.json", "[]\n")
    write(root, "content/ledger.jsonl", "")
    write(root, "templates/blocks/page.html", "<p></p>\n")
    return root


def write(root: Path, name: str, text: str) -> Path:
    """Write a file of a project."""
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def tell(root: Path, leaflet: str, *words: str) -> None:
    """Tell the fake craft what to do with a leaflet."""
    path = root / f"content/leaflets/{leaflet}.yaml"
    plain = [line for line in path.read_text().splitlines() if not line.startswith("do: ")]
    path.write_text("\n".join([*plain, *(f"do: {word}" for word in words)]) + "\n")
