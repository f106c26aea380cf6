package standin

import (
	"crypto/hmac"
	"net"

	"github.com/go-mysql-org/go-mysql/mysql"
)

// session is one client.
type session struct {
	server *Server
	wire   *wire
	client string
	manual bool // autocommit is 0: a statement opens a transaction
	open   bool // within START TRANSACTION
	tx     *transaction
}

// answer is what a statement gives: rows when columns is set, else the number of rows touched.
type answer struct {
	columns []string
	rows    [][]Value
	touched int
}

func newSession(s *Server, conn net.Conn) *session {
	return &session{server: s, wire: newWire(conn, s.config.MaxAllowedPacket),
		client: conn.RemoteAddr().String()}
}

// handshake admits the client or tells it why not.
func (s *session) handshake() error {
	salt := mysql.RandomBuf(20)
	if err := s.wire.greet(salt); err != nil {
		return err
	}
	l, err := s.wire.login()
	if err == nil && l.plugin != mysql.AUTH_NATIVE_PASSWORD {
		l.scramble, err = s.wire.switchPlugin(salt)
	}
	if err == nil {
		err = s.admit(l, salt)
	}
	if sent := s.wire.send(answer{}, err); sent != nil {
		return sent
	}
	return err
}

// admit compares the scrambles in constant time, as one does with secrets.
func (s *session) admit(l login, salt []byte) error {
	c := &s.server.config
	want := mysql.CalcPassword(salt, []byte(c.Password))
	if l.user != c.User || !hmac.Equal(want, l.scramble) {
		return errDenied(l.user, s.client, len(l.scramble) > 0)
	}
	return s.use(l.database)
}

func (s *session) use(database string) error {
	if database != "" && database != s.server.config.Database {
		return errUnknownDatabase(database)
	}
	return nil
}

// run answers commands until the client goes.
func (s *session) run() {
	for {
		code, text, err := s.wire.command()
		if err != nil {
			_ = s.wire.send(answer{}, err) // the client may still read why
			return
		}
		if code == mysql.COM_QUIT {
			return
		}
		a, err := s.dispatch(code, text)
		if s.wire.send(a, err) != nil {
			return
		}
	}
}

func (s *session) dispatch(code byte, text string) (answer, error) {
	switch code {
	case mysql.COM_PING:
		return answer{}, nil
	case mysql.COM_INIT_DB:
		return answer{}, s.use(text)
	case mysql.COM_QUERY:
		return s.query(text)
	}
	return answer{}, errCommand(code)
}

// query runs the statements that need no transaction here; the others are parsed.
func (s *session) query(text string) (answer, error) {
	switch text {
	case "START TRANSACTION":
		err := s.commit() // as a real server does with an open transaction
		s.open = true
		return answer{}, err
	case "COMMIT":
		return answer{}, s.commit()
	case "ROLLBACK":
		s.rollback()
		return answer{}, nil
	case "SELECT @@max_allowed_packet":
		return single("@@max_allowed_packet", itoa(s.server.config.MaxAllowedPacket)), nil
	}
	st, err := parse(text)
	if err != nil {
		return answer{}, err
	}
	if set, ok := st.(setting); ok {
		s.manual = s.manual || set.manual
		return answer{}, nil
	}
	return s.execute(st)
}

func single(column, value string) answer {
	return answer{columns: []string{column}, rows: [][]Value{{{Text: value}}}}
}

// execute runs a statement in the open transaction, or in one of its own.
func (s *session) execute(st statement) (answer, error) {
	if s.tx == nil {
		tx, err := s.server.data.begin()
		if err != nil {
			return answer{}, err
		}
		s.tx = tx
	}
	mark := len(s.tx.undo)
	a, err := st.run(s.tx)
	if err != nil {
		s.tx.undoTo(mark) // a statement happens whole or not at all
	}
	if !s.open && !s.manual {
		s.end()
	}
	return a, err
}

func (s *session) commit() error {
	s.end()
	return nil
}

// rollback also serves for a client that has gone in the middle of a transaction.
func (s *session) rollback() {
	if s.tx != nil {
		s.tx.undoTo(0)
	}
	s.end()
}

// Without a transaction there is no lock to give back: START TRANSACTION takes none, as only the
// first statement does.
func (s *session) end() {
	if s.tx != nil {
		s.tx.end()
	}
	s.tx, s.open = nil, false
}
