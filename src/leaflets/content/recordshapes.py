"""Shapes of the records a leaflet rests on: facts, claims, sources, imprints, locales."""

from __future__ import annotations

import re
from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    RootModel,
    model_validator,
)

from leaflets.content.brailleshape import BrailleShape
from leaflets.content.shape import (
    ClaimKey,
    FactName,
    PlainValue,
    Shape,
    Slug,
    SourceKey,
    Words,
    iso_date,
)
from leaflets.content.webaddress import ADDRESS, LONGEST, SCHEME, checked
from leaflets.content.yamlfile import YamlFile
from leaflets.model.evidence import Certainty, Claim, Source
from leaflets.model.facts import Fact, FactKind
from leaflets.model.imprint import Contact, Hours, Imprint
from leaflets.model.locale import Locale

_NUMBER = re.compile(r"[0-9]{1,12}(\.[0-9]{1,6})?\Z")
_PHONE = re.compile(r"\+?[0-9](?:[0-9 ]{0,20}[0-9])?\Z")
_EMAIL = re.compile(r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+\Z")
_WEB = re.compile(r"[a-z0-9-]+(\.[a-z0-9-]+)+(/[A-Za-z0-9._~%/-]*)?\Z")
_CODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9 ./-]*\Z")

_FORMS = {
    FactKind.NUMBER: (_NUMBER, "a number such as 1.9"),
    FactKind.PROPORTION: (_NUMBER, "a number such as 15"),
    FactKind.PERCENTAGE: (_NUMBER, "a number such as 15"),
    FactKind.AGE: (_NUMBER, "a number of years"),
    FactKind.DURATION: (_NUMBER, "a number such as 3"),
    FactKind.PHONE: (_PHONE, "digits and single spaces, such as '020 7946 0123'"),
    FactKind.EMAIL: (_EMAIL, "an e-mail address"),
    FactKind.WEB: (_WEB, "an address without 'https://', such as example.org/page"),
    FactKind.CODE: (_CODE, "letters and digits"),
}


class FactShape(Shape):
    """One fact."""

    kind: FactKind
    value: PlainValue
    of: PlainValue | None = Field(default=None, description="Denominator of a proportion.")
    unit: Literal["minute", "hour", "day", "week", "month", "year"] | None = None
    says: Words = Field(description="What the fact stands for, for translators.")
    claim: ClaimKey | None = None
    verify: Words | None = None

    @model_validator(mode="after")
    def _whole(self) -> FactShape:
        if self.kind is FactKind.DATE:
            iso_date(self.value)
        else:
            form, example = _FORMS[self.kind]
            if not form.match(self.value) or "  " in self.value:
                raise ValueError(f"a fact of kind {self.kind.value!r} is {example}")
        if (self.kind is FactKind.PROPORTION) != (self.of is not None):
            raise ValueError("a proportion, and nothing else, has 'of'")
        if self.of is not None and not _NUMBER.match(self.of):
            raise ValueError("'of' is a number such as 100")
        if self.of is not None and float(self.value) > float(self.of):
            raise ValueError("a proportion is not more than its whole")
        if (self.kind is FactKind.DURATION) != (self.unit is not None):
            raise ValueError("a duration, and nothing else, has a 'unit'")
        return self

    def make(self, name: str, file: YamlFile, *path: str | int) -> Fact:
        """Make the Fact."""
        return Fact(
            name=name,
            kind=self.kind,
            value=self.value,
            of=self.of or "",
            unit=self.unit or "",
            says=self.says,
            claim=self.claim or "",
            verify=self.verify or "",
            origin=file.origin(*path),
        )


class FactsShape(Shape):
    """A file of facts, by name."""

    facts: Annotated[dict[FactName, FactShape], Field(min_length=1)]


class ClaimShape(Shape):
    """One claim, with its certainty and why."""

    statement: Words
    certainty: Certainty
    reason: Words
    sources: tuple[SourceKey, ...]
    topic: Words | None = None
    kind: Literal["statement", "effect", "harm", "number"] = "statement"
    verify: Words | None = None

    def make(self, key: str, file: YamlFile, *path: str | int) -> Claim:
        """Make the Claim."""
        return Claim(
            key=key,
            statement=self.statement,
            certainty=self.certainty,
            reason=self.reason,
            sources=self.sources,
            topic=self.topic or "",
            kind=self.kind,
            verify=self.verify or "",
            origin=file.origin(*path),
        )


class ClaimsShape(Shape):
    """A file of claims, by key."""

    claims: Annotated[dict[ClaimKey, ClaimShape], Field(min_length=1)]


class SourceShape(BaseModel):
    """One source: CSL-JSON, whose further fields are kept as they are."""

    model_config = ConfigDict(extra="allow", frozen=True)

    id: SourceKey
    type: Words
    title: Words | None = None

    def make(self, data: dict[str, Any], file: YamlFile, *path: str | int) -> Source:
        """Make the Source."""
        return Source(key=self.id, csl=data, origin=file.origin(*path))


class SourcesShape(RootModel[tuple[SourceShape, ...]]):
    """A file of sources: a list, as Zotero exports it."""


class ContactShape(Shape):
    """A way to reach the clinic."""

    role: Literal["phone", "out-of-hours", "textphone", "interpreter", "email", "web"]
    value: PlainValue

    @model_validator(mode="after")
    def _fits(self) -> ContactShape:
        form, example = _FORMS[self.fact_kind]
        if not form.match(self.value):
            raise ValueError(f"the value of {self.role!r} is {example}")
        return self

    @property
    def fact_kind(self) -> FactKind:
        """Kind of fact that the value is."""
        return FactKind(self.role) if self.role in ("email", "web") else FactKind.PHONE


Day = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
Clock = Annotated[str, Field(pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]$")]


class HoursShape(Shape):
    """When the clinic is open."""

    first: Day
    last: Day
    opens: Clock
    closes: Clock


class ImprintShape(Shape):
    """The clinic on the leaflet."""

    imprint: Slug
    name: Annotated[str, Field(min_length=1, max_length=80)]
    demonstration: bool = False
    address: Annotated[
        tuple[Annotated[str, Field(max_length=80)], ...], Field(max_length=6)
    ] = ()
    contacts: Annotated[tuple[ContactShape, ...], Field(min_length=1, max_length=6)]
    hours: Annotated[tuple[HoursShape, ...], Field(max_length=3)] = ()
    logo: Annotated[str, Field(max_length=200)] | None = None
    logo_alt: Annotated[str, Field(min_length=1, max_length=120)] | None = None
    leaflets: (
        Annotated[
            str,
            Field(
                max_length=LONGEST,
                description="Page where the clinic has its leaflets, for the QR code.",
                json_schema_extra={"pattern": ADDRESS},
            ),
            AfterValidator(checked),
        ]
        | None
    ) = None
    also_signed_by: Annotated[
        tuple[Literal["language", "lay"], ...],
        Field(
            max_length=2,
            description="Roles that this clinic asks for beyond what every format asks.",
        ),
    ] = ()

    @model_validator(mode="after")
    def _described(self) -> ImprintShape:
        if (self.logo is None) != (self.logo_alt is None):
            raise ValueError("'logo' and 'logo_alt' go together")
        return self

    def make(self, file: YamlFile) -> Imprint:
        """Make the Imprint."""
        contacts = tuple(
            Contact(
                role=contact.role,
                fact=Fact(
                    name=f"imprint_{i + 1}",
                    kind=contact.fact_kind,
                    value=contact.value,
                    says=f"{contact.role} of the clinic",
                    origin=file.origin("contacts", i),
                ),
            )
            for i, contact in enumerate(self.contacts)
        )
        return Imprint(
            id=self.imprint,
            name=self.name,
            contacts=contacts,
            address=self.address,
            hours=tuple(Hours(**hours.model_dump()) for hours in self.hours),
            logo=self.logo or "",
            logo_alt=self.logo_alt or "",
            leaflets=self._leaflets(file),
            demonstration=self.demonstration,
            also_signed_by=self.also_signed_by,
            origin=file.origin(),
        )

    def _leaflets(self, file: YamlFile) -> Fact | None:
        if self.leaflets is None:
            return None
        return Fact(
            name="imprint_leaflets",
            kind=FactKind.WEB,
            value=self.leaflets.removeprefix(SCHEME),
            says="where the clinic has its leaflets",
            origin=file.origin("leaflets"),
        )


Family = Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9 ]{0,60}$")]
QuoteMark = Annotated[str, Field(pattern=r"^[^\x00-\x21\x23-\x26\x28-\x7f\\]{1,2}$")]


class LocaleShape(Shape):
    """A language as it is set on a page."""

    tag: Annotated[str, Field(pattern=r"^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$")]
    name: Words
    english: Words
    direction: Literal["ltr", "rtl"] = "ltr"
    script: Annotated[str, Field(pattern=r"^[A-Z][a-z]{3}$")]
    fonts: Annotated[tuple[Family, ...], Field(min_length=1, max_length=4)]
    line_height: Annotated[float, Field(ge=1.2, le=3.0)] = 1.4
    dense_line_height: Annotated[float, Field(ge=1.2, le=3.0)] | None = None
    dense_fonts: Annotated[tuple[Family, ...], Field(max_length=4)] = ()
    scale: Annotated[float, Field(ge=0.9, le=1.3)] = 1.0
    hyphenate: bool = False
    italic: bool = False
    bold: bool = True
    digits: Annotated[str, Field(pattern=r"^[a-z]{4,8}$")] = "latn"
    quotes: tuple[QuoteMark, QuoteMark] = ("“", "”")
    marker: Annotated[str, Field(pattern=r"^[a-z-]+$")] = "decimal"
    speech_rate: Annotated[float, Field(ge=1.0, le=30.0)] | None = None
    plural_forms: Annotated[
        str, Field(pattern=r"^nplurals=[1-6]; ?plural=[-n0-9=!<>%&|?:() ]+;?$")
    ]
    machine: bool = False
    braille: BrailleShape | None = None
    pseudo: bool = Field(
        default=False, description="A made-up language, for tests of pages."
    )

    def make(self, file: YamlFile) -> Locale:
        """Make the Locale."""
        data = self.model_dump(exclude={"braille"})
        dense = data.pop("dense_line_height") or 0.0
        rate = data.pop("speech_rate") or 0.0
        return Locale(
            **data,
            dense_line_height=dense,
            speech_rate=rate,
            braille=self.braille.make() if self.braille else None,
            origin=file.origin(),
        )
