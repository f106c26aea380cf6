package main

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/x509"
	"crypto/x509/pkix"
	"database/sql"
	"encoding/pem"
	"math/big"
	"net"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/flinkc/flinkc/cmd/flinkc/demo/servers"
	"github.com/flinkc/flinkc/cmd/flinkc/demo/standin"
)

const tlsScript = `CREATE TABLE few (k STRING, n BIGINT, PRIMARY KEY (k) NOT ENFORCED) WITH (
  'connector' = 'jdbc', 'url' = 'jdbc:mysql://URL', 'table-name' = 'few',
  'username' = 'u', 'password' = 'p');
INSERT INTO few VALUES ('NAME', 1);
`

// TestJDBCTLS: what the parameters of a url say about TLS, on a MariaDB that admits the user with
// TLS only and whose certificate is its own authority, for 127.0.0.1; and on a server without TLS.
func TestJDBCTLS(t *testing.T) {
	certificate, key := selfSigned(t)
	maria := servers.MariaDB(t, "--ssl-cert="+certificate, "--ssl-key="+key)
	db := adminOf(t, maria)
	_, port, _ := net.SplitHostPort(maria.Addr())
	const untrusted = "certificate signed by unknown authority"
	tests := []struct {
		name, url       string
		fails, distrust string // parts of the error, with and without trust in the authority
	}{
		{"off", maria.Addr() + "/flink", "refuses user u", "refuses user u"},
		{"disabled", maria.Addr() + "/flink?sslMode=DISABLED", "refuses user u", "refuses user u"},
		{"preferred", maria.Addr() + "/flink?useSSL=true", "", ""},
		{"required", maria.Addr() + "/flink?requireSSL=true", "", ""},
		{"verified", maria.Addr() + "/flink?sslMode=VERIFY_IDENTITY&useSSL=true", "", untrusted},
		{"authority", maria.Addr() + "/flink?sslMode=VERIFY_CA", "", untrusted},
		{"other-host", "localhost:" + port + "/flink?sslMode=VERIFY_IDENTITY", "wanted to match localhost",
			"have SSL_CERT_FILE name a file"},
		{"preferred-plain", plainServer(t) + "/flink?useSSL=true", "", ""},
		{"required-plain", plainServer(t) + "/flink?requireSSL=true", "does not support TLS",
			"does not support TLS"},
	}
	var cases []*goldenCase
	want := map[string][2]string{}
	for _, tt := range tests {
		script := strings.NewReplacer("URL", tt.url, "NAME", tt.name).Replace(tlsScript)
		c := oddCaseOf(t, "tls-"+tt.name, script)
		if !c.checkRefusal(t) {
			return
		}
		cases = append(cases, c.goldenCase)
		want[c.name] = [2]string{tt.fails, tt.distrust}
	}
	program := buildCases(t, "odd", cases)
	run := func(which int) {
		runCases(t, program, cases, way{parallelism: 1}, func(c *goldenCase, got caseResult) {
			part := want[c.name][which]
			if (got.Code != 0) != (part != "") || !strings.Contains(got.Error, part) {
				t.Errorf("%s: code %d, error %q, want %q", c.name, got.Code, got.Error, part)
			}
		})
	}
	t.Setenv("SSL_CERT_FILE", filepath.Join(t.TempDir(), "none"))
	run(1)
	if got := keysOf(t, db); got != "preferred required" {
		t.Errorf("without trust %q were written", got)
	}
	t.Setenv("SSL_CERT_FILE", certificate)
	run(0)
	if got := keysOf(t, db); got != "authority preferred required verified" {
		t.Errorf("with trust %q were written", got)
	}
}

// selfSigned makes a certificate for 127.0.0.1 and returns the files with it and its key.
func selfSigned(t *testing.T) (certificate, key string) {
	t.Helper()
	private, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	template := &x509.Certificate{SerialNumber: big.NewInt(1), Subject: pkix.Name{CommonName: "test"},
		NotBefore: time.Now().Add(-time.Hour), NotAfter: time.Now().Add(time.Hour),
		IPAddresses: []net.IP{net.IPv4(127, 0, 0, 1)},
		IsCA:        true, BasicConstraintsValid: true}
	signed, err := x509.CreateCertificate(rand.Reader, template, template, private.Public(), private)
	if err != nil {
		t.Fatal(err)
	}
	encoded, err := x509.MarshalPKCS8PrivateKey(private)
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	certificate, key = filepath.Join(dir, "certificate.pem"), filepath.Join(dir, "key.pem")
	writeFile(t, certificate, pemText("CERTIFICATE", signed))
	writeFile(t, key, pemText("PRIVATE KEY", encoded))
	return certificate, key
}

func pemText(kind string, b []byte) string {
	return string(pem.EncodeToMemory(&pem.Block{Type: kind, Bytes: b}))
}

// adminOf makes the table and the user, and returns a connection.
func adminOf(t *testing.T, maria *servers.MariaDBServer) *sql.DB {
	t.Helper()
	db, err := sql.Open("mysql", "root@tcp("+maria.Addr()+")/")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = db.Close() })
	for _, q := range []string{"CREATE DATABASE flink CHARACTER SET utf8mb4",
		"CREATE TABLE flink.few (k VARCHAR(20) NOT NULL PRIMARY KEY, n BIGINT) ENGINE = InnoDB",
		"CREATE USER u@'%' IDENTIFIED BY 'p' REQUIRE SSL", "GRANT ALL ON flink.* TO u@'%'"} {
		if _, err := db.Exec(q); err != nil {
			t.Fatalf("%v\n%s", err, q)
		}
	}
	return db
}

// plainServer is the address of a server without TLS.
func plainServer(t *testing.T) string {
	t.Helper()
	s, err := standin.Start(standin.Config{User: "u", Password: "p", Database: "flink"})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	if err := s.CreateTable(standin.Table{Name: "few", Key: []string{"k"}, Columns: []standin.Column{
		{Name: "k", Type: "varchar(20)"}, {Name: "n", Type: "bigint"}}}); err != nil {
		t.Fatal(err)
	}
	return s.Addr()
}

func keysOf(t *testing.T, db *sql.DB) string {
	t.Helper()
	var keys sql.NullString
	row := db.QueryRow("SELECT GROUP_CONCAT(k ORDER BY k SEPARATOR ' ') FROM flink.few")
	if err := row.Scan(&keys); err != nil {
		t.Fatal(err)
	}
	return keys.String
}
