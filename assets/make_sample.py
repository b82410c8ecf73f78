#!/usr/bin/env python3
"""Writes sample-report.json: an invented campaign of 400 messages, the same at every run.

    python3 assets/make_sample.py > assets/sample-report.json

Nobody in it exists: the numbers are of the block +966 50 000 0xxx and of like blocks, names are put together at random.
"""
import json
import random
import uuid
from collections import Counter
from datetime import datetime, timedelta, timezone

random.seed(1447)
RIYADH = timezone(timedelta(hours=3))
LAUNCH = datetime(2026, 3, 1, 9, 0, 0, tzinfo=RIYADH)
MESSAGES = 400

SUBMITTED = "Submitted to flow studio"
SUCCESS = "Success"
NOT_CONFIRMED = "Delivery not confirmed"
FAILED = "Failed"
NOT_SUBMITTED = "Not submitted to flow studio"
STATUSES = [(SUCCESS, 293), (NOT_CONFIRMED, 31), (FAILED, 52), (NOT_SUBMITTED, 17), (SUBMITTED, 7)]

# Reason, code, weight.
FAILURES = [
    ("Recipient is not a WhatsApp user", "1013", 14),
    ("Recipient has opted out", "1026", 9),
    ("Number is not valid", "1006", 8),
    ("Message expired before delivery", "1031", 7),
    ("Frequency limit of the recipient reached", "1049", 6),
    ("Recipient is unreachable", "1010", 4),
    ("تم حظر الرسالة من قبل المستلم", "1028", 3),
    ("Template is paused", "1015", 1),
]
NOT_QUEUED = [
    ("Variable body_variable_1 is missing", "2004", 11),
    ("Duplicate recipient", "2009", 6),
]

FIRST_NAMES = ["محمد", "عبدالله", "فاطمة", "نورة", "سارة", "خالد", "ريم", "أحمد", "عائشة", "يوسف", "هند", "سلطان", "مريم", "فهد", "لطيفة",
               "Omar", "Layla", "Hassan", "Maryam", "Priya", "Arjun", "Bilal", "Joanna", "Grace", "Zoë"]
LAST_NAMES = ["العتيبي", "القحطاني", "الشمري", "الدوسري", "المالكي", "الهاشمي", "البلوشي", "السالم", "النعيمي", "الكندي",
              "Al-Harbi", "Al-Mutairi", "Haddad", "Rahman", "Nair", "Santos", "Müller", "O'Brien", "Al-Sabah", "Khan"]

# City, as a click reports it, calling prefix, weight.
CITIES = [
    ("Riyadh", "Riyadh, SA", "+9665", 120),
    ("Jeddah", "Jeddah, SA", "+9665", 70),
    ("Dammam", "Dammam, SA", "+9665", 35),
    ("مكة المكرمة", "مكة المكرمة", "+9665", 30),
    ("المدينة المنورة", "المدينة المنورة", "+9665", 25),
    ("Dubai", "Dubai, AE", "+9715", 40),
    ("أبوظبي", "أبوظبي", "+9715", 22),
    ("Sharjah", "Sharjah, AE", "+9715", 12),
    ("Kuwait City", "Kuwait City, KW", "+9655", 16),
    ("Doha", "Doha, QA", "+9743", 14),
    ("Manama", "Manama, BH", "+9733", 10),
    ("مسقط", "مسقط", "+9689", 12),
]
# Some devices write a place in a way of their own.
SPELLINGS = {"Riyadh, SA": "RIYADH (SA)", "Jeddah, SA": "jeddah,sa", "المدينة المنورة": "المدينه المنوره"}
TIERS = [("gold", 2.75), ("silver", 1.5), ("standard", 0.95)]
LINKS = [
    ("body_variable_1", "https://shop.example/ramadan", 6),
    ("body_variable_2", "https://shop.example/ramadan/terms", 1),
    ("button_url_1", "https://shop.example/coupon?utm_source=campaign&utm_medium=message", 4),
]


def pick(weighted):
    """One of several tuples, by the weight that each ends in."""
    return random.choices(weighted, weights=[entry[-1] for entry in weighted])[0]


def number(prefix):
    length = {"+9665": 12, "+9715": 12, "+9655": 11, "+9743": 11, "+9733": 11, "+9689": 11}[prefix]
    block = prefix + "00000"
    digits = length + 1 - len(block)
    return block + "".join(random.choice("0123456789") for _ in range(digits))


def stamp(moment):
    return moment.isoformat(timespec="seconds")


statuses = [status for status, count in STATUSES for _ in range(count)]
assert len(statuses) == MESSAGES
random.shuffle(statuses)

messages = []
clicks = []
taken = set()
for index, status in enumerate(statuses):
    city, location, prefix, _ = pick(CITIES)
    recipient = number(prefix)
    while recipient in taken:
        recipient = number(prefix)
    taken.add(recipient)

    queued = LAUNCH + timedelta(seconds=index * 3 + random.randrange(3))
    delays = {SUCCESS: (2, 90), NOT_CONFIRMED: (1, 20), FAILED: (3, 600), NOT_SUBMITTED: (0, 1), SUBMITTED: (0, 3)}
    updated = queued + timedelta(seconds=random.randint(*delays[status]))
    reason, code = "", "0"
    if status == FAILED:
        reason, code, _ = pick(FAILURES)
    elif status == NOT_SUBMITTED:
        reason, code, _ = pick(NOT_QUEUED)
    tier, price = random.choice(TIERS)
    sent = status in (SUCCESS, NOT_CONFIRMED, FAILED)
    messages.append({
        "number": recipient,
        "status": status,
        "timestamp": stamp(updated),
        "failed_reason": reason,
        "error_code": code,
        "message_id": str(uuid.UUID(int=random.getrandbits(128), version=4)),
        "submitted_at": None if status == NOT_SUBMITTED else stamp(queued),
        "name": f"{random.choice(FIRST_NAMES)} {random.choice(LAST_NAMES)}",
        "city": city,
        "tier": tier,
        "coupon": f"RMD-{random.randrange(100_000):05d}",
        "opted_in": random.random() < 0.9,
        "price": {"amount": price / 10 if sent else 0, "currency": "SAR"},
    })

    if status == SUCCESS and random.random() < 0.42:
        moment = updated
        for _ in range(random.choices([1, 2, 3, 4], weights=[12, 4, 2, 1])[0]):
            moment += timedelta(seconds=int(random.lognormvariate(6.4, 1.5)) + 4)
            variable, url, _ = pick(LINKS)
            # A few are on the road, or behind a network that hides where they are.
            where = random.choices([location, pick(CITIES)[1], ""], weights=[88, 9, 3])[0]
            if len(clicks) % 6 == 0:
                where = SPELLINGS.get(where, where)
            clicks.append({
                "number": recipient,
                "location": where,
                "timestamp": stamp(moment),
                "variable": variable,
                "url": url,
                "device": random.choices(["iPhone", "Android", "Desktop"], weights=[55, 40, 5])[0],
            })

clicks.sort(key=lambda click: click["timestamp"])
counts = Counter(message["status"] for message in messages)
assert len({reason for message in messages if (reason := message["failed_reason"])}) == len(FAILURES) + len(NOT_QUEUED)
assert len({click["location"] for click in clicks} - {""}) == len(CITIES) + len(SPELLINGS)

head = {
    "campaign": {
        "id": "c-1042",
        "name": "Ramadan offer · عرض رمضان",
        "type": "flow",
        "flow": "Coupon v3",
        "launched_at": stamp(LAUNCH),
        "timezone": "Asia/Riyadh",
    },
    "stats": {
        "total": MESSAGES,
        "submitted_to_flow_studio": MESSAGES - counts[NOT_SUBMITTED],
        "success": counts[SUCCESS],
        "delivery_not_confirmed": counts[NOT_CONFIRMED],
        "failed": counts[FAILED],
        "not_submitted_to_flow_studio": counts[NOT_SUBMITTED],
    },
}


def lines(records):
    """A record a line: a person can read the file, and two versions can be compared."""
    return ",\n".join("    " + json.dumps(record, ensure_ascii=False) for record in records)


print("{")
for key, value in head.items():
    print(f"  {json.dumps(key)}: {json.dumps(value, ensure_ascii=False)},")
print(f'  "messages": [\n{lines(messages)}\n  ],')
print(f'  "ulink_clicks": [\n{lines(clicks)}\n  ]')
print("}")
