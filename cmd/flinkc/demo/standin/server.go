// Package standin is a small MySQL server for the demo and for tests, in the same process and on
// loopback. It speaks the wire protocol and keeps its tables in memory.
//
// It understands only the statements that the MySQL sink and its checks send, plus SELECT of a
// whole table, and refuses every other one by showing it. Transactions run one after the other: the
// first write of a transaction locks all tables until its end. Keys are compared byte by byte,
// where a real server's collation may take 'a' for 'A'.
package standin

import (
	"errors"
	"net"
	"sync"
	"time"
)

// Config describes the server. Address empty is a free port of 127.0.0.1.
type Config struct {
	Address  string
	User     string
	Password string
	Database string
	// MaxAllowedPacket is in bytes; 0 is 16 MiB, as real servers have it.
	MaxAllowedPacket int
	// LockWait is how long a transaction waits for another one before it fails with error 1205;
	// 0 is 5 s.
	LockWait time.Duration
}

const (
	defaultPacket   = 16 << 20
	defaultLockWait = 5 * time.Second
)

// Server is a running stand-in.
type Server struct {
	config   Config
	listener net.Listener
	data     *database

	mu       sync.Mutex
	sessions map[net.Conn]struct{}
	closed   bool
	running  sync.WaitGroup
}

// Start listens and serves until Close.
func Start(config Config) (*Server, error) {
	if config.Address == "" {
		config.Address = "127.0.0.1:0"
	}
	if config.MaxAllowedPacket <= 0 {
		config.MaxAllowedPacket = defaultPacket
	}
	if config.LockWait <= 0 {
		config.LockWait = defaultLockWait
	}
	listener, err := net.Listen("tcp", config.Address)
	if err != nil {
		return nil, err
	}
	s := &Server{config: config, listener: listener, data: newDatabase(config.LockWait),
		sessions: make(map[net.Conn]struct{})}
	s.running.Add(1)
	go s.accept()
	return s, nil
}

// Addr is the host:port to connect to.
func (s *Server) Addr() string { return s.listener.Addr().String() }

// Close ends all connections. Open transactions are rolled back.
func (s *Server) Close() error {
	err := s.listener.Close()
	s.mu.Lock()
	s.closed = true
	for conn := range s.sessions {
		_ = conn.Close()
	}
	s.mu.Unlock()
	s.running.Wait()
	return err
}

func (s *Server) accept() {
	defer s.running.Done()
	for {
		conn, err := s.listener.Accept()
		if errors.Is(err, net.ErrClosed) {
			return
		}
		if err != nil { // such as too many open files: others may close theirs
			time.Sleep(10 * time.Millisecond)
			continue
		}
		if !s.register(conn) {
			_ = conn.Close()
			return
		}
		go s.serve(conn)
	}
}

// A connection accepted while Close runs would otherwise be closed by nobody, and Close would wait
// for it.
func (s *Server) register(conn net.Conn) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.closed {
		return false
	}
	s.sessions[conn] = struct{}{}
	s.running.Add(1)
	return true
}

func (s *Server) serve(conn net.Conn) {
	defer s.running.Done()
	defer func() {
		s.mu.Lock()
		delete(s.sessions, conn)
		s.mu.Unlock()
		_ = conn.Close()
	}()
	session := newSession(s, conn)
	defer session.rollback()
	if session.handshake() == nil {
		session.run()
	}
}
