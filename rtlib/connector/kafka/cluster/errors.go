package cluster

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"syscall"

	"github.com/flinkc/flinkc/rtlib/connector/kafka/wire"
)

// Error is a failure to talk to a broker. Final says that trying again cannot help: a wrong
// password, an unknown host, a broker that is too old.
type Error struct {
	Addr  string
	Text  string // with the cure, without the address
	Final bool
	Err   error
}

// Error names the broker.
func (e *Error) Error() string { return fmt.Sprintf("broker %s: %s", e.Addr, e.Text) }

// Unwrap returns the cause.
func (e *Error) Unwrap() error { return e.Err }

// IsFinal reports whether err is one that trying again cannot cure.
func IsFinal(err error) bool {
	var e *Error
	return errors.As(err, &e) && e.Final
}

func errPassword(addr, user, mechanism string, err error) error {
	return &Error{Addr: addr, Final: true, Err: err, Text: fmt.Sprintf(
		"user %q is refused (%s); check user and password in properties.sasl.jaas.config",
		user, mechanism)}
}

func errMechanism(addr, mechanism string, err error) error {
	return &Error{Addr: addr, Final: true, Err: err, Text: fmt.Sprintf(
		"SASL mechanism %s is not enabled there; set properties.sasl.mechanism to one that is",
		mechanism)}
}

func errHost(addr string, err error) error {
	host, _, _ := net.SplitHostPort(addr)
	return &Error{Addr: addr, Final: true, Err: err, Text: fmt.Sprintf(
		"unknown host %q; check properties.bootstrap.servers, and advertised.listeners of the broker",
		host)}
}

// A firewall that drops packets is the usual cause.
func errSlow(addr string, d *Dialer, err error) error {
	return &Error{Addr: addr, Err: err, Text: fmt.Sprintf(
		"no answer within %v; check address, port and firewall%s", DialTimeout, d.hint())}
}

func errVersion(addr, api string) error {
	return &Error{Addr: addr, Final: true, Text: fmt.Sprintf(
		"it does not support %s as this program speaks it; Apache Kafka 2.3 or later is needed", api)}
}

func errDial(addr string, d *Dialer, err error) error {
	e := &Error{Addr: addr, Err: err}
	var unknown x509.UnknownAuthorityError
	var name x509.HostnameError
	var record tls.RecordHeaderError
	switch {
	case errors.Is(err, syscall.ECONNREFUSED):
		e.Text = "connection refused; is a broker running there? check properties.bootstrap.servers"
	case errors.As(err, &unknown):
		e.Final = true
		e.Text = "its certificate is not signed by a known authority; " +
			"set properties.ssl.truststore.location to a PEM file that holds it"
	case errors.As(err, &name):
		e.Final = true
		e.Text = fmt.Sprintf("its certificate is for another name: %v", name)
	case errors.As(err, &record):
		e.Final = true
		e.Text = "it does not speak TLS on this port; check properties.security.protocol"
	case closed(err):
		e.Text = "it closed the connection; check properties.security.protocol" + d.hint()
	default:
		e.Text = err.Error()
	}
	return e
}

// hint guesses at a listener that wants what the dialer does not do. Brokers do not say so
// themselves: a TLS port closes a plain connection, or waits for ever.
func (d *Dialer) hint() string {
	switch {
	case d.TLS == nil && d.SASL == nil:
		return " (PLAINTEXT is used; does this port want SSL or SASL?)"
	case d.TLS == nil:
		return " (SASL_PLAINTEXT is used; does this port want SASL_SSL?)"
	}
	return ""
}

func closed(err error) bool {
	return errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) ||
		errors.Is(err, syscall.ECONNRESET) || errors.Is(err, os.ErrDeadlineExceeded) ||
		errors.Is(err, context.DeadlineExceeded)
}

func errTopic(topic string, code wire.Code) error {
	return fmt.Errorf("topic %q: %w", topic, code)
}

func errPartition(topic string, id int32, code wire.Code) error {
	return fmt.Errorf("topic %q partition %d: %w", topic, id, code)
}

func errGroup(group string, code wire.Code) error {
	return fmt.Errorf("group %q: %w", group, code)
}

var errNoBroker = errors.New("no broker is known")

func errUnanswered(what string) error {
	return fmt.Errorf("the broker's answer does not contain %s", what)
}
