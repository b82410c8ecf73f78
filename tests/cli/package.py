"""Prints what is wrong with a workbook's package, a line each; nothing if it is in order.

Every part is well-formed XML with a content type, every relationship leads to a part, and in the parts of SpreadsheetML each
element has the children that the schema gives it, in the schema's order (ECMA-376, Part 1, Annex A: sml.xsd). In a sheet rows
and cells go up by their references, and their styles and shared strings exist.
"""
import posixpath
import re
import sys
import xml.parsers.expat
import zipfile

SML = "http://schemas.openxmlformats.org/spreadsheetml/2006/main "
CONTENT_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types "
RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships "

# The children of an element in their order; what ends with * may be repeated.
CHILDREN = {
    "worksheet": "sheetPr dimension sheetViews sheetFormatPr cols* sheetData sheetCalcPr sheetProtection protectedRanges "
                 "scenarios autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting* "
                 "dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks "
                 "customProperties cellWatches ignoredErrors smartTags drawing legacyDrawing legacyDrawingHF drawingHF picture "
                 "oleObjects controls webPublishItems tableParts extLst",
    "workbook": "fileVersion fileSharing workbookPr workbookProtection bookViews sheets functionGroups externalReferences "
                "definedNames calcPr oleSize customWorkbookViews pivotCaches smartTagPr smartTagTypes webPublishing* "
                "fileRecoveryPr* webPublishObjects extLst",
    "styleSheet": "numFmts fonts fills borders cellStyleXfs cellXfs cellStyles dxfs tableStyles colors extLst",
    "sst": "si* extLst",
    "sheetPr": "tabColor outlinePr pageSetUpPr", "sheetViews": "sheetView* extLst",
    "sheetView": "pane selection* pivotSelection* extLst", "cols": "col*", "sheetData": "row*", "row": "c* extLst",
    "c": "f v is extLst", "si": "t r* rPh* phoneticPr", "is": "t r* rPh* phoneticPr", "r": "rPr t",
    "autoFilter": "filterColumn* sortState extLst", "mergeCells": "mergeCell*",
    "conditionalFormatting": "cfRule* extLst", "cfRule": "formula* colorScale dataBar iconSet extLst",
    "hyperlinks": "hyperlink*", "ignoredErrors": "ignoredError* extLst",
    "headerFooter": "oddHeader oddFooter evenHeader evenFooter firstHeader firstFooter",
    "bookViews": "workbookView* extLst", "sheets": "sheet*", "definedNames": "definedName*",
    "numFmts": "numFmt*", "fonts": "font*", "fills": "fill*", "borders": "border*", "cellStyleXfs": "xf*", "cellXfs": "xf*",
    "cellStyles": "cellStyle* extLst", "dxfs": "dxf*", "tableStyles": "tableStyle*", "colors": "indexedColors mruColors",
    "mruColors": "color*", "xf": "alignment protection extLst",
    "dxf": "font numFmt fill alignment border protection extLst", "fill": "patternFill gradientFill",
    "patternFill": "fgColor bgColor", "border": "start end left right top bottom diagonal vertical horizontal",
    "left": "color", "right": "color", "top": "color", "bottom": "color", "diagonal": "color",
    # A choice: any of these, in any order.
    "font": {"b", "i", "strike", "condense", "extend", "outline", "shadow", "u", "vertAlign", "sz", "color", "name", "family",
             "charset", "scheme"},
    "rPr": {"rFont", "charset", "family", "b", "i", "strike", "outline", "shadow", "condense", "extend", "color", "sz", "u",
            "vertAlign", "scheme"},
}


def order(children):
    return {name.rstrip("*"): (place, name.endswith("*")) for place, name in enumerate(children.split())}


ORDER = {parent: children if isinstance(children, set) else order(children) for parent, children in CHILDREN.items()}


def column(reference):
    number = 0
    for letter in reference.rstrip("0123456789"):
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


class Part:
    """Reads one part; `faults` are said as they are met."""

    def __init__(self, name, limits):
        self.name, self.limits = name, limits
        self.faults, self.above, self.counts, self.linked = [], [], {}, []
        self.row, self.cell, self.shared, self.value = 0, 0, False, None

    def read(self, file):
        parser = xml.parsers.expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = self.start, self.end, self.text
        try:
            parser.ParseFile(file)
        except xml.parsers.expat.ExpatError as error:
            self.fault(f"not well-formed: {error}")
        return self

    def fault(self, words):
        if len(self.faults) < 20:
            self.faults.append(f"{self.name}: {words}")

    def start(self, name, attributes):
        if name.startswith(SML):
            name = name[len(SML):]
            self.ordered(name)
            self.referred(name, attributes)
        elif name.startswith((CONTENT_TYPES, RELATIONSHIPS)):
            self.linked.append(attributes)
        self.above.append([name, -1])

    def ordered(self, name):
        if not self.above:
            return
        parent = self.above[-1]
        children = ORDER.get(parent[0], {})
        if name not in children:
            return self.fault(f"<{name}> in <{parent[0]}>")
        path = (parent[0], name)
        self.counts[path] = self.counts.get(path, 0) + 1
        if isinstance(children, set):
            return
        place, repeats = children[name]
        if place < parent[1] or (place == parent[1] and not repeats):
            self.fault(f"<{name}> out of order in <{parent[0]}>")
        parent[1] = max(parent[1], place)

    def referred(self, name, attributes):
        if name == "row":
            if int(attributes["r"]) <= self.row:
                self.fault(f"row {attributes['r']} after {self.row}")
            self.row, self.cell = int(attributes["r"]), 0
        if name == "c":
            reference = attributes["r"]
            if column(reference) <= self.cell or not reference.endswith(str(self.row)):
                self.fault(f"cell {reference} in row {self.row}, after column {self.cell}")
            self.cell, self.shared = column(reference), attributes.get("t") == "s"
            if int(attributes.get("s", 0)) >= self.limits["styles"]:
                self.fault(f"cell {reference} has style {attributes['s']} of {self.limits['styles']}")
        if name == "v":
            self.value = ""

    def text(self, characters):
        if self.value is not None:
            self.value += characters

    def end(self, name):
        self.above.pop()
        if name == SML + "v":
            if self.shared and int(self.value) >= self.limits["strings"]:
                self.fault(f"shared string {self.value} of {self.limits['strings']}")
            self.value = None


def check(path):
    with zipfile.ZipFile(path) as package:
        names = package.namelist()
        faults = [f"{name} is there twice" for name in set(names) if names.count(name) > 1]
        limits = {"styles": 0, "strings": 0}
        for name in sorted(names, key=lambda name: "/worksheets/sheet" in name):  # what sheets refer to comes first
            with package.open(name) as file:
                part = Part(name, limits).read(file)
            faults += part.faults
            if name == "xl/styles.xml":
                limits["styles"] = part.counts[("cellXfs", "xf")]
            if name == "xl/sharedStrings.xml":
                limits["strings"] = part.counts.get(("sst", "si"), 0)
            if name == "[Content_Types].xml":
                kinds = [each.get("PartName", "." + each.get("Extension", "")) for each in part.linked]
                faults += [f"{each} has no content type" for each in names
                           if "/" + each not in kinds and "." + each.rsplit(".")[-1] not in kinds and each != name]
                faults += [f"{kind} has a content type and is not there" for kind in kinds
                           if kind.startswith("/") and kind[1:] not in names]
            if name.endswith(".rels"):
                owner = re.sub(r"_rels/[^/]*$", "", name)
                targets = [each["Target"] for each in part.linked if each.get("TargetMode") != "External" and "Target" in each]
                faults += [f"{name} leads to {target}, which is not there" for target in targets
                           if posixpath.normpath(posixpath.join("/" + owner, target))[1:] not in names]
    return faults


print("\n".join(check(sys.argv[1])))
