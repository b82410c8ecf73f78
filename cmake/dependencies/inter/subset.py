"""Cuts a typeface down to what an interface without OpenType needs: subset.py INPUT OUTPUT

Dear ImGui looks up one glyph for each character and knows no features. So the figures of equal width ("tnum"),
which let numbers line up in a column, are made the figures that the character map points to, and all tables that
only a text shaper reads are left out. Kept characters: Latin, punctuation, currencies, arrows and marks; any other
script is drawn by the browser itself.
"""

import sys

from fontTools import subset
from fontTools.ttLib import TTFont

RANGES = [
    (0x0020, 0x007E),  # Basic Latin
    (0x00A0, 0x017F),  # Latin-1 Supplement, Latin Extended-A
    (0x2010, 0x2027),  # dashes, quotation marks, bullet, ellipsis
    (0x2030, 0x203A),  # per mille, primes, single guillemets
    (0x20A0, 0x20BF),  # currencies
    (0x2190, 0x2199),  # arrows
]
MARKS = "−×÷≈≠≤≥∞✓✗●○■□▲▼◀▶⌘⇧↩"


def tabular_figures(font):
    """Glyph names from proportional to tabular, out of the font's own "tnum" feature."""
    table = font["GSUB"].table
    lookups = {
        index
        for record in table.FeatureList.FeatureRecord
        if record.FeatureTag == "tnum"
        for index in record.Feature.LookupListIndex
    }
    mapping = {}
    for index in lookups:
        for subtable in table.LookupList.Lookup[index].SubTable:
            mapping.update(getattr(subtable, "ExtSubTable", subtable).mapping)
    return mapping


def main(source, target):
    font = TTFont(source)
    tabular = tabular_figures(font)
    figures = {ord(figure): tabular[font.getBestCmap()[ord(figure)]] for figure in "0123456789"}
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap.update(figures)

    options = subset.Options()
    options.layout_features = []
    options.drop_tables += ["GSUB", "GPOS", "GDEF"]
    options.hinting = False
    options.name_IDs = [0, 1, 2, 13, 14]  # the licence asks for copyright and licence to stay
    options.glyph_names = False
    options.notdef_outline = True
    subsetter = subset.Subsetter(options)
    characters = {code for first, last in RANGES for code in range(first, last + 1)}
    subsetter.populate(unicodes=characters | set(map(ord, MARKS)))
    subsetter.subset(font)
    font.flavor = None  # the source may be a WOFF2
    font["head"].modified = font["head"].created  # the same input gives the same bytes
    font.save(target)


if __name__ == "__main__":
    main(*sys.argv[1:])
