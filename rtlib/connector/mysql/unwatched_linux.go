package mysql

import (
	"io"
	"net"
	"os"
	"syscall"
	"unsafe"
)

// unwatched is a TCP connection whose system calls Go's scheduler does not hear of. The net package
// announces each one, in case it blocks, and so wakes the thread that watches for that; in a program
// that waits for its database most of the time this thread costs as much as building the statements
// does. These calls never block: the socket is in non-blocking mode, and one call takes at most
// longestWrite bytes. The waiting is done by the net package, deadlines included.
type unwatched struct {
	net.Conn
	raw syscall.RawConn
}

// longestWrite bounds how long a call keeps its thread: copying so much takes some 10 us.
const longestWrite = 64 << 10

// unwatch returns the connection itself when it is not a socket.
func unwatch(conn net.Conn) net.Conn {
	socket, ok := conn.(*net.TCPConn)
	if !ok {
		return conn
	}
	raw, err := socket.SyscallConn()
	if err != nil {
		return conn
	}
	return &unwatched{conn, raw}
}

// SyscallConn is how the driver looks whether an idle connection is still alive.
func (c *unwatched) SyscallConn() (syscall.RawConn, error) { return c.raw, nil }

func (c *unwatched) Read(b []byte) (int, error) {
	n, err := call{syscall.SYS_READ, "read", c.raw.Read}.do(b)
	if err != nil {
		return 0, &net.OpError{Op: "read", Net: "tcp", Addr: c.RemoteAddr(), Err: err}
	}
	if n == 0 && len(b) > 0 {
		return 0, io.EOF
	}
	return n, nil
}

func (c *unwatched) Write(b []byte) (int, error) {
	done := 0
	for done < len(b) {
		next := b[done:min(len(b), done+longestWrite)]
		n, err := call{syscall.SYS_WRITE, "write", c.raw.Write}.do(next)
		if err != nil {
			return done, &net.OpError{Op: "write", Net: "tcp", Addr: c.RemoteAddr(), Err: err}
		}
		done += n
	}
	return done, nil
}

// call is a system call that moves bytes, and what waits until the socket is ready for it.
type call struct {
	number uintptr
	name   string
	ready  func(func(fd uintptr) (done bool)) error
}

func (c call) do(b []byte) (int, error) {
	var n uintptr
	var failed syscall.Errno
	err := c.ready(func(fd uintptr) bool {
		for {
			n, _, failed = syscall.RawSyscall(c.number, fd,
				uintptr(unsafe.Pointer(unsafe.SliceData(b))), uintptr(len(b)))
			if failed != syscall.EINTR {
				return failed != syscall.EAGAIN
			}
		}
	})
	switch {
	case err != nil:
		return 0, err
	case failed != 0:
		return 0, os.NewSyscallError(c.name, failed)
	}
	return int(n), nil
}
