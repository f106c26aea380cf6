package browser

import (
	"errors"
	"net/http"
	"net/http/httptest"
	"os"
	"strconv"
	"strings"
	"testing"
	"time"
)

func TestWithoutChromium(t *testing.T) {
	t.Setenv("PATH", t.TempDir())
	if _, err := Start(t.TempDir(), 100, 100); !errors.Is(err, ErrMissing) {
		t.Errorf("error %v, want %v", err, ErrMissing)
	}
}

// start skips without a Chromium, but fails with CI=true.
func start(t *testing.T) *Browser {
	t.Helper()
	b, err := Start(t.TempDir(), 300, 200)
	if ci, _ := strconv.ParseBool(os.Getenv("CI")); errors.Is(err, ErrMissing) && !ci {
		t.Skip(err)
	}
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(b.Close)
	return b
}

// A page with everything that a good page must not have: the browser must tell all of it, or the
// tests that want silence prove nothing.
func TestSeesWhatIsWrong(t *testing.T) {
	b := start(t)
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path != "/" {
			http.NotFound(w, r)
			return
		}
		w.Header().Set("Content-Type", "text/html")
		_, _ = w.Write([]byte(`<img src="missing.png"><img src="http://192.0.2.1/far.png">
			<script>console.log("fine"); console.error("written"); setTimeout(() => { throw Error("thrown") });
			document.title = "done"</script>`))
	}))
	defer s.Close()
	if err := b.Open(s.URL); err != nil {
		t.Fatal(err)
	}
	if err := b.WaitFor(`document.title === "done"`, 10*time.Second); err != nil {
		t.Fatal(err)
	}
	wanted := []string{"written", "thrown", "404", "missing.png"}
	for end := time.Now().Add(10 * time.Second); time.Now().Before(end); time.Sleep(20 * time.Millisecond) {
		if len(missing(b, wanted)) == 0 {
			break
		}
	}
	if m := missing(b, wanted); len(m) > 0 {
		t.Errorf("not seen: %q; errors %q", m, b.Errors())
	}
	if all := strings.Join(b.Requests(), " "); !strings.Contains(all, "http://192.0.2.1/far.png") {
		t.Errorf("the request to another host was not seen: %s", all)
	}
	if all := strings.Join(b.Errors(), " "); strings.Contains(all, "fine") {
		t.Errorf("what is no error was taken for one: %s", all)
	}
}

func missing(b *Browser, wanted []string) (left []string) {
	all := strings.Join(b.Errors(), " ")
	for _, w := range wanted {
		if !strings.Contains(all, w) {
			left = append(left, w)
		}
	}
	return left
}

func TestEvaluate(t *testing.T) {
	b := start(t)
	var n int
	if err := b.Evaluate("Promise.resolve(6 * 7)", &n); err != nil || n != 42 {
		t.Errorf("%d, %v, want 42", n, err)
	}
	tests := []struct{ expression, want string }{
		{"nothing.there", "ReferenceError: nothing is not defined"},
		{"1 +", "SyntaxError"},
		{`"text"`, "cannot unmarshal string"},
	}
	for _, tt := range tests {
		if err := b.Evaluate(tt.expression, &n); err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: error %v, want %q", tt.expression, err, tt.want)
		}
	}
	err := b.WaitFor("false", 60*time.Millisecond)
	if err == nil || err.Error() != "the page: not so within 60ms: false" {
		t.Errorf("error %v", err)
	}
	b.Close()
	if err := b.Evaluate("1", &n); err == nil {
		t.Error("a browser that has ended answers")
	}
}
