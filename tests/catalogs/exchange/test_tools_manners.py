"""What other tools make of our files, and of their own, is read without loss."""

from __future__ import annotations

import re

import pytest

from leaflets.catalogs.exchange import kinds, xliff12, xliff21
from leaflets.catalogs.exchange.packet import Packet, State, Unit
from leaflets.findings import Severity

OLD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2">'
    '<file original="tea" source-language="en" target-language="pl" datatype="x">'
    "<body>{}</body></file></xliff>"
)
NEW = (
    '<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="en" '
    'trgLang="pl"><file id="f" original="tea">{}</file></xliff>'
)


def old(units: str) -> tuple[Unit, ...]:
    """Read units of XLIFF 1.2."""
    packet, findings = xliff12.read(OLD.format(units).encode(), "old")
    assert findings == ()
    assert packet is not None
    return packet.units


def new(units: str) -> tuple[Unit, ...]:
    """Read units of XLIFF 2."""
    packet, findings = xliff21.read(NEW.format(units).encode(), "new")
    assert findings == ()
    assert packet is not None
    return packet.units


@pytest.mark.parametrize(
    ("target", "form"),
    [
        ("Herbata", "Herbata"),
        ("<![CDATA[Herbata & *mleko*]]>", "Herbata & *mleko*"),
        ("Her<!-- a comment -->bata", "Herbata"),
        ("Her<?pi?>bata", "Herbata"),
        (
            '<mrk mtype="seg" mid="0">Pij.</mrk> <mrk mtype="seg" mid="1">Śpij.</mrk>',
            "Pij. Śpij.",
        ),
        ('<mrk mtype="protected">{rate}</mrk> śpi', "{rate} śpi"),
        ('<g id="9">Herbata</g>', "Herbata"),
        ('<ph id="1">{rate}</ph> śpi', "{rate} śpi"),
        ('<ph id="1"/> śpi', "{rate} śpi"),
        ('<x id="1"/> śpi', "{rate} śpi"),
        ('<x id="7" equiv-text="{rate}"/> śpi', "{rate} śpi"),
        ('<bpt id="1">**</bpt>śpi<ept id="1">**</ept>', "**śpi**"),
        ("{rate} śpi", "{rate} śpi"),
        ('<it id="2" pos="open">*</it>śpi*', "*śpi*"),
    ],
)
def test_words_are_found_whatever_is_wrapped_around_them(target: str, form: str) -> None:
    """Comments, CDATA, segments, terms, groups, codes empty or full, or none at all."""
    unit = old(
        '<trans-unit id="tea.rate"><source><ph id="1">{rate}</ph> sleep</source>'
        f"<target>{target}</target></trans-unit>"
    )[0]

    assert unit.forms == (form,)
    assert unit.sources == ("{rate} sleep",)


def test_a_segmented_source_is_no_second_source() -> None:
    """OmegaT and Okapi add ``seg-source``, other tools matches of their own."""
    unit = old(
        '<trans-unit id="tea.title" xmlns:its="urn:x" its:annotators="y"><source>Tea. '
        'Milk.</source><seg-source><mrk mtype="seg" mid="0">Tea.</mrk> <mrk mtype="seg" '
        'mid="1">Milk.</mrk></seg-source><target state="translated"><mrk mtype="seg" '
        'mid="0">Herbata.</mrk> <mrk mtype="seg" mid="1">Mleko.</mrk></target>'
        "<alt-trans><source>Tee</source><target>Hasło</target></alt-trans></trans-unit>"
    )[0]

    assert unit.sources == ("Tea. Milk.",)
    assert unit.forms == ("Herbata. Mleko.",)
    assert unit.state is State.TRANSLATED


@pytest.mark.parametrize(
    ("unit", "target", "state"),
    [
        ("", 'state="translated"', State.TRANSLATED),
        ("", 'state="final"', State.TRANSLATED),
        ("", 'state="signed-off"', State.TRANSLATED),
        ("", 'state="needs-translation"', State.FUZZY),
        ("", 'state="needs-review-translation"', State.FUZZY),
        ("", 'state="needs-adaptation"', State.FUZZY),
        ("", 'state="new"', State.FUZZY),
        ("", 'state="x-whatever"', State.FUZZY),
        (
            "",
            'state="needs-review-translation" state-qualifier="leveraged-mt"',
            State.MACHINE,
        ),
        ('approved="yes"', "", State.TRANSLATED),
        ('approved="no"', "", State.FUZZY),
        ('approved="no"', 'state="translated"', State.TRANSLATED),
        ('approved="yes"', 'state="needs-translation"', State.FUZZY),
        ("", "", State.UNSAID),
    ],
)
def test_states_of_other_tools_are_understood(unit: str, target: str, state: State) -> None:
    """Of two that disagree the more careful counts; no state says nothing."""
    read = old(
        f'<trans-unit id="tea.title" {unit}><source>Tea</source>'
        f"<target {target}>Herbata</target></trans-unit>"
    )[0]

    assert read.state is state


def test_a_file_with_prefixes_and_its_attributes_turned_round_is_read(
    packet: Packet,
) -> None:
    """As a serializer is free to write it."""
    text = xliff12.write(packet).decode()
    text = re.sub(r"<(/?)([a-z])", r"<\1xlf:\2", text).replace("xmlns=", "xmlns:xlf=")
    text = re.sub(r'id="([^"]+)" resname="([^"]+)"', r"resname='\2' id='\1'", text)
    text = text.replace('"UTF-8"', '"UTF-16"')

    turned, findings = xliff12.read(text.encode("utf-16"), "turned")
    straight, _ = xliff12.read(xliff12.write(packet), "straight")

    assert findings == ()
    assert turned is not None
    assert straight is not None
    assert [u.forms for u in turned.units] == [u.forms for u in straight.units]
    assert [u.original_mark for u in turned.units] == [
        u.original_mark for u in straight.units
    ]


def test_a_file_in_another_character_set_is_read_as_it_says(packet: Packet) -> None:
    """Trados writes UTF-16; an old tool may write Latin-2."""
    text = xliff12.write(packet).decode().replace('"UTF-8"', '"ISO-8859-2"')

    read, kind, findings = kinds.read(text.encode("iso-8859-2"), "latin")

    assert (kind, findings) == ("xliff12", ())
    assert read is not None
    assert read.units[2].forms == ("Źle śpi [@A1; @B2] około {rate}.",)


def test_a_plural_whose_group_is_gone_is_one_message_still() -> None:
    """The id of a unit says which form it is, wherever it stands."""
    units = old(
        "".join(
            f'<trans-unit id="tea.wait:{n}"><source>Wait</source><target>T{n}</target>'
            "</trans-unit>"
            for n in (2, 0, 1)
        )
    )

    assert [(unit.key, unit.forms) for unit in units] == [("tea.wait", ("T0", "T1", "T2"))]


def test_units_that_a_tool_has_numbered_are_found_by_name() -> None:
    """Some tools give their own ids, and keep ours as the name."""
    read = old('<trans-unit id="17" resname="tea.title"><source>Tea</source></trans-unit>')[
        0
    ]

    assert read.key == "tea.title"
    assert (
        new(
            '<unit id="u1" name="tea.title"><segment><source>Tea</source></segment></unit>'
        )[0].key
        == "tea.title"
    )


def test_what_a_translator_notes_comes_along() -> None:
    """Notes of our own do not come back as remarks."""
    read = old(
        '<trans-unit id="tea.title"><source>Tea</source><note from="developer">Ours.</note>'
        '<note from="Ola">Is this black tea?</note></trans-unit>'
    )[0]
    assert read.remarks == ("Is this black tea?",)

    read = new(
        '<unit id="tea.title"><notes><note category="note">Ours.</note><note>Black tea?'
        "</note></notes><segment><source>Tea</source></segment></unit>"
    )[0]
    assert read.remarks == ("Black tea?",)


def test_segments_of_a_unit_are_joined_in_their_order() -> None:
    """XLIFF 2 lets a tool split a unit, and a translation turn the parts round."""
    unit = new(
        '<unit id="tea.title"><segment state="translated"><source>Drink. </source>'
        '<target order="3">Pij.</target></segment><ignorable><source> </source></ignorable>'
        '<segment state="reviewed"><source>Sleep.</source><target order="1">Śpij.</target>'
        "</segment></unit>"
    )[0]

    assert unit.sources == ("Drink.  Sleep.",)
    assert unit.forms == ("Śpij. Pij.",)
    assert unit.state is State.TRANSLATED


def test_a_unit_is_as_far_as_its_last_segment() -> None:
    """One segment that nobody has translated makes the whole untranslated."""
    unit = new(
        '<unit id="tea.title"><segment state="final"><source>A</source><target>B</target>'
        "</segment><segment><source>C</source></segment></unit>"
    )[0]

    assert unit.state is State.MISSING


@pytest.mark.parametrize(
    ("segment", "state"),
    [
        ('state="translated"', State.TRANSLATED),
        ('state="reviewed"', State.TRANSLATED),
        ('state="final"', State.TRANSLATED),
        ('state="initial"', State.FUZZY),
        ('state="initial" subState="leaflets:machine"', State.MACHINE),
        ('state="translated" subState="leaflets:machine"', State.TRANSLATED),
        ("", State.UNSAID),
    ],
)
def test_states_of_xliff_two_are_understood(segment: str, state: State) -> None:
    """A tool that moves the state on and leaves ours beside it is taken at its word."""
    unit = new(
        f'<unit id="tea.title"><segment {segment}><source>Tea</source>'
        "<target>Herbata</target></segment></unit>"
    )[0]

    assert unit.state is state


def test_codes_of_xliff_two_stand_for_their_data() -> None:
    """By their reference, by the code of the original, paired or as characters."""
    unit = new(
        '<unit id="tea.rate"><originalData><data id="d1">{rate}</data></originalData>'
        '<segment><source><ph id="1" dataRef="d1"/> sleep</source><target><ph id="1"/> '
        '<pc id="2">śpi</pc><mrk id="m" type="term">!</mrk><cp hex="2019"/></target>'
        "</segment></unit>"
    )[0]

    assert unit.sources == ("{rate} sleep",)
    assert unit.forms == ("{rate} śpi!’",)


def test_a_unit_that_cannot_be_used_is_passed_over_and_said() -> None:
    """Without an id, or without a source: the others come in."""
    text = OLD.format(
        "<trans-unit><source>Tea</source></trans-unit><trans-unit id='tea.a'/>"
        "<trans-unit id='tea.title'><source>Tea</source><target>T</target></trans-unit>"
    )
    packet, findings = xliff12.read(text.encode(), "x")

    assert packet is not None
    assert [unit.key for unit in packet.units] == ["tea.title"]
    assert [(f.code, f.severity) for f in findings] == [("X103", Severity.WARNING)] * 2


def test_several_files_in_one_are_refused() -> None:
    """It would not be clear which leaflet is meant."""
    text = OLD.replace("</xliff>", "<file original='b'><body/></file></xliff>").format("")
    packet, findings = xliff12.read(text.encode(), "two")

    assert packet is None
    assert "2 files" in findings[0].message


def test_a_memory_of_another_tool_is_read_by_its_names() -> None:
    """Languages by either attribute and in any case; units without a name passed over."""
    data = (
        b'<tmx version="1.1"><header srclang="EN"/><body><tu tuid="tea.title">'
        b'<tuv lang="en"><seg>Tea</seg></tuv><tuv lang="PL"><seg>Her<hi>bata</hi></seg></tuv>'
        b'</tu><tu><tuv lang="en"><seg>Milk</seg></tuv></tu></body></tmx>'
    )

    packet, kind, findings = kinds.read(data, "memory")

    assert kind == "tmx"
    assert packet is not None
    assert (packet.original, packet.locale) == ("EN", "PL")
    assert [unit.forms for unit in packet.units] == [("Herbata",)]
    assert [finding.code for finding in findings] == ["X103"]
