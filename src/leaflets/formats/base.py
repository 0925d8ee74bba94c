"""The registry of formats: every way out of the house is one file in this room."""

from leaflets.model.format import Format
from leaflets.registry import Registry

FORMATS: Registry[Format] = Registry("format", "leaflets.formats")
