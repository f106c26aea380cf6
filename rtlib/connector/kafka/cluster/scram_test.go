package cluster

import (
	"context"
	"crypto/sha256"
	"testing"
)

// The exchange of RFC 7677, section 3.
func TestScramVector(t *testing.T) {
	x := &exchange{scram: &scram{"SCRAM-SHA-256", sha256.New, "user", "pencil"},
		nonce: "rOprNGfwEbeRWgbNEkqO", first: "n=user,r=rOprNGfwEbeRWgbNEkqO"}
	const server = "r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096"
	const want = "c=biws,r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0," +
		"p=dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ="
	done, got, err := x.Next(context.Background(), []byte(server))
	if done || err != nil || string(got) != want {
		t.Fatalf("got %q, %v, want %q", got, err, want)
	}
	for final, ok := range map[string]bool{
		"v=6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4=": true,
		"v=7rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4=": false,
		"e=invalid-proof": false, "": false,
	} {
		if _, _, err := x.Next(context.Background(), []byte(final)); (err == nil) != ok {
			t.Errorf("%q: error %v", final, err)
		}
	}
}

func TestScramRefuses(t *testing.T) {
	for name, server := range map[string]string{
		"foreign nonce":    "r=other,s=W22Z,i=4096",
		"no nonce of its":  "r=mine,s=W22Z,i=4096",
		"few iterations":   "r=mine1,s=W22Z,i=1",
		"many iterations":  "r=mine1,s=W22Z,i=2000000000",
		"no base64":        "r=mine1,s=?,i=4096",
		"too short":        "r=mine1",
		"wrong attributes": "x=mine1,s=W22Z,i=4096",
	} {
		x := &exchange{scram: &scram{"SCRAM-SHA-256", sha256.New, "u", "p"}, nonce: "mine"}
		if _, _, err := x.Next(context.Background(), []byte(server)); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}
