#!/usr/bin/env python3
"""Writes fold_table.h: simple case folding of Latin, Greek, Cyrillic and Armenian as runs of code points.

    python3 src/base/fold_table.py > src/base/fold_table.h

Python's own copy of the Unicode Character Database is the source.
"""
import unicodedata

BLOCKS = [
    (0x0080, 0x024F),  # Latin-1 Supplement, Latin Extended-A and -B
    (0x0370, 0x052F),  # Greek, Cyrillic
    (0x0531, 0x0556),  # Armenian
    (0x1E00, 0x1FFF),  # Latin Extended Additional, Greek Extended
    (0x2C60, 0x2C7F),  # Latin Extended-C
    (0xA640, 0xA69F),  # Cyrillic Extended-B
    (0xA720, 0xA7FF),  # Latin Extended-D
    (0xFF21, 0xFF3A),  # fullwidth Latin
]


def folded(code_point):
    """The one code point that it folds to; where the full folding has several, the lower case."""
    character = chr(code_point)
    for candidate in (character.casefold(), character.lower()):
        if len(candidate) == 1:
            return ord(candidate)
    return code_point


runs = []  # [first, last, stride, delta]
for begin, end in BLOCKS:
    for code_point in range(begin, end + 1):
        delta = folded(code_point) - code_point
        if delta == 0:
            continue
        run = runs[-1] if runs else None
        if run and run[3] == delta and code_point - run[1] == run[2]:
            run[1] = code_point
        elif run and run[3] == delta and run[0] == run[1] and code_point - run[0] == 2:
            run[1:3] = [code_point, 2]
        else:
            runs.append([code_point, code_point, 1, delta])

print(f"""#pragma once

// Written by fold_table.py from Unicode {unicodedata.unidata_version}; not edited by hand.

#include <array>
#include <cstdint>

namespace campaign_lens {{

/// The code points first, first + stride, … last fold to themselves + delta.
struct FoldRun {{
  std::uint16_t first, last, stride;
  std::int32_t delta;
}};

/// Ascending.
inline constexpr std::array<FoldRun, {len(runs)}> kFoldRuns{{{{""")
for first, last, stride, delta in runs:
    print(f"    {{0x{first:04X}, 0x{last:04X}, {stride}, {delta}}},")
print("""}};

}  // namespace campaign_lens""")
