"""Prints a workbook as JSON: {"Sheet": {"frozen": "A2", "filter": "A1:C9", "rows": [[{"v": …, "t": "s", "f": "@"}, …], …]}}.

A date is its ISO text with type "d". Only what the tests compare is told.
"""
import json
import sys

import openpyxl

sheets = {}
for sheet in openpyxl.load_workbook(sys.argv[1]).worksheets:
    sheets[sheet.title] = {
        "frozen": sheet.freeze_panes,
        "filter": sheet.auto_filter.ref,
        "rows": [
            [
                {
                    "v": cell.value.isoformat(sep=" ") if hasattr(cell.value, "isoformat") else cell.value,
                    "t": cell.data_type,
                    "f": cell.number_format,
                }
                for cell in row
            ]
            for row in sheet.iter_rows()
        ],
    }
json.dump(sheets, sys.stdout)
