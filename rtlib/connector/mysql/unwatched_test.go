package mysql

import (
	"bytes"
	"errors"
	"io"
	"net"
	"os"
	"testing"
	"time"
)

// pair is both ends of a TCP connection, the first as the sink has it.
func pair(t *testing.T) (ours, theirs net.Conn) {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer listener.Close()
	dialled, err := net.Dial("tcp", listener.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	theirs, err = listener.Accept()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _, _ = dialled.Close(), theirs.Close() })
	return unwatch(dialled), theirs
}

// TestUnwatchedMovesEveryByte: more than both socket buffers hold goes there and comes back.
func TestUnwatchedMovesEveryByte(t *testing.T) {
	ours, theirs := pair(t)
	sent := bytes.Repeat([]byte("0123456789abcde"), 1<<20)
	go func() { _, _ = io.Copy(theirs, theirs) }()
	written := make(chan error, 1)
	go func() {
		n, err := ours.Write(sent)
		if n != len(sent) && err == nil {
			err = io.ErrShortWrite
		}
		written <- err
	}()
	got := make([]byte, len(sent))
	if _, err := io.ReadFull(ours, got); err != nil {
		t.Fatal(err)
	}
	if err := <-written; err != nil || !bytes.Equal(sent, got) {
		t.Errorf("other bytes came back, or %v", err)
	}
}

func TestUnwatchedEnds(t *testing.T) {
	ours, theirs := pair(t)
	_ = ours.SetReadDeadline(time.Now().Add(10 * time.Millisecond))
	if _, err := ours.Read(make([]byte, 1)); !errors.Is(err, os.ErrDeadlineExceeded) {
		t.Errorf("nothing to read: %v, want the deadline", err)
	}
	_ = ours.SetReadDeadline(time.Time{})
	if n, err := ours.Read(nil); n != 0 || err != nil {
		t.Errorf("reading nothing: %d, %v", n, err)
	}
	_ = theirs.Close()
	if _, err := ours.Read(make([]byte, 1)); err != io.EOF {
		t.Errorf("the other side has closed: %v, want EOF", err)
	}
	_ = ours.Close()
	for _, use := range []func([]byte) (int, error){ours.Read, ours.Write} {
		if _, err := use(make([]byte, 1)); !errors.Is(err, net.ErrClosed) {
			t.Errorf("closed: %v", err)
		}
	}
}

// TestUnwatchedErrors: a connection that the other side has reset counts as away.
func TestUnwatchedErrors(t *testing.T) {
	ours, theirs := pair(t)
	_ = theirs.(*net.TCPConn).SetLinger(0)
	_ = theirs.Close()
	_, err := ours.Read(make([]byte, 1))
	if err == nil || classify(err) != away {
		t.Errorf("reset while reading: %v", err)
	}
	_, err = ours.Write(make([]byte, 1))
	if err == nil || classify(err) != away {
		t.Errorf("reset while writing: %v", err)
	}
}
