package standin

// The wire protocol: the greeting, the check of the password and the answers. Packets and the
// scramble are go-mysql's. Its server package is not used, as it makes RSA keys when a program
// starts, which would cost every run of flinkc a tenth of a second.

import (
	"bytes"
	"encoding/binary"
	"errors"
	"io"
	"net"

	"github.com/go-mysql-org/go-mysql/mysql"
	"github.com/go-mysql-org/go-mysql/packet"
)

const (
	version      = "8.0.0-flinkc-standin"
	capabilities = mysql.CLIENT_LONG_PASSWORD | mysql.CLIENT_FOUND_ROWS | mysql.CLIENT_LONG_FLAG |
		mysql.CLIENT_CONNECT_WITH_DB | mysql.CLIENT_PROTOCOL_41 | mysql.CLIENT_TRANSACTIONS |
		mysql.CLIENT_SECURE_CONNECTION | mysql.CLIENT_PLUGIN_AUTH |
		mysql.CLIENT_PLUGIN_AUTH_LENENC_CLIENT_DATA
	utf8mb4General = 45
	// responseStart is where the user's name begins in a handshake response.
	responseStart = 4 + 4 + 1 + 23
)

var errGone = errors.New("the client has gone")

// wire is one client's connection.
type wire struct {
	*packet.Conn
	counted *countingReader
}

func newWire(conn net.Conn, limit int) *wire {
	counted := &countingReader{Conn: conn, limit: limit}
	return &wire{packet.NewConn(counted), counted}
}

// countingReader refuses a command that is longer than the limit, before it fills the memory.
type countingReader struct {
	net.Conn
	limit, read int
}

var errTooLong = errors.New("packet too long")

// Read allows for what the buffered reader above takes in one go.
func (c *countingReader) Read(b []byte) (int, error) {
	if c.read > c.limit {
		return 0, errTooLong
	}
	n, err := c.Conn.Read(b)
	c.read += n
	return n, err
}

// command reads the next command: its code and its argument. A client that sends too much is told
// so once, as a real server does, and then dropped by the session.
func (w *wire) command() (byte, string, error) {
	w.ResetSequence()
	w.counted.read = 0
	data, err := w.ReadPacket()
	if err != nil || len(data) == 0 {
		if w.counted.read > w.counted.limit {
			return 0, "", errPacket(w.counted.limit)
		}
		return 0, "", io.EOF
	}
	if len(data) > w.counted.limit {
		return 0, "", errPacket(w.counted.limit)
	}
	return data[0], string(data[1:]), nil
}

// greet sends the server's first packet. Its fields are those of the protocol's HandshakeV10; the
// salt has 20 bytes and comes in two parts.
func (w *wire) greet(salt []byte) error {
	data := append(make([]byte, 4), 10)
	data = append(append(data, version...), 0)
	data = binary.LittleEndian.AppendUint32(data, 1) // connection id: nobody can kill by it
	data = append(append(data, salt[:8]...), 0)
	data = binary.LittleEndian.AppendUint16(data, uint16(capabilities&0xffff))
	data = append(data, utf8mb4General)
	data = binary.LittleEndian.AppendUint16(data, mysql.SERVER_STATUS_AUTOCOMMIT)
	data = binary.LittleEndian.AppendUint16(data, uint16(capabilities>>16))
	data = append(data, byte(len(salt)+1))
	data = append(data, make([]byte, 10)...)
	data = append(append(data, salt[8:]...), 0)
	data = append(append(data, mysql.AUTH_NATIVE_PASSWORD...), 0)
	return w.WritePacket(data)
}

// login is what a client answers to the greeting.
type login struct {
	user, database, plugin string
	scramble               []byte
}

// login reads the client's answer. TLS is not offered, so a client that asks for it is refused.
func (w *wire) login() (login, error) {
	data, err := w.ReadPacket()
	if err != nil {
		return login{}, errGone
	}
	if len(data) < responseStart {
		return login{}, errHandshake()
	}
	flags := binary.LittleEndian.Uint32(data)
	if flags&mysql.CLIENT_PROTOCOL_41 == 0 || flags&mysql.CLIENT_SSL != 0 {
		return login{}, errHandshake()
	}
	return parseLogin(flags, data[responseStart:])
}

// parseLogin reads the texts of a HandshakeResponse41 behind its fixed part. It must survive any
// bytes, as nobody is authenticated yet.
func parseLogin(flags uint32, rest []byte) (l login, err error) {
	ok := true
	text := func() string {
		s, after, found := bytes.Cut(rest, []byte{0})
		ok, rest = ok && found, after
		return string(s)
	}
	l.user = text()
	if len(rest) == 0 || len(rest) <= int(rest[0]) {
		return l, errHandshake()
	}
	l.scramble, rest = rest[1:1+int(rest[0])], rest[1+int(rest[0]):]
	if flags&mysql.CLIENT_CONNECT_WITH_DB != 0 {
		l.database = text()
	}
	if flags&mysql.CLIENT_PLUGIN_AUTH != 0 {
		l.plugin = text()
	}
	if !ok {
		return l, errHandshake()
	}
	return l, nil
}

// switchPlugin asks a client for the one method that the stand-in has.
func (w *wire) switchPlugin(salt []byte) ([]byte, error) {
	data := append(make([]byte, 4), mysql.EOF_HEADER)
	data = append(append(data, mysql.AUTH_NATIVE_PASSWORD...), 0)
	data = append(append(data, salt...), 0)
	if err := w.WritePacket(data); err != nil {
		return nil, errGone
	}
	answer, err := w.ReadPacket()
	if err != nil {
		return nil, errGone
	}
	return answer, nil
}

// send writes the answer to a command: rows, an error, or the number of rows touched.
func (w *wire) send(a answer, err error) error {
	switch {
	case err != nil:
		return w.sendError(err)
	case a.columns != nil:
		return w.sendRows(a)
	}
	data := append(make([]byte, 4), mysql.OK_HEADER)
	data = append(data, mysql.PutLengthEncodedInt(uint64(a.touched))...)
	data = append(data, 0) // no insert id
	data = binary.LittleEndian.AppendUint16(data, mysql.SERVER_STATUS_AUTOCOMMIT)
	return w.WritePacket(append(data, 0, 0))
}

func (w *wire) sendError(err error) error {
	var e *mysql.MyError
	if !errors.As(err, &e) {
		e = mysql.NewError(mysql.ER_UNKNOWN_ERROR, err.Error())
	}
	data := append(make([]byte, 4), mysql.ERR_HEADER)
	data = binary.LittleEndian.AppendUint16(data, e.Code)
	data = append(append(data, '#'), e.State...)
	return w.WritePacket(append(data, e.Message...))
}

// sendRows sends a text result set. All columns are strings to the client, who converts them.
// CLIENT_DEPRECATE_EOF is not among the capabilities, so columns and rows each end with an EOF
// packet.
func (w *wire) sendRows(a answer) error {
	count := mysql.PutLengthEncodedInt(uint64(len(a.columns)))
	if err := w.WritePacket(append(make([]byte, 4), count...)); err != nil {
		return err
	}
	for _, name := range a.columns {
		field := mysql.Field{Name: []byte(name), Charset: utf8mb4General,
			Type: mysql.MYSQL_TYPE_VAR_STRING}
		if err := w.WritePacket(append(make([]byte, 4), field.Dump()...)); err != nil {
			return err
		}
	}
	if err := w.sendEOF(); err != nil {
		return err
	}
	var data []byte
	for _, row := range a.rows {
		data = append(data[:0], 0, 0, 0, 0)
		for _, v := range row {
			data = appendValue(data, v)
		}
		if err := w.WritePacket(data); err != nil {
			return err
		}
	}
	return w.sendEOF()
}

func appendValue(data []byte, v Value) []byte {
	if v.Null {
		return append(data, 0xfb)
	}
	data = append(data, mysql.PutLengthEncodedInt(uint64(len(v.Text)))...)
	return append(data, v.Text...)
}

func (w *wire) sendEOF() error {
	data := append(make([]byte, 4), mysql.EOF_HEADER, 0, 0)
	return w.WritePacket(binary.LittleEndian.AppendUint16(data, mysql.SERVER_STATUS_AUTOCOMMIT))
}
