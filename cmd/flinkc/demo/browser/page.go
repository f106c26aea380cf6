package browser

import (
	"encoding/base64"
	"encoding/json"
	"os"
	"slices"
	"time"
)

// Open loads a page. It does not wait for what the page's scripts do.
func (b *Browser) Open(url string) error {
	return b.call("Page.navigate", map[string]any{"url": url}, nil)
}

// Evaluate runs an expression in the page and decodes its value as JSON into result.
func (b *Browser) Evaluate(expression string, result any) error {
	var answer struct {
		Result struct {
			Value json.RawMessage `json:"value"`
		} `json:"result"`
		Exception *struct {
			Text      string `json:"text"`
			Exception struct {
				Description string `json:"description"`
			} `json:"exception"`
		} `json:"exceptionDetails"`
	}
	err := b.call("Runtime.evaluate",
		map[string]any{"expression": expression, "returnByValue": true, "awaitPromise": true}, &answer)
	if err != nil {
		return err
	}
	if e := answer.Exception; e != nil {
		return errThrown(e.Text, e.Exception.Description)
	}
	return json.Unmarshal(answer.Result.Value, result)
}

// WaitFor evaluates a condition until it is true, at most for the given time. An error of the
// expression is not the end: what it reads may not exist yet while the page loads.
func (b *Browser) WaitFor(condition string, most time.Duration) error {
	for end := time.Now().Add(most); ; time.Sleep(50 * time.Millisecond) {
		var ok bool
		err := b.Evaluate("Boolean("+condition+")", &ok)
		if err == nil && ok {
			return nil
		}
		if time.Now().After(end) {
			return errCondition(condition, most, err)
		}
	}
}

// Screenshot writes the whole page as a PNG.
func (b *Browser) Screenshot(path string) error {
	var shot struct {
		Data string `json:"data"`
	}
	err := b.call("Page.captureScreenshot",
		map[string]any{"format": "png", "captureBeyondViewport": true}, &shot)
	if err != nil {
		return err
	}
	png, err := base64.StdEncoding.DecodeString(shot.Data)
	if err != nil {
		return err
	}
	return os.WriteFile(path, png, 0o644)
}

// Requests are the addresses that the page has asked for, whether they were answered or not.
func (b *Browser) Requests() []string {
	b.mu.Lock()
	defer b.mu.Unlock()
	return slices.Clone(b.requests)
}

// Errors are the console's errors, exceptions that nobody caught, and what the browser has logged
// as an error, such as a resource that was not found or a violated policy.
func (b *Browser) Errors() []string {
	b.mu.Lock()
	defer b.mu.Unlock()
	return slices.Clone(b.errors)
}

// note keeps what an event says about requests and errors.
func (b *Browser) note(m message) {
	switch m.Method {
	case "Network.requestWillBeSent":
		var p struct{ Request struct{ URL string } }
		if json.Unmarshal(m.Params, &p) == nil {
			b.requests = append(b.requests, p.Request.URL)
		}
	// Not announced as a request, but it leaves the page all the same.
	case "Network.webSocketCreated":
		var p struct{ URL string }
		if json.Unmarshal(m.Params, &p) == nil {
			b.requests = append(b.requests, p.URL)
		}
	case "Runtime.exceptionThrown":
		b.errors = append(b.errors, string(m.Params))
	case "Runtime.consoleAPICalled":
		var p struct{ Type string }
		if json.Unmarshal(m.Params, &p) == nil && (p.Type == "error" || p.Type == "assert") {
			b.errors = append(b.errors, string(m.Params))
		}
	case "Log.entryAdded":
		var p struct {
			Entry struct{ Level, Text, URL string }
		}
		if json.Unmarshal(m.Params, &p) == nil && p.Entry.Level == "error" {
			b.errors = append(b.errors, p.Entry.Text+" "+p.Entry.URL)
		}
	}
}
