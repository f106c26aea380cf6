#!/usr/bin/env python3
"""Computes the statistic of the CDN example from raw lines, and compares it with tables.

    verify.py LINES TABLE... [--frame length|newline] [--provinces FILE]

LINES is what the generator wrote: each line behind its length in 4 bytes, big-endian, or with
--frame newline each line before a line feed. TABLE is a text in UTF-8 with a row a line and tabs
between the columns, as `mysql -N -B` prints them: province, access_count, total_download and
download_speed; NULL (or \\N) for NULL. The speed is a decimal number that reads back as the same
float64, or the bits of the float64 as 0x and 16 digits.

Integers must be equal and float64s must have the same bits. Exit code 0: all rows of all tables are
equal; 1: not; 2: the input cannot be judged. It shares no code with flinkc: not the reader of CSV,
not the look-up of addresses, not the arithmetic.
"""

import argparse
import bisect
import decimal
import re
import struct
import sys

COLUMNS = 5
UNKNOWN = "UnKnow"
INT64 = 1 << 63


class NotJudged(Exception):
    """The input has something that this script has no rule for."""


class Dropped(Exception):
    """The value gives no row."""


# --- the log ---------------------------------------------------------------------------------


def read_values(content, frame):
    """The values of a file of lines."""
    if frame == "newline":
        if content and not content.endswith(b"\n"):
            raise NotJudged("the last line is cut")
        yield from content.split(b"\n")[:-1]
        return
    at = 0
    while at < len(content):
        (size,) = struct.unpack_from(">I", content, at) if at + 4 <= len(content) else (1 << 32,)
        at += 4 + size
        if at > len(content):
            raise NotJudged("the last line is cut")
        yield content[at - size : at]


def decode(value):
    """The text of a value. Flink stops at a byte that cannot be decoded."""
    if len(value) > 3 and value.startswith(b"\xef\xbb\xbf"):
        value = value[3:]
    try:
        return value.decode("utf-8")
    except UnicodeDecodeError as e:
        cut = e.reason == "unexpected end of data"
        never = value[e.start] >= 0xF8 or 0x80 <= value[e.start] < 0xC0
        if (cut or never) and b"\n" not in value and b"\r" not in value:
            raise Dropped from e
        raise NotJudged(f"undecodable bytes that Flink may read: {value!r}") from e


def split(value):
    """The columns of a value, None for those that it does not have."""
    if not value:
        raise Dropped
    text = decode(value)
    if '"' in text or "\n" in text or "\r" in text:
        columns = split_slowly(text)
    else:
        columns = text.split(",")
    if len(columns) == COLUMNS + 1 and trim(columns[COLUMNS]) == "":
        columns.pop()
    if len(columns) > COLUMNS:
        raise Dropped
    return columns + [None] * (COLUMNS - len(columns))


def split_slowly(text):
    """The columns of the first line, with quotes."""
    columns, at = [], 0
    while True:
        if text.startswith('"', at):
            column, at = quoted(text, at + 1)
        else:
            end = re.compile(r"[,\r\n]|\Z").search(text, at).start()
            column, at = text[at:end], end
        columns.append(column)
        if at >= len(text) or text[at] != ",":
            return columns
        if len(columns) > COLUMNS:
            return columns  # too many already: the rest is not looked at
        at += 1


def quoted(text, at):
    """A quoted column behind its quote, and where the character behind it is."""
    column = ""
    while True:
        end = text.find('"', at)
        if end < 0:
            raise Dropped
        column += text[at:end]
        at = end + 1
        if not text.startswith('"', at):
            break
        column += '"'
        at += 1
    while at < len(text) and text[at] <= " " and text[at] not in "\r\n":
        at += 1
    if at < len(text) and text[at] not in ",\r\n":
        raise Dropped
    return column, at


def trim(text):
    """Without blanks and control characters around, as Java trims."""
    return text.strip("".join(map(chr, range(33))))


def bigint(text):
    """A BIGINT, None for text that is none."""
    text = trim(text)
    if not text.isascii() and any(c.isdigit() for c in text if not c.isascii()):
        raise NotJudged(f"digits that are not ASCII: {text!r}")
    if not re.fullmatch("[+-]?[0-9]+", text):
        return None
    number = int(text)
    return number if -INT64 <= number < INT64 else None


# --- provinces -------------------------------------------------------------------------------


class Provinces:
    """The table provinces.bin, read by its description in udf/mkprovinces/encode.go."""

    def __init__(self, content):
        head, sep, body = content.partition(b"\n\n")
        lines = head.decode("utf-8").split("\n")
        if not sep or lines[0] != "provinces 1":
            raise NotJudged("not a table of provinces")
        self.names = [UNKNOWN] + lines[1:]
        (count,) = struct.unpack_from("<I", body)
        self.starts = list(struct.unpack_from(f"<{count}I", body, 4))
        self.ids = body[4 + 4 * count :]
        if len(self.ids) != count:
            raise NotJudged("the table of provinces is cut")

    def of(self, ip):
        """The province's name for a text that may be None."""
        numbers = (ip or "").split(".")
        if len(numbers) != 4:
            return UNKNOWN
        address = 0
        for n in numbers:
            if not re.fullmatch("0|[1-9][0-9]{0,2}", n) or int(n) > 255:
                return UNKNOWN
            address = address * 256 + int(n)
        return self.names[self.ids[bisect.bisect_right(self.starts, address) - 1]]


# --- the query -------------------------------------------------------------------------------


def plus(total, number):
    """The next sum of a BIGINT: NULL does not count, and Java's numbers wrap around."""
    if number is None:
        return total
    return ((total or 0) + number + INT64) % (2 * INT64) - INT64


def speed(size, time):
    """SUM(response_size) * 1.0 / SUM(request_time) as DECIMAL(38, 17), then as DOUBLE."""
    if size is None or time is None:
        return None
    if time == 0:
        raise NotJudged("a sum of request_time is 0: the job fails")
    math = decimal.Context(prec=38, rounding=decimal.ROUND_HALF_UP)
    wide = decimal.Context(prec=100, rounding=decimal.ROUND_HALF_UP)
    exact = wide.multiply(decimal.Decimal(size), decimal.Decimal("1.0"))
    quotient = wide.quantize(math.divide(exact, decimal.Decimal(time)), decimal.Decimal("1e-17"))
    return float(quotient) if len(quotient.as_tuple().digits) <= 38 else None


class Statistic:
    """The groups: province -> [access_count, total_download, sum of request_time]."""

    def __init__(self, provinces):
        self.provinces = provinces
        self.groups = {}
        self.records = self.bad_records = self.bad_fields = 0

    def add(self, value):
        self.records += 1
        try:
            columns = split(value)
        except Dropped:
            self.bad_records += len(value) > 0
            return
        group = self.groups.setdefault(self.provinces.of(columns[1]), [0, None, None])
        group[0] += columns[0] is not None
        group[1] = plus(group[1], self.number(columns[3]))
        group[2] = plus(group[2], self.number(columns[2]))

    def number(self, text):
        if text is None:
            return None
        number = bigint(text)
        self.bad_fields += number is None
        return number

    def rows(self):
        return {p: (n, size, speed(size, time)) for p, (n, size, time) in self.groups.items()}


# --- the table -------------------------------------------------------------------------------


def read_table(text):
    """The rows of a dump: province -> (access_count, total_download, download_speed)."""
    rows = {}
    for line in text.splitlines():
        columns = line.split("\t")
        if len(columns) != 4:
            raise NotJudged(f"a row of the table has {len(columns)} columns: {line!r}")
        if columns[0] in rows:
            raise NotJudged(f"the table has two rows of {columns[0]}")
        rows[columns[0]] = (cell(columns[1], int), cell(columns[2], int), cell(columns[3], double))
    return rows


def cell(text, convert):
    return None if text in ("NULL", "\\N") else convert(text)


def double(text):
    if text.startswith("0x"):
        return struct.unpack(">d", int(text, 16).to_bytes(8, "big"))[0]
    return float(text)


def shown(number):
    """An integer, or a float64 with its bits; different bits give different texts."""
    if isinstance(number, float):
        return f"{number!r} (0x{struct.pack('>d', number).hex()})"
    return "NULL" if number is None else str(number)


def differences(want, got):
    """Sentences about everything that is not equal."""
    for province in sorted(want.keys() | got.keys()):
        if province not in got:
            yield f"{province}: the table has no such row"
        elif province not in want:
            yield f"{province}: the lines have no such province"
        else:
            names = ("access_count", "total_download", "download_speed")
            for name, a, b in zip(names, want[province], got[province]):
                if shown(a) != shown(b):
                    yield f"{province}: {name} is {shown(b)}, want {shown(a)}"


def main(arguments):
    parser = argparse.ArgumentParser(description="compares the CDN statistic with tables")
    parser.add_argument("lines")
    parser.add_argument("tables", nargs="+")
    parser.add_argument("--frame", choices=("length", "newline"), default="length")
    beside = __file__.rpartition("verify.py")[0] + "udf/provinces.bin"
    parser.add_argument("--provinces", default=beside)
    args = parser.parse_args(arguments)
    found = 0
    try:
        with open(args.provinces, "rb") as file:
            statistic = Statistic(Provinces(file.read()))
        with open(args.lines, "rb") as file:
            for value in read_values(file.read(), args.frame):
                statistic.add(value)
        for path in args.tables:
            with open(path, encoding="utf-8") as file:
                found += compare(statistic, read_table(file.read()))
    except (NotJudged, OSError, ValueError) as e:
        print(f"verify: {e}", file=sys.stderr)
        return 2
    return 1 if found else 0


def compare(statistic, table):
    """Prints how a table differs and a line about all; returns the number of differences."""
    found = list(differences(statistic.rows(), table))
    for sentence in found:
        print(sentence)
    print(
        f"{statistic.records} lines, {statistic.bad_records} dropped, "
        f"{statistic.bad_fields} fields NULL, {len(statistic.groups)} rows, {len(found)} differences"
    )
    return len(found)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
