package main

import (
	"crypto/md5" // #nosec G501 -- the function measured
	"encoding/hex"
	"encoding/json"
	"fmt"
	"regexp"
	"runtime"
	"strings"
	"time"

	"github.com/flinkc/flinkc/bench/lab"
	"github.com/flinkc/flinkc/bench/measure"
	"github.com/flinkc/flinkc/rtlib/fn"
	"github.com/flinkc/flinkc/rtlib/value"
)

// functions measures the built-in functions that hot paths call against what one would write with the
// standard library, on texts as logs have them, and counts what they allocate.
func functions(l *lab.Lab) ([]Result, error) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	list, err := hotFunctions()
	if err != nil {
		return nil, err
	}
	var out []Result
	var allocations uint64
	for _, f := range list {
		t := measure.Interleave(l.Rounds, functionCalls,
			measure.Side{Name: "ours", Run: f.pass(f.own)}, measure.Side{Name: "theirs", Run: f.pass(f.library)})
		out = append(out, Result{ID: "FN", Name: f.name, Value: t.Ratio("theirs", "ours"), Unit: "x",
			Rule: printed, Disturbed: 2*t.Disturbed > t.Rounds,
			Text: fmt.Sprintf("%s against %s ns", number(t.NS("ours")), number(t.NS("theirs")))})
		allocations += mallocs(f.pass(f.own))
	}
	return append(out, Result{ID: "FN", Name: "allocations of all of them",
		Value: float64(allocations), Goal: 0, Rule: atMost,
		Text: fmt.Sprintf("in %d calls of each", functionCalls)}), nil
}

const (
	functionTexts = 512 // texts of a function, as many as a block may have rows
	functionCalls = 64 * functionTexts
)

// hotFunction is a function and how one would do the same with the standard library. Both return
// something of their result, so that nothing is left out.
type hotFunction struct {
	name         string
	texts        []string
	own, library func(text string) int
	arena        *fn.Arena // that the function uses
}

// pass calls one side with all texts, and forgets the results after each block as a stage does.
func (f *hotFunction) pass(call func(string) int) func() {
	sum := 0 // so that no call can be left out
	return func() {
		for range functionCalls / functionTexts {
			for _, text := range f.texts {
				sum += call(text)
			}
			f.arena.Reset()
		}
	}
}

// mallocs is how many objects a run allocates after one to warm up.
func mallocs(run func()) uint64 {
	var before, after runtime.MemStats
	run()
	runtime.ReadMemStats(&before)
	run()
	runtime.ReadMemStats(&after)
	return after.Mallocs - before.Mallocs
}

// prepared is what the functions know before the first row.
type prepared struct {
	arena   fn.Arena
	like    *fn.LikePattern
	regexp  *fn.Regexp
	format  *fn.Format
	parse   *fn.Format
	path    *fn.JSONPath
	library struct{ like, regexp *regexp.Regexp }
}

func prepare() (*prepared, error) {
	p := &prepared{}
	var errs [5]error
	p.like, errs[0] = fn.PrepareLike(`%/static/v_/%.html`)
	p.regexp, errs[1] = fn.PrepareRegexp(`[?&]session=([^&]*)`)
	p.format, errs[2] = fn.PrepareFormat("yyyy-MM-dd HH:mm")
	p.parse, errs[3] = fn.PrepareTimestampFormat("yyyy-MM-dd HH:mm:ss")
	p.path, errs[4] = fn.PrepareJSONValue("$.user.city", int(fn.OrNull), int(fn.OrNull))
	p.library.like = regexp.MustCompile(`^(?s:.*)/static/v.(?s:.*)\.html$`)
	p.library.regexp = regexp.MustCompile(`[?&]session=([^&]*)`)
	for _, err := range errs {
		if err != nil {
			return nil, err
		}
	}
	return p, nil
}

func hotFunctions() ([]hotFunction, error) {
	p, err := prepare()
	if err != nil {
		return nil, err
	}
	list := append(p.texts(), p.times()...)
	for i := range list {
		list[i].arena = &p.arena
	}
	return list, nil
}

// texts are the functions of texts.
func (p *prepared) texts() []hotFunction {
	urls := numbered("https://cdn.example.org/static/v%d/asset_%04d.html?lang=en&session=%08d&ref=home")
	docs := numbered(`{"id":%d,"kind":"page_view","n":%04d,"user":{"id":%d,"name":"Ann","city":"Lyon"},"ok":true}`)
	return []hotFunction{
		{name: "SUBSTRING(url, 9, 15), []rune", texts: urls,
			own:     func(s string) int { v, _ := fn.Substring(s, 9, 15); return len(v) },
			library: func(s string) int { return len(string([]rune(s)[8:23])) }},
		{name: "SPLIT_INDEX(url, '/', 4), strings.Split", texts: urls,
			own: func(s string) int {
				var parts fn.Parts
				v, _ := fn.SplitIndex(&parts, s, "/", 4)
				return len(v)
			},
			library: func(s string) int { return len(strings.Split(s, "/")[4]) }},
		{name: "url LIKE '%/static/v_/%.html', regexp", texts: urls,
			own:     func(s string) int { return one(fn.Like(s, p.like)) },
			library: func(s string) int { return one(p.library.like.MatchString(s)) }},
		{name: "REGEXP_EXTRACT(url, '[?&]session=([^&]*)', 1), regexp", texts: urls,
			own:     func(s string) int { v, _ := fn.RegexpGroup(s, p.regexp, 1); return len(v) },
			library: func(s string) int { return len(p.library.regexp.FindStringSubmatch(s)[1]) }},
		{name: "UPPER(url), strings.ToUpper", texts: urls,
			own:     func(s string) int { return len(fn.Upper(&p.arena, s)) },
			library: func(s string) int { return len(strings.ToUpper(s)) }},
		{name: "MD5(url), crypto/md5 and encoding/hex", texts: urls,
			own: func(s string) int { return len(fn.MD5(&p.arena, s)) },
			library: func(s string) int {
				sum := md5.Sum([]byte(s)) // #nosec G401 -- the function measured
				return len(hex.EncodeToString(sum[:]))
			}},
		{name: "JSON_VALUE(doc, '$.user.city'), encoding/json", texts: docs,
			own: func(s string) int {
				v, _, _ := fn.JSONValueString(&p.arena, s, p.path)
				return len(v)
			},
			library: func(s string) int {
				var doc map[string]any
				if json.Unmarshal([]byte(s), &doc) != nil {
					return 0
				}
				user, _ := doc["user"].(map[string]any)
				city, _ := user["city"].(string)
				return len(city)
			}},
	}
}

// times are the functions of times.
func (p *prepared) times() []hotFunction {
	texts := make([]string, functionTexts)
	for i := range texts {
		texts[i] = time.Unix(int64(1_700_000_000+i*86_399), 0).UTC().Format(time.DateTime)
	}
	stamp, _ := fn.ToTimestamp(texts[0])
	moment := time.Unix(1_700_000_000, 0).UTC()
	return []hotFunction{
		{name: "DATE_FORMAT(ts, 'yyyy-MM-dd HH:mm'), time.Format", texts: texts,
			own: func(s string) int {
				t := value.Timestamp{Millis: stamp.Millis + int64(s[18])}
				return len(fn.FormatTimestamp(&p.arena, t, p.format))
			},
			library: func(s string) int {
				return len(moment.Add(time.Duration(s[18]) * time.Millisecond).Format("2006-01-02 15:04"))
			}},
		{name: "TO_TIMESTAMP(text), time.Parse", texts: texts,
			own:     func(s string) int { t, _ := fn.ToTimestamp(s); return int(t.Millis) },
			library: func(s string) int { t, _ := time.Parse(time.DateTime, s); return int(t.Unix()) }},
		{name: "TO_TIMESTAMP(text, 'yyyy-MM-dd HH:mm:ss'), time.Parse", texts: texts,
			own:     func(s string) int { t, _ := fn.ToTimestampFormat(s, p.parse); return int(t.Millis) },
			library: func(s string) int { t, _ := time.Parse(time.DateTime, s); return int(t.Unix()) }},
	}
}

// numbered is a format with three numbers, filled in.
func numbered(format string) []string {
	out := make([]string, functionTexts)
	for i := range out {
		out[i] = fmt.Sprintf(format, i%10, i, i*7919)
	}
	return out
}

func one(b bool) int {
	if b {
		return 1
	}
	return 0
}
