"""Printing conditions that the registry of the ICC lists, by reference name.

Taken from the registry's list of CMYK data as two independent transcriptions of July and
September 2026 give it, which agree (registry.color.org/cmyk-registry). The registry gains
names; a shop may use one that is newer, so that a name that is not here is asked about
and not refused. Names of profiles ("PSOcoated_v3", "FOGRA39L") are none of conditions.
"""

from __future__ import annotations

CONDITIONS = frozenset(
    {
        *(f"FOGRA{number}" for number in range(27, 55)),
        *(f"CGATS TR 00{number}" for number in (1, 2, 3, 5, 6)),
        *(f"CGATS21-2-CRPC{number}" for number in range(1, 8)),
        *(f"APTEC_CTV_{number}" for number in range(3, 9)),
        "APTEC Coated CardBoard",
        "APTEC CCNB",
        "EUROSB104",
        "EUROSB204",
        "IFRA26",
        "JC200103",
        "JC200104",
        "JCN2002",
        "JCS2011",
        "JCW2003",
    }
)
