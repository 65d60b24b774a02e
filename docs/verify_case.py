#!/usr/bin/env python3
"""Checks an evidence packet of Demur without any code of Demur.

    verify_case.py PACKET.json [--code CODE] [--day 2026-11-22 --band 3] [--head HEX]

--code  the code on the customer's letter: proves that the skeleton is unaltered
--day, --band  from the letter, when the packet has the month only
--head  the head of the journal that was kept elsewhere on the day of the packet

Exit status: 0 all is as it was written, 1 something is not, 2 the packet cannot be read.
"""
import argparse, hashlib, json, sys


def sha(*parts):
    return hashlib.sha256(b"".join(parts)).digest()


def canonical(value):
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def entry_digest(entry):
    fields = ["demur/journal/v1", str(entry["seq"]), entry["utc"], entry["actor"], entry["role"],
              entry["event"], entry["case"] or "", entry["object"]]
    return sha("\n".join(fields).encode())


def check_journal(packet, problems):
    """Every link follows from the one before, up to the head."""
    last, entries = bytes.fromhex(packet["before"]), {}
    for link in packet["journal"]:
        if "digest" in link:
            last = sha(last, bytes.fromhex(link["digest"]))
            continue
        entry = link["entry"]
        entries[entry["seq"]] = entry
        last = sha(last, entry_digest(entry))
        if last.hex() != entry["hash"]:
            problems.append(f"journal: entry {entry['seq']} is not what was written")
            last = bytes.fromhex(entry["hash"])
    if last.hex() != packet["head"]:
        problems.append("journal: the chain does not lead to the head")
    return entries


def check_timeline(packet, entries, problems):
    """The journal holds a salted hash of what each event says."""
    proved = 0
    for event in packet["timeline"]:
        entry = entries.get(event["seq"])
        if entry is None:
            continue
        bound = sha(bytes.fromhex(event["salt"]) + canonical(event["data"]))
        same = entry["event"] == event["kind"] and entry["role"] == event["role"]
        if sha(b"demur/object/v1", bound).hex() != entry["object"] or not same:
            problems.append(f"timeline: event {event['version']} is not what was written")
        proved += 1
    return proved


def check_documents(packet, problems):
    """The decision, which the journal binds, names the skeleton, which names the documents."""
    skeleton = packet["skeleton"]
    for name in ("situation", "opinion"):
        if sha(packet[name].encode()).hex() != skeleton[name + "_sha256"]:
            problems.append(f"{name}: not the one of the skeleton")
    for event in packet["timeline"]:
        if event["kind"] == "decided":
            named = event["data"]
            if sha(canonical(skeleton)).hex() != named["skeleton_sha256"]:
                problems.append("skeleton: not the one of the decision")
            if packet["commitment"] != named["commitment"]:
                problems.append("commitment: not the one of the decision")


def check_code(packet, arguments, problems):
    day, band = packet["when"], packet["band"]
    if band is None:
        day, band = arguments.day, arguments.band
    if day is None or band is None:
        sys.exit("the packet has the month only: give --day and --band from the letter")
    code = "".join(c for c in arguments.code if c.isalnum()).upper()
    bound = dict(packet["skeleton"], day=day, band=band)
    commitment = sha(b"demur/v1", code.encode(), canonical(bound)).hex()
    if commitment != packet["commitment"] or not day.startswith(packet["when"][:7]):
        problems.append("skeleton: ALTERED, or another code")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("packet")
    parser.add_argument("--band", type=int)
    for option in ("--code", "--day", "--head"):
        parser.add_argument(option)
    arguments = parser.parse_args()
    with open(arguments.packet, encoding="utf-8") as file:
        packet = json.load(file)
    if packet["version"] != "demur-packet/v1":
        sys.exit("not a packet of this version")
    problems = []
    entries = check_journal(packet, problems)
    proved = check_timeline(packet, entries, problems)
    if packet["skeleton"] is not None:
        check_documents(packet, problems)
        if arguments.code:
            check_code(packet, arguments, problems)
    if arguments.head and arguments.head.lower() != packet["head"]:
        problems.append("journal: the head is not the one that was kept elsewhere")
    for problem in problems:
        print(problem)
    if not problems:
        print(f"case {packet['case']}: {proved} of {len(packet['timeline'])} events proved by the journal")
        print("skeleton: unaltered" if arguments.code else "skeleton: give --code to check it")
    return 1 if problems else 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except (OSError, ValueError, KeyError, TypeError) as error:
        print(f"the packet cannot be read: {error!r}", file=sys.stderr)
        sys.exit(2)
