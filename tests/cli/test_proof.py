"""``leaflets proof``: what it writes, says and refuses."""

from __future__ import annotations

from pathlib import Path

import pytest

from leaflets.cli.main import run


def test_a_proof_is_written_and_named(
    own_tea: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """The file lies in output/proofs, apart from the manifest, and is said on stdout."""
    code = run(["--project", str(own_tea), "proof", "tea", "--locale", "pl"])

    path = own_tea / "output/proofs/tea.pl.proof.pdf"
    said = capfd.readouterr().out
    assert code == 0
    assert path.read_bytes().startswith(b"%PDF")
    assert str(path) in said
    assert "reading " in said
    assert not (own_tea / "output/manifest.json").exists()


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        (["coffee", "--locale", "pl"], 2, "coffee"),
        (["tea", "--locale", "xx"], 2, "xx"),
        (["tea"], 2, "--locale"),
        (["tea", "--locale", "en"], 4, "original"),
        (["tea", "--locale", "fr"], 4, "no catalog"),
    ],
)
def test_what_has_no_proof_is_said(
    own_tea: Path,
    capfd: pytest.CaptureFixture[str],
    words: list[str],
    code: int,
    says: str,
) -> None:
    """A wrong name is a wrong command line, a language that is not there a wrong locale."""
    assert run(["--project", str(own_tea), "proof", *words]) == code
    assert says in capfd.readouterr().err
