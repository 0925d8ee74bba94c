"""Whatever the words are, they come back to the letter, in every format."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from leaflets.catalogs.exchange import kinds
from leaflets.catalogs.exchange.inline import alike, pieces
from leaflets.catalogs.exchange.packet import Packet, State, Unit, mark_of

CODES = ("{fact}", "{fact.count}", "[@A1; @B2]", "**", "*", "[us](line)", "](x)", "&amp;")
LETTERS = st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff")
WORDS = st.lists(
    st.one_of(
        st.text(LETTERS, min_size=1, max_size=12),
        st.sampled_from((*CODES, "=1+1", "_x0041_", "<b>", "]]>", " ", "'", '"', "@", "-")),
    ),
    min_size=1,
    max_size=8,
).map("".join)


@st.composite
def packets(draw: st.DrawFn) -> Packet:
    """Draw packets of a few messages, some of them plural."""
    units = []
    for number in range(draw(st.integers(1, 3))):
        plural = draw(st.booleans())
        count = 3 if plural else 1
        forms = tuple(draw(WORDS.filter(str.strip)) for _ in range(count))
        units.append(
            Unit(
                key=f"tea.text-{number}",
                sources=tuple(draw(WORDS) for _ in range(count)),
                forms=forms,
                plural=plural,
                state=draw(st.sampled_from((State.TRANSLATED, State.MACHINE))),
                original_mark="0123456789ab",
                translation_mark=mark_of(forms),
            )
        )
    return Packet(domain="tea", original="en", locale="pl", units=tuple(units))


@pytest.mark.parametrize("name", list(kinds.KINDS))
@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(packet=packets())
def test_any_words_come_back_to_the_letter(name: str, packet: Packet) -> None:
    """Markup, formulas, escapes, every script: what went out is what comes back."""
    back, _, findings = kinds.read(kinds.KINDS[name].write(packet), "back")

    assert findings == ()
    assert back is not None
    assert [(u.key, u.sources, u.forms, u.state) for u in back.units] == [
        (u.key, u.sources, u.forms, u.state) for u in packet.units
    ]


@given(words=WORDS, other=WORDS)
def test_pieces_put_together_are_the_words(words: str, other: str) -> None:
    """Cutting loses nothing, and no two codes of a text have one number."""
    cut = alike(other, pieces(words))

    assert "".join(piece.text for piece in cut) == other
    numbers = [piece.number for piece in cut if piece.kind]
    assert len(numbers) == len(set(numbers))


@given(data=st.binary(max_size=400))
def test_any_bytes_are_read_without_an_exception(data: bytes) -> None:
    """What is no file of ours is a finding."""
    packet, _, findings = kinds.read(data, "any")

    assert packet is None
    assert findings
