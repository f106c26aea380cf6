package cluster

import (
	"context"
	"crypto/hmac"
	"crypto/pbkdf2"
	"crypto/rand"
	"crypto/sha256"
	"crypto/sha512"
	"crypto/subtle"
	"encoding/base64"
	"errors"
	"fmt"
	"hash"
	"strconv"
	"strings"

	"github.com/segmentio/kafka-go/sasl"
)

// scram is the client's side of RFC 5802 without channel binding, for Kafka's two mechanisms. It is
// here since kafka-go's own needs three more modules for it. User and password are taken as UTF-8
// as they are: ASCII, which SASLprep leaves alone, is what brokers are tested with.
type scram struct {
	name           string
	hash           func() hash.Hash
	user, password string
}

// Scram returns the mechanism SCRAM-SHA-256 or SCRAM-SHA-512, nil for any other name.
func Scram(name, user, password string) sasl.Mechanism {
	switch name {
	case "SCRAM-SHA-256":
		return &scram{name, sha256.New, user, password}
	case "SCRAM-SHA-512":
		return &scram{name, sha512.New, user, password}
	}
	return nil
}

// Name returns the mechanism's name.
func (s *scram) Name() string { return s.name }

// gs2 says that there is no channel binding and no other identity; gs2Base64 is its base64.
const (
	gs2       = "n,,"
	gs2Base64 = "biws"
)

// Iterations that a server may ask for: RFC 7677 wants 4096 at least, and more than the upper bound
// would only burn this machine's time.
const (
	minIterations = 4096
	maxIterations = 1 << 20
)

// Start opens an exchange with a fresh nonce.
func (s *scram) Start(context.Context) (sasl.StateMachine, []byte, error) {
	nonce := rand.Text()
	user := strings.NewReplacer("=", "=3D", ",", "=2C").Replace(s.user)
	x := &exchange{scram: s, nonce: nonce, first: "n=" + user + ",r=" + nonce}
	return x, []byte(gs2 + x.first), nil
}

// exchange is one authentication.
type exchange struct {
	*scram
	nonce  string
	first  string
	server []byte // the signature that the server must show; nil before the proof was sent
}

var errScram = errors.New("the broker's SCRAM message is malformed")

// Next answers the server's first message with the proof, and checks its second.
func (x *exchange) Next(_ context.Context, challenge []byte) (bool, []byte, error) {
	if x.server != nil {
		return true, nil, x.verify(challenge)
	}
	salt, iterations, nonce, err := x.serverFirst(string(challenge))
	if err != nil {
		return false, nil, err
	}
	key, err := pbkdf2.Key(x.hash, x.password, salt, iterations, x.hash().Size())
	if err != nil {
		return false, nil, err
	}
	final := "c=" + gs2Base64 + ",r=" + nonce
	message := x.first + "," + string(challenge) + "," + final
	client := x.mac(key, "Client Key")
	stored := x.hash()
	stored.Write(client)
	proof := make([]byte, len(client))
	subtle.XORBytes(proof, client, x.mac(stored.Sum(nil), message))
	x.server = x.mac(x.mac(key, "Server Key"), message)
	return false, []byte(final + ",p=" + base64.StdEncoding.EncodeToString(proof)), nil
}

func (x *exchange) mac(key []byte, text string) []byte {
	m := hmac.New(x.hash, key)
	m.Write([]byte(text))
	return m.Sum(nil)
}

// serverFirst reads "r=nonce,s=salt,i=iterations".
func (x *exchange) serverFirst(s string) (salt []byte, iterations int, nonce string, err error) {
	parts := strings.SplitN(s, ",", 4)
	if len(parts) < 3 {
		return nil, 0, "", errScram
	}
	nonce, ok1 := strings.CutPrefix(parts[0], "r=")
	text, ok2 := strings.CutPrefix(parts[1], "s=")
	count, ok3 := strings.CutPrefix(parts[2], "i=")
	// A nonce that does not continue ours is a replayed message.
	if !ok1 || !ok2 || !ok3 || !strings.HasPrefix(nonce, x.nonce) || len(nonce) == len(x.nonce) {
		return nil, 0, "", errScram
	}
	if salt, err = base64.StdEncoding.DecodeString(text); err != nil {
		return nil, 0, "", errScram
	}
	iterations, err = strconv.Atoi(count)
	if err != nil || iterations < minIterations || iterations > maxIterations {
		return nil, 0, "", fmt.Errorf("%w: %q iterations", errScram, count)
	}
	return salt, iterations, nonce, nil
}

// verify checks that the server knows the password too.
func (x *exchange) verify(challenge []byte) error {
	text, ok := strings.CutPrefix(string(challenge), "v=")
	got, err := base64.StdEncoding.DecodeString(strings.SplitN(text, ",", 2)[0])
	if !ok || err != nil || !hmac.Equal(got, x.server) {
		return errors.New("the broker does not prove that it knows the password")
	}
	return nil
}
