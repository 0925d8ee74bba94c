"""Write the XMP packet of a file: what it is, and which standards it keeps.

The packet is plain text in the file, so that a reader without PDF software finds it
(required by ISO 19005-1, 6.7.2; asked by some checkers of later parts too).
"""

from __future__ import annotations

from xml.sax.saxutils import escape, quoteattr

from leaflets.pdf.identity import Identity

NAMESPACES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "pdfaExtension": "http://www.aiim.org/pdfa/ns/extension/",
    "pdfaProperty": "http://www.aiim.org/pdfa/ns/property#",
    "pdfaSchema": "http://www.aiim.org/pdfa/ns/schema#",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
    "pdfx": "http://ns.adobe.com/pdfx/1.3/",
    "pdfxid": "http://www.npes.org/pdfx/ns/id/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "xmpMM": "http://ns.adobe.com/xap/1.0/mm/",
}

ACCESSIBLE = """\
<pdfaid:part>3</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
<pdfuaid:part>1</pdfuaid:part>
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 that the file keeps</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>"""
"""PDF/A-3a (ISO 19005-3, 6.6.4) and PDF/UA-1 (ISO 14289-1, 5), whose schema PDF/A does
not know, so that it must be described (ISO 19005-3, 6.6.2.3)."""


def packet(identity: Identity, standard: str, *, producer: str, content: str) -> bytes:
    """Write the packet for *identity*, in UTF-8.

    *standard* is the properties that name the standards kept, such as ``ACCESSIBLE``;
    *content* is the digest of the pages.
    """
    moment = identity.moment
    lines = [
        "<dc:format>application/pdf</dc:format>",
        f"<dc:title>{_alternatives(identity.title, identity.lang)}</dc:title>",
        f"<dc:language>{_list('Bag', [identity.lang])}</dc:language>",
        f"<dc:identifier>{escape(identity.code or identity.identifier)}</dc:identifier>",
        f"<pdf:Producer>{escape(producer)}</pdf:Producer>",
        f"<xmp:CreatorTool>{escape(identity.creator)}</xmp:CreatorTool>",
        f"<xmp:CreateDate>{moment}</xmp:CreateDate>",
        f"<xmp:ModifyDate>{moment}</xmp:ModifyDate>",
        f"<xmp:MetadataDate>{moment}</xmp:MetadataDate>",
        f"<xmpMM:DocumentID>{identity.document_id}</xmpMM:DocumentID>",
        f"<xmpMM:InstanceID>{identity.instance_id(content)}</xmpMM:InstanceID>",
    ]
    if identity.author:
        lines.append(f"<dc:creator>{_list('Seq', [identity.author])}</dc:creator>")
    if identity.subject:
        subject = _alternatives(identity.subject, identity.lang)
        lines.append(f"<dc:description>{subject}</dc:description>")
    if identity.keywords:
        keywords = escape(", ".join(identity.keywords))
        lines.append(f"<pdf:Keywords>{keywords}</pdf:Keywords>")
        lines.append(f"<dc:subject>{_list('Bag', identity.keywords)}</dc:subject>")
    lines.append(standard)
    names = " ".join(f'xmlns:{short}="{long}"' for short, long in NAMESPACES.items())
    text = "\n".join(lines)
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
        f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF {names}>\n'
        f'<rdf:Description rdf:about="">\n{text}\n</rdf:Description>\n'
        '</rdf:RDF></x:xmpmeta>\n<?xpacket end="r"?>'
    ).encode()


def _alternatives(text: str, lang: str) -> str:
    tags = ["x-default", lang] if lang else ["x-default"]
    items = "".join(
        f"<rdf:li xml:lang={quoteattr(tag)}>{escape(text)}</rdf:li>" for tag in tags
    )
    return f"<rdf:Alt>{items}</rdf:Alt>"


def _list(kind: str, items: list[str] | tuple[str, ...]) -> str:
    inside = "".join(f"<rdf:li>{escape(item)}</rdf:li>" for item in items)
    return f"<rdf:{kind}>{inside}</rdf:{kind}>"
