package kafka

import (
	"crypto/tls"
	"crypto/x509"
	"os"
	"strconv"
	"strings"
	"time"

	"github.com/flinkc/flinkc/rtlib/connector/kafka/cluster"
	"github.com/segmentio/kafka-go/sasl"
	"github.com/segmentio/kafka-go/sasl/plain"
)

// Security is how connections are protected. Its zero value is plain text.
type Security struct {
	TLS bool
	// CAFile and CA hold PEM certificates of authorities, beside none of the system's. Both empty
	// means the system's.
	CAFile, CA string
	// CertFile and KeyFile, or Cert and Key, are the client's own in PEM.
	CertFile, KeyFile, Cert, Key string
	// AnyName accepts a certificate for another host name.
	AnyName bool

	Mechanism      string // "" for none, PLAIN, SCRAM-SHA-256, SCRAM-SHA-512
	User, Password string
}

// property sets what one key under properties.* says. The tables' keys are Kafka's own.
type property func(c *Config, key, value string) error

// properties lists all keys that mean something here. Keys of the Java client that only tune its
// own buffers and threads are left out: SetProperty calls them unknown, and the program runs
// without them.
func properties() map[string]property {
	return map[string]property{
		"client.id":                 text(func(c *Config) *string { return &c.Properties.ClientID }),
		"group.id":                  text(func(c *Config) *string { return &c.Group }),
		"fetch.max.wait.ms":         millis(func(p *Properties) *time.Duration { return &p.MaxWait }),
		"request.timeout.ms":        millis(func(p *Properties) *time.Duration { return &p.Timeout }),
		"fetch.min.bytes":           number(func(p *Properties) *int32 { return &p.MinBytes }),
		"fetch.max.bytes":           number(func(p *Properties) *int32 { return &p.MaxBytes }),
		"max.partition.fetch.bytes": number(func(p *Properties) *int32 { return &p.PartitionBytes }),
		"auto.offset.reset":         setReset,
		"isolation.level":           setIsolation,
		"security.protocol":         setProtocol,
		"sasl.mechanism":            setMechanism,
		"sasl.jaas.config":          setJaas,
		"ssl.keystore.location":     setKeystore,

		"ssl.truststore.location":     security(func(s *Security) *string { return &s.CAFile }),
		"ssl.truststore.certificates": security(func(s *Security) *string { return &s.CA }),

		"ssl.keystore.certificate.chain": security(func(s *Security) *string { return &s.Cert }),
		"ssl.keystore.key":               security(func(s *Security) *string { return &s.Key }),

		"ssl.endpoint.identification.algorithm": setNames,
	}
}

// SetProperty sets what the option properties.<key> says. known is false for a key that has no
// meaning here, as many of the Java client's do not; the caller decides whether to warn.
func (c *Config) SetProperty(key, value string) (known bool, err error) {
	set, known := properties()[key]
	if !known {
		return false, nil
	}
	return true, set(c, key, strings.TrimSpace(value))
}

func text(at func(*Config) *string) property {
	return func(c *Config, _, value string) error {
		*at(c) = value
		return nil
	}
}

func security(at func(*Security) *string) property {
	return text(func(c *Config) *string { return at(&c.Properties.Security) })
}

func number(at func(*Properties) *int32) property {
	return func(c *Config, key, value string) error {
		n, err := strconv.ParseInt(value, 10, 32)
		if err != nil || n < 1 {
			return errProperty(key, value, "a positive 32-bit number")
		}
		*at(&c.Properties) = int32(n)
		return nil
	}
}

func millis(at func(*Properties) *time.Duration) property {
	return func(c *Config, key, value string) error {
		n, err := strconv.ParseInt(value, 10, 31)
		if err != nil || n < 1 {
			return errProperty(key, value, "a positive number of milliseconds")
		}
		*at(&c.Properties) = time.Duration(n) * time.Millisecond
		return nil
	}
}

func setReset(c *Config, key, value string) error {
	switch strings.ToLower(value) {
	case "earliest":
		c.Reset = ResetEarliest
	case "latest":
		c.Reset = ResetLatest
	case "none":
		c.Reset = ResetNone
	default:
		return errProperty(key, value, "earliest, latest or none")
	}
	return nil
}

func setIsolation(c *Config, key, value string) error {
	switch strings.ToLower(value) {
	case "read_committed":
		c.Isolation = ReadCommitted
	case "read_uncommitted":
		c.Isolation = ReadUncommitted
	default:
		return errProperty(key, value, "read_committed or read_uncommitted")
	}
	return nil
}

func setProtocol(c *Config, key, value string) error {
	s := &c.Properties.Security
	switch strings.ToUpper(value) {
	case "PLAINTEXT", "SASL_PLAINTEXT":
		s.TLS = false
	case "SSL", "SASL_SSL":
		s.TLS = true
	default:
		return errProperty(key, value, "PLAINTEXT, SSL, SASL_PLAINTEXT or SASL_SSL")
	}
	return nil
}

func setMechanism(c *Config, _, value string) error {
	switch value {
	case "PLAIN", "SCRAM-SHA-256", "SCRAM-SHA-512":
		c.Properties.Security.Mechanism = value
		return nil
	}
	return errMechanism(value)
}

// setKeystore takes a PEM file that holds both certificate and key, as Kafka does.
func setKeystore(c *Config, _, value string) error {
	c.Properties.Security.CertFile, c.Properties.Security.KeyFile = value, value
	return nil
}

func setNames(c *Config, _, value string) error {
	c.Properties.Security.AnyName = value == ""
	return nil
}

// newDialer builds the dialer that the security settings ask for. Files are read here, once: an error
// in them is one of the start, with the option's name.
func newDialer(c *Config) (*cluster.Dialer, error) {
	s := &c.Properties.Security
	d := &cluster.Dialer{ClientID: c.Properties.ClientID, User: s.User}
	var err error
	if s.TLS {
		if d.TLS, err = newTLS(s); err != nil {
			return nil, err
		}
	}
	d.SASL, err = newSASL(s)
	return d, err
}

func newSASL(s *Security) (sasl.Mechanism, error) {
	switch s.Mechanism {
	case "":
		return nil, nil
	case "PLAIN":
		return plain.Mechanism{Username: s.User, Password: s.Password}, nil
	}
	if m := cluster.Scram(s.Mechanism, s.User, s.Password); m != nil {
		return m, nil
	}
	return nil, errMechanism(s.Mechanism)
}

func newTLS(s *Security) (*tls.Config, error) {
	cfg := &tls.Config{MinVersion: tls.VersionTLS12}
	ca := []byte(s.CA)
	if s.CAFile != "" {
		var err error
		if ca, err = os.ReadFile(s.CAFile); err != nil {
			return nil, errStore("ssl.truststore.location", s.CAFile, err)
		}
	}
	if len(ca) > 0 {
		cfg.RootCAs = x509.NewCertPool()
		if !cfg.RootCAs.AppendCertsFromPEM(ca) {
			return nil, errStore("ssl.truststore.location", s.CAFile, errNotPEM)
		}
	}
	if s.AnyName {
		acceptAnyName(cfg)
	}
	return cfg, addOwn(cfg, s)
}

// addOwn adds the client's certificate, if there is one.
func addOwn(cfg *tls.Config, s *Security) error {
	var cert tls.Certificate
	var err error
	switch {
	case s.CertFile != "":
		cert, err = tls.LoadX509KeyPair(s.CertFile, s.KeyFile)
	case s.Cert != "":
		cert, err = tls.X509KeyPair([]byte(s.Cert), []byte(s.Key))
	default:
		return nil
	}
	if err != nil {
		return errStore("ssl.keystore.location", s.CertFile, err)
	}
	cfg.Certificates = append(cfg.Certificates, cert)
	return nil
}

// acceptAnyName checks the chain but not the name, which crypto/tls can only skip together.
func acceptAnyName(cfg *tls.Config) {
	cfg.InsecureSkipVerify = true //nolint:gosec // VerifyConnection checks the chain
	cfg.VerifyConnection = func(state tls.ConnectionState) error {
		opts := x509.VerifyOptions{Roots: cfg.RootCAs, Intermediates: x509.NewCertPool()}
		for _, c := range state.PeerCertificates[1:] {
			opts.Intermediates.AddCert(c)
		}
		_, err := state.PeerCertificates[0].Verify(opts)
		return err
	}
}
