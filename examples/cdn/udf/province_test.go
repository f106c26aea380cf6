package udf

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"math/rand/v2"
	"net/netip"
	"os"
	"strings"
	"testing"
)

func provinceOf(ip string) string { return IPToProvince(&ip) }

// scan is the answer of a slow reader of the file that shares no code with the table: it looks at
// every run.
func scan(addr uint32) string {
	list, rest, _ := strings.Cut(file, "\n\n")
	names := strings.Split(list, "\n") // the header is in the place of "none"
	names[0] = "UnKnow"
	b := []byte(rest)
	n := int(binary.LittleEndian.Uint32(b))
	id := byte(0)
	for i := range n {
		if binary.LittleEndian.Uint32(b[4+4*i:]) <= addr {
			id = b[4+4*n+i]
		}
	}
	return names[id]
}

func quad(addr uint32) string {
	return netip.AddrFrom4([4]byte(binary.BigEndian.AppendUint32(nil, addr))).String()
}

func TestKnownAddresses(t *testing.T) {
	for ip, want := range map[string]string{
		"27.184.139.25":   "河北省",
		"120.24.78.68":    "广东省",
		"202.106.0.20":    "北京市",
		"202.96.209.133":  "上海市",
		"168.95.1.1":      "台湾省",
		"8.8.8.8":         "UnKnow",
		"0.0.0.0":         "UnKnow",
		"127.0.0.1":       "UnKnow",
		"255.255.255.255": "UnKnow",
	} {
		if got := provinceOf(ip); got != want {
			t.Errorf("%s: got %s, want %s", ip, got, want)
		}
	}
}

func TestNullAndMalformed(t *testing.T) {
	if got := IPToProvince(nil); got != "UnKnow" {
		t.Errorf("NULL: got %s", got)
	}
	const good = "27.184.139.25" // each of these is one mistake away from it
	if provinceOf(good) == "UnKnow" {
		t.Fatal("the good address is not known")
	}
	for _, ip := range []string{
		"", " ", ".", "...", "27", "27.184", "27.184.139", "27.184.139.", ".27.184.139.25",
		"27.184.139.25.", "27.184.139.25.1", "27..139.25", "27.184.139.25 ", " 27.184.139.25",
		"27.184.139.25\n", "27.184.139.25\x00", "27.184.139.256", "27.184.139.999", "256.184.139.25",
		"027.184.139.25", "27.184.139.025", "27.184.139.00", "27.0184.139.25", "27.184.139.+5",
		"-27.184.139.25", "27.184.139.2a", "27,184,139,25", "27/184/139/25", "27:184:139:25",
		"27.184.139.2/", "27.184.139.2:", "0x1b.184.139.25", "464030489", "27.184.139.25:80",
		"27.184.139.25/32", "::1", "2408:8000::1", "::ffff:27.184.139.25", "::27.184.139.25",
		"２７.184.139.25", "27。184。139。25", "27.184.139.\xff5", "\xae7.184.139.25", "localhost",
		strings.Repeat("1", 1<<20), strings.Repeat(".", 15), "111111111111111",
	} {
		if got := provinceOf(ip); got != "UnKnow" {
			t.Errorf("%.40q: got %s, want UnKnow", ip, got)
		}
	}
}

// TestBorders looks at the first and the last address of every run.
func TestBorders(t *testing.T) {
	runs := Runs()
	if len(runs) != 32130 {
		t.Errorf("%d runs, want 32130", len(runs))
	}
	reached := map[string]bool{}
	for i, r := range runs {
		for _, addr := range []uint32{r.First, r.Last} {
			if got := provinceOf(quad(addr)); got != r.Province {
				t.Fatalf("%s: got %s, want %s", quad(addr), got, r.Province)
			}
		}
		if i > 0 && (runs[i-1].Province == r.Province || runs[i-1].Last+1 != r.First) {
			t.Errorf("the run at %s is not a run of its own", quad(r.First))
		}
		reached[r.Province] = true
	}
	for _, name := range Provinces() {
		if !reached[name] {
			t.Errorf("%s has no address", name)
		}
	}
	if len(reached) != 35 || !reached["UnKnow"] {
		t.Errorf("%d names reached, want 34 provinces and UnKnow", len(reached))
	}
}

func TestAgainstScan(t *testing.T) {
	random, runs := rand.New(rand.NewPCG(1, 2)), Runs()
	for i := range 2000 {
		addr := random.Uint32()
		if i%2 == 0 { // about a border, where a wrong comparison shows
			r := runs[random.IntN(len(runs))]
			addr = r.First + uint32(random.IntN(3)) - 1
		}
		if got, want := provinceOf(quad(addr)), scan(addr); got != want {
			t.Fatalf("%s: got %s, want %s", quad(addr), got, want)
		}
	}
}

func TestNames(t *testing.T) {
	const want = "北京市 天津市 河北省 山西省 内蒙古自治区 辽宁省 吉林省 黑龙江省 上海市 江苏省 浙江省 " +
		"安徽省 福建省 江西省 山东省 河南省 湖北省 湖南省 广东省 广西壮族自治区 海南省 重庆市 四川省 " +
		"贵州省 云南省 西藏自治区 陕西省 甘肃省 青海省 宁夏回族自治区 新疆维吾尔自治区 台湾省 " +
		"香港特别行政区 澳门特别行政区"
	if got := strings.Join(Provinces(), " "); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

func TestAllocatesNothing(t *testing.T) {
	ips := []string{"27.184.139.25", "8.8.8.8", "no address", "255.255.255.255"}
	n := testing.AllocsPerRun(100, func() {
		for i := range ips {
			IPToProvince(&ips[i])
		}
	})
	if n != 0 {
		t.Errorf("%v allocations, want 0", n)
	}
}

// TestNotice makes sure that the notice speaks about the committed table.
func TestNotice(t *testing.T) {
	notice, err := os.ReadFile("NOTICE")
	if err != nil {
		t.Fatal(err)
	}
	sum := sha256.Sum256([]byte(file))
	if !strings.Contains(string(notice), "SHA-256    "+hex.EncodeToString(sum[:])+"\n") {
		t.Errorf("NOTICE does not name the table's SHA-256 %x", sum)
	}
}

func BenchmarkIPToProvince(b *testing.B) {
	for _, share := range []int{90, 0} { // percent of addresses in provinces
		b.Run(fmt.Sprintf("provinces=%d%%", share), func(b *testing.B) {
			benchmark(b, share, func(ip *string) { IPToProvince(ip) })
		})
	}
}

func BenchmarkParse(b *testing.B) { benchmark(b, 90, func(ip *string) { parse(*ip) }) }

func benchmark(b *testing.B, share int, call func(*string)) {
	ips := benchmarkAddresses(share)
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		call(&ips[i&(len(ips)-1)])
	}
}

// benchmarkAddresses are 65,536 addresses, all addresses of a province equally likely.
func benchmarkAddresses(share int) []string {
	random := rand.New(rand.NewPCG(3, 4))
	ips := make([]string, 1<<16)
	for i := range ips {
		inside := random.IntN(100) < share
		for ips[i] == "" || inside && provinceOf(ips[i]) == unknown {
			ips[i] = quad(random.Uint32())
		}
	}
	return ips
}
