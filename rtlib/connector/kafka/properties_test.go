package kafka

import (
	"strings"
	"testing"
	"time"
)

func TestSetProperty(t *testing.T) {
	var c Config
	for key, value := range map[string]string{
		"group.id": "g", "client.id": "me", "fetch.max.wait.ms": "250", "fetch.max.bytes": "1000",
		"fetch.min.bytes": "9", "max.partition.fetch.bytes": "500", "request.timeout.ms": "3000",
		"auto.offset.reset": "Latest", "isolation.level": "read_uncommitted",
		"security.protocol": "SASL_SSL", "sasl.mechanism": "SCRAM-SHA-512",
		"sasl.jaas.config": `org.apache.kafka.common.security.scram.ScramLoginModule required ` +
			`username="al\"ice" password='a;b c' ;`,
		"ssl.endpoint.identification.algorithm": "", "ssl.truststore.location": "/ca.pem",
	} {
		if known, err := c.SetProperty(key, value); !known || err != nil {
			t.Errorf("%s: %v, %v", key, known, err)
		}
	}
	s := c.Properties.Security
	if c.Group != "g" || c.Reset != ResetLatest || c.Isolation != ReadUncommitted ||
		c.Properties.MaxWait != 250*time.Millisecond || c.Properties.Timeout != 3*time.Second ||
		c.Properties.MaxBytes != 1000 || c.Properties.PartitionBytes != 500 || c.Properties.MinBytes != 9 {
		t.Errorf("got %+v", c)
	}
	if !s.TLS || s.Mechanism != "SCRAM-SHA-512" || s.User != `al"ice` || s.Password != "a;b c" ||
		!s.AnyName || s.CAFile != "/ca.pem" {
		t.Errorf("got %+v", s)
	}
	if known, err := c.SetProperty("zookeeper.connect", "x"); known || err != nil {
		t.Errorf("an unknown key gives %v, %v", known, err)
	}
}

func TestSetPropertyErrors(t *testing.T) {
	for key, value := range map[string]string{
		"auto.offset.reset": "sometimes", "isolation.level": "x", "security.protocol": "HTTP",
		"sasl.mechanism": "GSSAPI", "fetch.max.bytes": "-1", "fetch.min.bytes": "99999999999",
		"fetch.max.wait.ms": "soon",
	} {
		var c Config
		_, err := c.SetProperty(key, value)
		wantError(t, err, "properties."+key, value)
	}
}

// The line holds the password, so no error may show any of it.
func TestJaasErrorsHideThePassword(t *testing.T) {
	for _, line := range []string{
		"", "Module", "Module required", `Module required password="secret";`,
		`Module required username="u" password="secret`, "Module required username",
		`Module optional password="secret";`,
	} {
		var c Config
		_, err := c.SetProperty("sasl.jaas.config", line)
		wantError(t, err, "properties.sasl.jaas.config")
		if err != nil && strings.Contains(err.Error(), "secret") {
			t.Errorf("%q: the error shows the password: %v", line, err)
		}
	}
}

func TestBackoffIsBounded(t *testing.T) {
	for n := range 100 {
		if d := backoff(n); d <= 0 || d > maxPause {
			t.Errorf("backoff(%d) = %v", n, d)
		}
	}
}
