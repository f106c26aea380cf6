// Package browser drives a headless Chromium for tests of pages. It speaks the DevTools protocol
// over a pair of pipes, so that nothing listens anywhere.
package browser

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"sync"
	"time"
)

// ErrMissing is returned by Start when no Chromium is installed.
var ErrMissing = errors.New("no chromium on PATH; on Debian: " +
	"apt-get install chromium fonts-noto-cjk")

// names are those under which distributions install it.
var names = []string{"chromium", "chromium-browser", "google-chrome"}

// answerWait bounds how long the browser may take for one command.
const answerWait = 30 * time.Second

// Browser is a running Chromium with one page. Commands may be sent by several goroutines; each
// waits for the answer with its own number.
type Browser struct {
	command *exec.Cmd
	out     io.WriteCloser // commands
	session string         // of the page
	closed  chan struct{}  // the browser has ended

	mu       sync.Mutex
	last     int
	waiting  map[int]chan message
	requests []string
	errors   []string
}

// message is a command's answer, or an event.
type message struct {
	ID     int             `json:"id"`
	Method string          `json:"method"`
	Params json.RawMessage `json:"params"`
	Result json.RawMessage `json:"result"`
	Error  *struct {
		Message string `json:"message"`
	} `json:"error"`
}

// Start runs Chromium with its profile in dir and opens an empty page of the given size in pixels.
func Start(dir string, width, height int) (*Browser, error) {
	path, err := find()
	if err != nil {
		return nil, err
	}
	b := &Browser{waiting: map[int]chan message{}, closed: make(chan struct{})}
	if err := b.launch(path, dir); err != nil {
		return nil, err
	}
	if err := b.openPage(width, height); err != nil {
		b.Close()
		return nil, err
	}
	return b, nil
}

func find() (string, error) {
	for _, n := range names {
		if path, err := exec.LookPath(n); err == nil {
			return path, nil
		}
	}
	return "", ErrMissing
}

// flags keep Chromium from talking to anyone on its own: what is seen are the page's requests.
// Tests run as root in containers, where Chromium's sandbox cannot.
func flags(dir string) []string {
	return []string{"--headless=new", "--remote-debugging-pipe", "--no-sandbox", "--disable-gpu",
		"--disable-dev-shm-usage", "--no-first-run", "--disable-background-networking",
		"--disable-component-update", "--disable-sync", "--disable-extensions",
		"--disable-default-apps", "--metrics-recording-only", "--hide-scrollbars",
		"--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
		"--user-data-dir=" + filepath.Join(dir, "profile"), "about:blank"}
}

// launch starts the process: it reads commands from descriptor 3 and answers on 4.
func (b *Browser) launch(path, dir string) error {
	commands, out, err := os.Pipe()
	if err != nil {
		return err
	}
	in, answers, err := os.Pipe()
	if err != nil {
		return errors.Join(err, commands.Close(), out.Close())
	}
	b.command = exec.Command(path, flags(dir)...)
	b.command.Env = append(os.Environ(), "HOME="+dir, "XDG_CONFIG_HOME="+dir, "XDG_CACHE_HOME="+dir)
	b.command.ExtraFiles = []*os.File{commands, answers}
	b.out = out
	err = b.command.Start()
	_, _ = commands.Close(), answers.Close() // the child has its own
	if err != nil {
		return errors.Join(err, in.Close(), out.Close())
	}
	go b.read(in)
	return nil
}

// openPage attaches to a new page and subscribes to what tests look at.
func (b *Browser) openPage(width, height int) error {
	var target struct {
		ID string `json:"targetId"`
	}
	err := b.call("Target.createTarget", map[string]any{"url": "about:blank", "newWindow": true,
		"width": width, "height": height}, &target)
	if err != nil {
		return err
	}
	var attached struct {
		ID string `json:"sessionId"`
	}
	err = b.call("Target.attachToTarget",
		map[string]any{"targetId": target.ID, "flatten": true}, &attached)
	b.session = attached.ID
	for _, domain := range []string{"Page", "Runtime", "Log", "Network"} {
		if err == nil {
			err = b.call(domain+".enable", nil, nil)
		}
	}
	return err
}

// Close ends the browser.
func (b *Browser) Close() {
	_ = b.out.Close() // Chromium ends when its pipe does
	select {
	case <-b.closed:
	case <-time.After(5 * time.Second):
		_ = b.command.Process.Kill()
		<-b.closed
	}
	_ = b.command.Wait()
}

// read deals out what the browser says until it ends. Messages end with a NUL.
func (b *Browser) read(in io.ReadCloser) {
	defer close(b.closed)
	defer func() { _ = in.Close() }()
	r := bufio.NewReader(in)
	for {
		text, err := r.ReadBytes(0)
		if err != nil {
			return
		}
		var m message
		if json.Unmarshal(bytes.TrimSuffix(text, []byte{0}), &m) != nil {
			continue // no command of ours is answered by what is not JSON
		}
		b.receive(m)
	}
}

func (b *Browser) receive(m message) {
	b.mu.Lock()
	defer b.mu.Unlock()
	// Events carry no number.
	if m.ID == 0 {
		b.note(m)
		return
	}
	if answer := b.waiting[m.ID]; answer != nil {
		delete(b.waiting, m.ID)
		// Never blocks, as the channel has room for the one answer that it gets.
		answer <- m
	}
}

// call sends a command and decodes its result into result unless that is nil.
func (b *Browser) call(method string, params map[string]any, result any) error {
	answer := make(chan message, 1)
	if err := b.send(method, params, answer); err != nil {
		return err
	}
	select {
	case m := <-answer:
		if m.Error != nil {
			return errRefused(method, m.Error.Message)
		}
		if result == nil {
			return nil
		}
		return json.Unmarshal(m.Result, result)
	case <-b.closed:
		return errEnded(method)
	case <-time.After(answerWait):
		return errSilent(method)
	}
}

func (b *Browser) send(method string, params map[string]any, answer chan message) error {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.last++
	command := map[string]any{"id": b.last, "method": method, "params": params}
	if params == nil {
		command["params"] = map[string]any{}
	}
	if b.session != "" {
		command["sessionId"] = b.session
	}
	text, err := json.Marshal(command)
	if err != nil {
		return err
	}
	// Before the command is written: the answer may come before Write returns.
	b.waiting[b.last] = answer
	_, err = b.out.Write(append(text, 0))
	return err
}
