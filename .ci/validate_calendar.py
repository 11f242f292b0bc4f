"""Validates a calendar of duties as iCalendar (RFC 5545).

    python .ci/validate_calendar.py output/ivo.ics

Needs icalendar. Exits 1 if the file breaks a rule. A validator that says yes to everything would
go unnoticed, so at the end the calendar is spoiled in a few ways, and each fault has to be seen.
"""

import re
import sys
from pathlib import Path

from icalendar import Calendar

# What an event may say. Whoever does something, and where, is no matter for a calendar that
# others can see.
ALLOWED = {
    "UID",
    "DTSTAMP",
    "SEQUENCE",
    "DTSTART",
    "DTEND",
    "SUMMARY",
    "DESCRIPTION",
    "CATEGORIES",
    "TRANSP",
}
NEEDED = {"UID", "DTSTAMP", "SEQUENCE", "DTSTART", "DTEND", "SUMMARY"}
OCTETS = 75

# What is spoiled, the bytes looked for, and what replaces them the first time.
SPOILINGS = [
    ("an event without UID", rb"UID:[^\r]*\r\n", b""),
    ("an event without DTSTAMP", rb"DTSTAMP:[^\r]*\r\n", b""),
    ("a day that does not exist", rb"(DTSTART;VALUE=DATE:\d{4})\d{4}", rb"\g<1>1399"),
    ("an event that ends before it begins", rb"(DTEND;VALUE=DATE:)\d{4}", rb"\g<1>1999"),
    ("an event that is not ended", rb"END:VEVENT\r\n", b""),
    ("a calendar that is not ended", rb"END:VCALENDAR\r\n", b""),
    ("a calendar without version", rb"VERSION:2.0\r\n", b""),
    ("a line without a colon", rb"TRANSP:TRANSPARENT", b"TRANSPARENT"),
    ("a line that is too long", rb"SUMMARY:", b"SUMMARY:" + b"x" * 80),
    ("a line end of another system", rb"\r\n", b"\n"),
    ("a sequence that is no number", rb"SEQUENCE:\d+", b"SEQUENCE:ett"),
    ("a person", rb"(TRANSP:TRANSPARENT\r\n)", rb"\1ATTENDEE:mailto:a@example.com\r\n"),
]


def complaints(data: bytes) -> list[str]:
    """Returns what is wrong with a calendar."""
    lines = []
    if data.count(b"\n") != data.count(b"\r\n") or not data.endswith(b"\r\n"):
        lines.append("a line does not end in CRLF")
    lines += [
        f"line {number} has {len(line)} octets"
        for number, line in enumerate(data.split(b"\r\n"), 1)
        if len(line) > OCTETS
    ]
    try:
        calendars = Calendar.from_ical(data, multiple=True)
    except (ValueError, KeyError, IndexError) as error:
        return [*lines, f"unreadable: {error}"]
    if len(calendars) != 1:
        return [*lines, f"{len(calendars)} calendars"]
    calendar = calendars[0]
    lines += [f"calendar: {error}" for error in calendar.errors]
    for name, value in {"VERSION": "2.0", "METHOD": "PUBLISH"}.items():
        if calendar.get(name) != value:
            lines.append(f"{name} is {calendar.get(name)}")
    lines += [f"{name} is missing" for name in ("PRODID", "X-WR-CALNAME") if name not in calendar]
    events = calendar.walk("VEVENT")
    if not events:
        lines.append("no event")
    if len(events) != len(calendar.subcomponents):
        lines.append("something else than events")
    for at, event in enumerate(events, 1):
        names = set(event.keys())
        lines += [f"event {at}: {error}" for error in event.errors]
        lines += [f"event {at}: {name} is missing" for name in NEEDED - names]
        lines += [f"event {at}: {name} has no place here" for name in names - ALLOWED]
        if {"DTSTART", "DTEND"} <= names and not event.errors:
            start, end = event.decoded("DTSTART"), event.decoded("DTEND")
            if (end - start).days != 1:
                lines.append(f"event {at}: {start} to {end} is not a day")
        lines += [f"event {at}: {inner.name} inside" for inner in event.subcomponents]
    uids = [str(event.get("UID")) for event in events]
    lines += [f"UID {uid} twice" for uid in sorted(set(uids)) if uids.count(uid) > 1]
    if not lines and Calendar.from_ical(calendar.to_ical()) != calendar:
        lines.append("it is another calendar when it is written again")
    return lines


def sees_faults(data: bytes) -> bool:
    """Spoils a valid calendar; tells whether every fault was seen."""
    seen = True
    twice = data.replace(b"END:VCALENDAR", data[data.index(b"BEGIN:VEVENT") :], 1)
    spoiled = [("an event twice", twice)]
    for fault, pattern, replacement in SPOILINGS:
        spoiled.append((fault, re.sub(pattern, replacement, data, count=1)))
    for fault, bad in spoiled:
        found = complaints(bad)
        if bad != data and found:
            print(f"ok    spoiled calendar rejected: {fault} ({found[0]})")
        else:
            print(f"FAIL  spoiled calendar not rejected: {fault}")
            seen = False
    return seen


def main() -> int:
    if len(sys.argv) != 2:
        print("usage: validate_calendar.py FILE", file=sys.stderr)
        return 2
    data = Path(sys.argv[1]).read_bytes()
    found = complaints(data)
    print(f"{'FAIL' if found else 'ok':4}  {sys.argv[1]}: {data.count(b'BEGIN:VEVENT')} events")
    for line in found:
        print(f"    {line}")
    return 0 if not found and sees_faults(data) else 1


if __name__ == "__main__":
    sys.exit(main())
