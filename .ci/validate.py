"""Validates every PDF below a folder as PDF/UA-1 and as the PDF/A it claims to be.

    python .ci/validate.py output

Needs page-validation (the module `page`). Exits 1 if a document fails or if none was found.
A validator that says yes to everything would go unnoticed, so at the end a good document is
spoiled in a few ways, and each validator has to see it.
"""

import re
import sys
import tempfile
from pathlib import Path

import page

UA_1 = page.ValidationProfile.PDF_UA_1
A_2A = page.ValidationProfile.PDF_A_2A
A_3A = page.ValidationProfile.PDF_A_3A
NAMES = {UA_1: "PDF/UA-1", A_2A: "PDF/A-2a", A_3A: "PDF/A-3a"}

# The part of PDF/A in the XMP metadata, which lies uncompressed in the file.
PDFA_PART = re.compile(rb"""pdfaid:part(?:>|\s*=\s*["'])\s*(\d)""")

# What is spoiled, the bytes looked for, what replaces the group in them, and who has to see it.
# Replacements have the length of the original, so that no offset in the file moves.
SPOILINGS = [
    ("PDF/UA part in XMP", re.compile(rb"""pdfuaid:part(?:>|\s*=\s*["'])(1)"""), b"9", {"UA"}),
    ("PDF/A part in XMP", re.compile(rb"""pdfaid:part(?:>|\s*=\s*["'])(\d)"""), b"9", {"A"}),
    ("mark information", re.compile(rb"(/MarkInfo)\b"), b"/MarkXxxx", {"UA", "A"}),
    ("structure tree", re.compile(rb"(/StructTreeRoot) \d+ 0 R"), b"/StructTreeXxxx", {"UA", "A"}),
    ("shown title", re.compile(rb"(/DisplayDocTitle) true"), b"/DisplayDocXxxxx", {"UA"}),
]


def archive_profile(data: bytes) -> page.ValidationProfile:
    """Returns the PDF/A profile a document claims; one that claims none is held against A-3a."""
    part = PDFA_PART.search(data)
    return A_2A if part and part[1] == b"2" else A_3A


def complaints(path: Path, profile: page.ValidationProfile) -> tuple[str, list[str]]:
    """Returns how many rules held, and one line for each that did not."""
    try:
        report = page.validate_pdf(path, profile=profile)
    except page.PageError as error:
        return "unreadable", [f"unreadable: {error}"]
    lines = [f"{failure.rule_id}: {failure.message}" for failure in report.failures]
    if not report.is_compliant and not lines:
        lines = ["not compliant, without a named rule"]
    return f"{report.rules.passed}/{report.rules.total}", lines


def validate(path: Path) -> bool:
    """Validates one document against both its profiles and prints what was found."""
    summary, failures = [], []
    for profile in (UA_1, archive_profile(path.read_bytes())):
        rules, lines = complaints(path, profile)
        summary.append(f"{NAMES[profile]} {rules}")
        failures += [f"    {NAMES[profile]} {line}" for line in lines]
    print(f"{'FAIL' if failures else 'ok':4}  {path}: {', '.join(summary)}")
    for line in failures:
        print(line)
    return not failures


def validators_see_faults(path: Path) -> bool:
    """Spoils copies of a valid document; tells whether every validator rejected what it must."""
    data = path.read_bytes()
    profiles = {"UA": UA_1, "A": archive_profile(data)}
    seen = True
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder, "spoiled.pdf")
        for fault, pattern, replacement, validators in SPOILINGS:
            found = pattern.search(data)
            if not found:
                print(f"FAIL  nothing to spoil in {path}: {fault}")
                seen = False
                continue
            start, end = found.span(1)
            assert end - start == len(replacement), fault
            copy.write_bytes(data[:start] + replacement + data[end:])
            for validator in sorted(validators):
                profile = profiles[validator]
                _, lines = complaints(copy, profile)
                # A copy nobody can read proves nothing about the rules.
                if lines and not lines[0].startswith("unreadable"):
                    print(f"ok    spoiled file rejected by {NAMES[profile]}: {fault}")
                else:
                    print(f"FAIL  spoiled file not rejected by {NAMES[profile]}: {fault} {lines}")
                    seen = False
    return seen


def main() -> int:
    if len(sys.argv) != 2:
        print("usage: validate.py FOLDER", file=sys.stderr)
        return 2
    documents = sorted(Path(sys.argv[1]).rglob("*.pdf"))
    if not documents:
        print(f"FAIL  no PDF below {sys.argv[1]}")
        return 1
    # Not all(...): every document is told of, not only the first bad one.
    valid = [document for document in documents if validate(document)]
    print(f"{len(valid)} of {len(documents)} documents are valid")
    if not valid:
        return 1
    seen = validators_see_faults(valid[0])
    return 0 if seen and len(valid) == len(documents) else 1


if __name__ == "__main__":
    sys.exit(main())
