"""Text for e-mail: plain text in lines of 72 columns, to be put into a message.

RFC 5322 asks for lines of no more than 78 characters; 72 leave room to be quoted in an
answer.
"""

from dataclasses import replace

from leaflets.formats.base import FORMATS
from leaflets.formats.text import TEXT

TEXT_EMAIL = FORMATS.add(
    "text-email",
    replace(TEXT, name="text-email", title="Plain text for e-mail", columns=72),
)
