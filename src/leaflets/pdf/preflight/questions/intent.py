"""F20: the printing condition that the file was made for."""

from __future__ import annotations

from collections.abc import Iterator

from leaflets.findings import Severity
from leaflets.pdf import intent as conditions
from leaflets.pdf import registered
from leaflets.pdf.preflight import identity
from leaflets.pdf.preflight.base import Answer, Case, question

_CMYK_PRINTER = (b"prtr", b"CMYK", b"acsp")


def _name(intent: object) -> str:
    said = intent.get("/OutputConditionIdentifier", "")  # type: ignore[attr-defined]
    return " ".join(str(said).split())


@question("F201", basis="ISO 15930-7, 6.3.1 and ISO 15930-4, 6.2.2: one output intent")
def it_has_one_output_intent(case: Case) -> Iterator[Answer]:
    """The file has exactly one output intent for PDF/X."""
    count = len(identity.intents(case.pdf))
    if count != 1:
        yield Answer(
            message=f"the file has {count or 'no'} output intents for PDF/X instead of one",
            hint=f"export it for {case.spec.condition.identifier}",
        )


@question(
    "F202", basis="ISO 15930-7, 6.3.2: name in the registry of the ICC, and the registry"
)
def its_condition_is_registered(case: Case) -> Iterator[Answer]:
    """The output intent names its condition as the registry of the ICC does."""
    own = case.spec.condition
    for intent in identity.intents(case.pdf):
        name = _name(intent)
        if name != own.identifier and name not in registered.CONDITIONS:
            yield Answer(
                message=f"the output intent names no registered condition but {name[:60]!r}",
                hint="such as FOGRA39; the name of a profile is none",
            )
        elif own.registry and str(intent.get("/RegistryName", "")) != conditions.REGISTRY:
            yield Answer(
                message="the output intent does not name the registry of the ICC",
                severity=Severity.WARNING,
                hint=f"RegistryName is {conditions.REGISTRY}",
            )


@question("F203", basis="ISO 15930-7, 6.3.3: the profile of a printer, embedded")
def its_profile_is_that_of_a_press(case: Case) -> Iterator[Answer]:
    """The output intent carries the ICC profile of a press with four inks."""
    for intent in identity.intents(case.pdf):
        if "/DestOutputProfile" not in intent:
            yield Answer(message="the output intent carries no profile")
            continue
        data = identity.profile(intent)
        if (data[12:16], data[16:20], data[36:40]) != _CMYK_PRINTER:
            yield Answer(
                message="the profile of the output intent is not one of a CMYK press"
            )
        elif intent.DestOutputProfile.get("/N") != 4:
            yield Answer(
                message="the profile of the output intent is not said to have 4 inks"
            )
        elif int.from_bytes(data[:4], "big") != len(data):
            yield Answer(
                message="the profile of the output intent is not as long as it says",
                severity=Severity.WARNING,
            )


@question("F204", basis="the order: paper and printing condition")
def its_condition_is_the_ordered_one(case: Case) -> Iterator[Answer]:
    """The file is made for the printing condition that was ordered."""
    own = case.spec.condition
    for intent in identity.intents(case.pdf):
        name = _name(intent)
        if name != own.identifier:
            yield Answer(
                message=f"the file is made for {name[:60]!r}, "
                f"and {own.identifier} was ordered ({case.spec.title})",
                hint="choose another print spec, or export the file for this paper",
            )
        elif own.data and (data := identity.profile(intent)) and data != own.data:
            yield Answer(
                message="the file carries another profile than the one that the shop sent",
                severity=Severity.WARNING if own.registry else Severity.ERROR,
            )


@question("F205", basis="ISO 15930-7, 6.3: the profile is one of the condition it is for")
def its_profile_is_one_of_its_condition(case: Case) -> Iterator[Answer]:
    """The profile of the output intent was made for the condition that it names."""
    for intent in identity.intents(case.pdf):
        name, told = _name(intent), identity.made_for(identity.profile(intent))
        if told and name.upper().startswith("FOGRA") and name[:7].upper() not in told:
            yield Answer(
                message=f"the output intent names {name[:60]!r}, "
                f"and its profile is one for {', '.join(sorted(told))}",
                severity=Severity.WARNING,
                hint="colours were made for the one and are printed by the other",
            )
