"""Tests of verify.py: python3 -m unittest discover -s examples/cdn -p verify_test.py"""

import contextlib
import io
import os
import struct
import tempfile
import unittest

import verify

# Values and their rows as Flink 1.20.5 reads them from Kafka; None: no row.
JUDGED = [
    (b"u3,1.2.3.4,x5,6,/a", ["u3", "1.2.3.4", None, 6, "/a"]),
    (b"u4,1.2.3.4", ["u4", "1.2.3.4", None, None, None]),
    (b"u5,1.2.3.4,5,6,/a,more", None),
    (b"u5,1.2.3.4,5,6,/a,", ["u5", "1.2.3.4", 5, 6, "/a"]),
    (b"u5,1.2.3.4,5,6,/a,  ", ["u5", "1.2.3.4", 5, 6, "/a"]),
    (b"u5,1.2.3.4,5,6,/a,,", None),
    (b'u5,1.2.3.4,5,6,/a,""', ["u5", "1.2.3.4", 5, 6, "/a"]),
    (b"", None),
    (b'"u6,1.2.3.4,5,6,/a', None),
    (b'u7,"1.2.3.4",5,6,"/a"b', None),
    (b'u8,1.2.3.4,5,6,"/a""b"', ["u8", "1.2.3.4", 5, 6, '/a"b']),
    (b'u17,1.2.3.4,5,6,a"b', ["u17", "1.2.3.4", 5, 6, 'a"b']),
    (b'"u18","1.2.3.4","5","6","/a"', ["u18", "1.2.3.4", 5, 6, "/a"]),
    (b",1.2.3.4,,6,/a", ["", "1.2.3.4", None, 6, "/a"]),
    (b" u10 , 1.2.3.4 , 5 , 6 , /a ", [" u10 ", " 1.2.3.4 ", 5, 6, " /a "]),
    (b"u11,1.2.3.4,5.5,1e3,/a", ["u11", "1.2.3.4", None, None, "/a"]),
    (b"u12,1.2.3.4,+5,-6,/a\r", ["u12", "1.2.3.4", 5, -6, "/a"]),
    (b"u13,1.2.3.4,99999999999999999999,6,/a", ["u13", "1.2.3.4", None, 6, "/a"]),
    (b"u14,1.2.3.4,5,6,", ["u14", "1.2.3.4", 5, 6, ""]),
    (b"   ", ["   ", None, None, None, None]),
    (b"u16;1.2.3.4;5;6;/a", ["u16;1.2.3.4;5;6;/a", None, None, None, None]),
    (b'u19,"1.2.3.4" ,5,6,/a', ["u19", "1.2.3.4", 5, 6, "/a"]),
    (b'u20, "1.2.3.4",5,6,/a', ["u20", ' "1.2.3.4"', 5, 6, "/a"]),
    (b'u21,"1.2\n.3.4",5,6,/a', ["u21", "1.2\n.3.4", 5, 6, "/a"]),
    (b"u22,1.2.3.4,5,6,/a\nu23,1.2.3.4,7,8,/b", ["u22", "1.2.3.4", 5, 6, "/a"]),
    (b"u26,1.2.3.4,5\r,6,/a", ["u26", "1.2.3.4", 5, None, None]),
    (b"\n", ["", None, None, None, None]),
    (b"u30,1.2.3.4,5,6,/a\x00b", ["u30", "1.2.3.4", 5, 6, "/a\x00b"]),
    (b"\xef\xbb\xbfu32,1.2.3.4,5,6,/a", ["u32", "1.2.3.4", 5, 6, "/a"]),
    (b"\xef\xbb\xbf", ["\ufeff", None, None, None, None]),
    (b"u33,1.2.3.4,5,6,/\xff", None),
    (b"u38,1.2.3.4,5,6,/\xc3", None),
    (b"u48,1.2.3.4,9223372036854775808,-9223372036854775808,/a",
     ["u48", "1.2.3.4", None, -(1 << 63), "/a"]),
    (b"u49,1.2.3.4,00000000000000000000005,-0,/a", ["u49", "1.2.3.4", 5, 0, "/a"]),
]

# 0.0.0.0 to 0.255.255.255 nowhere, 1.0.0.0 to 1.255.255.255 in 甲省, then 乙市, from 3.0.0.0 nowhere.
PROVINCES = (
    "provinces 1\n甲省\n乙市\n\n".encode()
    + struct.pack("<I", 4) + struct.pack("<4I", 0, 1 << 24, 2 << 24, 3 << 24) + bytes([0, 1, 2, 0])
)

# By hand: 甲省 has 3 lines; 2.0 * 10^16 over 3, and one time of NULL. 乙市 has no readable time.
LINES = [
    b"u1,1.2.3.4,1,20000000000000000,/a",
    b"u2,1.255.255.255,2,x,/a",
    b"u3,1.0.0.0,x,0,/a",
    b"u4,2.0.0.0,,7,/a",
    b"u5,0.255.255.255,4,1,/a",
    b"u6,01.2.3.4,4,1,/a",
    b"u7",
    b'"u8,1.2.3.4,1,1,/a',
    b"",
]
TABLE = (
    "甲省\t3\t20000000000000000\t6666666666666667.0\n"
    "乙市\t1\t7\tNULL\n"
    "UnKnow\t3\t2\t0x3fd0000000000000\n"
)


class Reader(unittest.TestCase):
    def test_judged(self):
        for value, want in JUDGED:
            with self.subTest(value=value):
                try:
                    got = verify.split(value)
                    got[2:4] = [None if c is None else verify.bigint(c) for c in got[2:4]]
                except verify.Dropped:
                    got = None
                self.assertEqual(got, want)

    def test_not_judged(self):
        for value in (b"u39,1.2.3.4,5,6,\xc0\x80", b"u40,1.2.3.4,5,6,/\xed\xa0\x80x", b"a\n\xff"):
            with self.subTest(value=value), self.assertRaises(verify.NotJudged):
                verify.split(value)
        with self.assertRaises(verify.NotJudged):
            verify.bigint("５")


class Provinces(unittest.TestCase):
    def test_of(self):
        provinces = verify.Provinces(PROVINCES)
        for ip, want in (
            ("0.255.255.255", "UnKnow"), ("1.0.0.0", "甲省"), ("1.255.255.255", "甲省"),
            ("2.0.0.0", "乙市"), ("3.0.0.0", "UnKnow"), ("255.255.255.255", "UnKnow"),
            (None, "UnKnow"), ("", "UnKnow"), ("1.2.3", "UnKnow"), ("1.2.3.256", "UnKnow"),
            ("1.2.3.4 ", "UnKnow"), ("01.2.3.4", "UnKnow"), ("1.2.3.4\n", "UnKnow"),
            ("1.2.3.４", "UnKnow"), ("::1", "UnKnow"),
        ):
            self.assertEqual(provinces.of(ip), want, ip)


class Arithmetic(unittest.TestCase):
    def test_speed(self):
        for size, time, want in (
            (None, 1, None),
            (1, None, None),
            (1, 3, 0.3333333333333333),
            (-1, 3, -0.3333333333333333),
            (0, 5, 0.0),
            (1, 1 << 62, 0.0),        # below half of the last digit of the scale
            (1, 10**17 * 2, 1e-17),     # exactly half of it
            ((1 << 63) - 1, 1, 9.223372036854775807e18),
        ):
            got = verify.speed(size, time)
            self.assertEqual(verify.shown(got), verify.shown(want), (size, time))

    def test_division_by_zero(self):
        with self.assertRaises(verify.NotJudged):
            verify.speed(1, 0)

    def test_sums_wrap(self):
        self.assertEqual(verify.plus((1 << 63) - 1, 1), -(1 << 63))
        self.assertEqual(verify.plus(None, None), None)
        self.assertEqual(verify.plus(None, 5), 5)
        self.assertEqual(verify.plus(5, None), 5)


class Whole(unittest.TestCase):
    def run_on(self, table, lines=None, frame="length", more=()):
        """The exit code and what was printed."""
        if lines is None:
            lines = b"".join(struct.pack(">I", len(v)) + v for v in LINES)
        with tempfile.TemporaryDirectory() as folder:
            paths = [os.path.join(folder, n) for n in ("lines", "table", "provinces")]
            for path, content in zip(paths, (lines, table.encode(), PROVINCES)):
                with open(path, "wb") as file:
                    file.write(content)
            out = io.StringIO()
            with contextlib.redirect_stdout(out), contextlib.redirect_stderr(out):
                code = verify.main([*paths[:2], *more, "--provinces", paths[2], "--frame", frame])
        return code, out.getvalue()

    def test_equal(self):
        want = "9 lines, 1 dropped, 3 fields NULL, 3 rows, 0 differences\n"
        self.assertEqual(self.run_on(TABLE), (0, want))

    def test_newlines(self):
        code, out = self.run_on(TABLE, b"".join(v + b"\n" for v in LINES), "newline")
        self.assertEqual(code, 0, out)

    def test_second_table_differs(self):
        with tempfile.TemporaryDirectory() as folder:
            wrong = os.path.join(folder, "wrong")
            with open(wrong, "w", encoding="utf-8") as file:
                file.write(TABLE.replace("\t7\t", "\t8\t"))
            code, out = self.run_on(TABLE, more=[wrong])
        self.assertEqual(code, 1)
        self.assertEqual(out.count("9 lines, 1 dropped, 3 fields NULL, 3 rows, "), 2)
        self.assertIn("乙市: total_download is 8, want 7", out)

    def test_differences(self):
        for old, new, want in (
            ("甲省\t3", "甲省\t4", "甲省: access_count is 4, want 3"),
            ("\t7\t", "\tNULL\t", "乙市: total_download is NULL, want 7"),
            ("7.0\n", "8.0\n", "甲省: download_speed is 6666666666666668.0 (0x4337af4c4a80aaac), want "
             "6666666666666667.0 (0x4337af4c4a80aaab)"),
            ("3fd0000000000000", "3fd0000000000001", "want 0.25 (0x3fd0000000000000)"),
            ("甲省", "丙省", "甲省: the table has no such row"),
            ("甲省", "丙省", "丙省: the lines have no such province"),
        ):
            with self.subTest(new=new):
                code, out = self.run_on(TABLE.replace(old, new))
                self.assertEqual(code, 1)
                self.assertIn(want, out)

    def test_cannot_judge(self):
        for table, lines in (
            ("甲省\t3\n", None),
            (TABLE + TABLE, None),
            (TABLE, b"\x00\x00"),
            (TABLE, b"\x00\x00\x00\x05abc"),
        ):
            self.assertEqual(self.run_on(table, lines)[0], 2)


if __name__ == "__main__":
    unittest.main()
