package main

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"encoding/binary"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// region is a range of a hand-made ip2region.db.
type region struct {
	first, last uint32
	text        string
}

// database writes a file of format 1.
func database(regions ...region) []byte {
	out := make([]byte, 8)
	var ranges []byte
	for _, r := range regions {
		ranges = binary.LittleEndian.AppendUint32(ranges, r.first)
		ranges = binary.LittleEndian.AppendUint32(ranges, r.last)
		ranges = binary.LittleEndian.AppendUint32(ranges, uint32(len(out)|(len(r.text)+4)<<24))
		out = binary.LittleEndian.AppendUint32(out, 7)
		out = append(out, r.text...)
	}
	binary.LittleEndian.PutUint32(out, uint32(len(out)))
	binary.LittleEndian.PutUint32(out[4:], uint32(len(out)+len(ranges)-rangeSize))
	return append(out, ranges...)
}

const (
	nowhere   = "0|0|0|内网IP|内网IP"
	beijing   = "中国|0|北京|北京市|联通"
	beijing2  = "中国|0|北京|北京市|电信"
	guangxi   = "中国|0|广西|南宁市|电信"
	somewhere = "中国|0|0|0|0"
	korea     = "韩国|0|广东省|0|0" // a name only counts in China
)

func TestRuns(t *testing.T) {
	runs, err := provinceRuns(database(
		region{0, 9, nowhere}, region{10, 19, korea}, region{20, 29, beijing},
		region{30, 39, beijing2}, region{40, 49, guangxi}, region{50, 59, somewhere}, region{60, 1<<32 - 1, beijing},
	))
	if err != nil {
		t.Fatal(err)
	}
	want := []provinceRun{{0, 0}, {20, 1}, {40, 20}, {50, 0}, {60, 1}}
	if len(runs) != len(want) {
		t.Fatalf("got %v, want %v", runs, want)
	}
	for i := range want {
		if runs[i] != want[i] {
			t.Errorf("run %d: got %v, want %v", i, runs[i], want[i])
		}
	}
}

func TestRunsRefuse(t *testing.T) {
	const all = 1<<32 - 1
	whole := database(region{0, all, beijing})
	for name, c := range map[string]struct {
		data []byte
		want string
	}{
		"nothing": {nil, "behind the end"},
		"cut":     {whole[:len(whole)-1], "behind the end"},
		"a gap": {database(region{0, 5, beijing}, region{7, all, nowhere}),
			"range 1 starts at 7, want 6"},
		"an overlap": {database(region{0, 5, beijing}, region{5, all, nowhere}),
			"range 1 starts at 5, want 6"},
		"not from zero":  {database(region{1, all, beijing}), "range 0 starts at 1, want 0"},
		"not to the end": {database(region{0, 5, beijing}), "cover all addresses"},
		"backwards": {database(region{0, 5, beijing}, region{6, 3, beijing}),
			"range 1 ends before"},
		"a new province": {database(region{0, all, "中国|0|江东省|0|0"}), `"江东省" is no province`},
		"one character":  {database(region{0, all, "中国|0|北|0|0"}), `"北" is no province`},
		"four parts":     {database(region{0, all, "中国|0|北京|0"}), "not the five parts"},
	} {
		if _, err := provinceRuns(c.data); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: got %v, want an error with %q", name, err, c.want)
		}
	}
}

func FuzzRuns(f *testing.F) {
	f.Add(database(region{0, 9, beijing}, region{10, 1<<32 - 1, nowhere}))
	f.Fuzz(func(t *testing.T, data []byte) {
		if runs, err := provinceRuns(data); err == nil && (len(runs) == 0 || runs[0].start != 0) {
			t.Errorf("runs %v do not start at 0", runs)
		}
	})
}

// TestProvinceNumber has every spelling of the data, and the full names.
func TestProvinceNumber(t *testing.T) {
	spellings := strings.Fields("北京 天津 河北省 山西省 内蒙古 辽宁省 吉林省 黑龙江省 上海 江苏省 浙江省 安徽省 " +
		"福建省 江西省 山东省 河南省 湖北省 湖南省 广东省 广西 海南省 重庆 四川省 贵州省 云南省 西藏 陕西省 甘肃省 " +
		"青海省 宁夏 新疆 台湾省 香港 澳门")
	if len(spellings) != 34 || len(provinces) != 34 {
		t.Fatalf("%d spellings of %d provinces, want 34", len(spellings), len(provinces))
	}
	for i, s := range spellings {
		if got := provinceNumber(s); int(got) != i+1 {
			t.Errorf("%s is number %d, want %d", s, got, i+1)
		}
		if got := provinceNumber(provinces[i]); int(got) != i+1 {
			t.Errorf("%s is number %d, want %d", provinces[i], got, i+1)
		}
	}
	if got := provinceNumber("广东"); provinces[got-1] != "广东省" {
		t.Errorf("广东 is %s", provinces[got-1])
	}
}

func TestEncode(t *testing.T) {
	got := string(encode([]provinceRun{{0, 0}, {0x01020304, 34}}))
	want := "provinces 1\n" + strings.Join(provinces, "\n") + "\n\n" +
		"\x02\x00\x00\x00" + "\x00\x00\x00\x00" + "\x04\x03\x02\x01" + "\x00\x22"
	if got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func packed(t *testing.T, files map[string]string) []byte {
	t.Helper()
	var out bytes.Buffer
	zip := gzip.NewWriter(&out)
	archive := tar.NewWriter(zip)
	for name, content := range files {
		h := &tar.Header{Name: name, Size: int64(len(content)), Mode: 0o644}
		if err := archive.WriteHeader(h); err != nil {
			t.Fatal(err)
		}
		if _, err := archive.Write([]byte(content)); err != nil {
			t.Fatal(err)
		}
	}
	if err := archive.Close(); err != nil {
		t.Fatal(err)
	}
	if err := zip.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestUnpack(t *testing.T) {
	got, err := unpack(packed(t, map[string]string{"package/LICENSE": "MIT", dataPath: "data"}))
	if err != nil || string(got) != "data" {
		t.Errorf("got %q, %v", got, err)
	}
	if _, err := unpack(packed(t, map[string]string{"package/LICENSE": "MIT"})); err != errNoData {
		t.Errorf("got %v, want %v", err, errNoData)
	}
	if _, err := unpack([]byte("no archive")); err == nil {
		t.Error("no error for what is no archive")
	}
}

func TestRunRefuses(t *testing.T) {
	dir := t.TempDir()
	db, tgz := filepath.Join(dir, "other.db"), filepath.Join(dir, "other.tgz")
	if err := os.WriteFile(db, database(region{0, 1<<32 - 1, beijing}), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(tgz, packed(t, map[string]string{dataPath: "data"}), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		npm        bool
		from, want string
	}{
		{false, "", "want either -npm or -from"},
		{true, db, "want either -npm or -from"},
		{false, filepath.Join(dir, "missing.db"), "no such file"},
		{false, db, "has SHA-256"},
		{false, tgz, "has SHA-256"},
	} {
		err := run(c.npm, c.from, filepath.Join(dir, "out"))
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%v %s: got %v, want an error with %q", c.npm, c.from, err, c.want)
		}
	}
	if _, err := os.Stat(filepath.Join(dir, "out")); err == nil {
		t.Error("a table was written")
	}
}
