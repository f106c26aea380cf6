package wire

import "fmt"

// Code is an error code of Kafka's protocol. Names, and which of them are worth trying again, are
// those of https://kafka.apache.org/protocol#protocol_error_codes.
type Code int16

// Codes that decide what happens next; the rest are only shown.
const (
	OffsetOutOfRange            Code = 1
	UnknownTopicOrPartition     Code = 3
	LeaderNotAvailable          Code = 5
	NotCoordinator              Code = 16
	InvalidTopic                Code = 17
	UnknownMemberID             Code = 25
	RebalanceInProgress         Code = 27
	TopicAuthorizationFailed    Code = 29
	GroupAuthorizationFailed    Code = 30
	ClusterAuthorizationFailed  Code = 31
	UnsupportedSASLMechanism    Code = 33
	IllegalSASLState            Code = 34
	UnsupportedVersion          Code = 35
	InvalidRequest              Code = 42
	UnsupportedForMessageFormat Code = 43
	SASLAuthenticationFailed    Code = 58
	GroupIDNotFound             Code = 69
	UnsupportedCompressionType  Code = 76
)

// Error gives Kafka's own name of the code, which is what one searches for.
func (c Code) Error() string {
	if name := c.meaning().name; name != "" {
		return fmt.Sprintf("%s (Kafka error %d)", name, int16(c))
	}
	return fmt.Sprintf("Kafka error %d", int16(c))
}

// Retriable reports whether the same request may succeed later. A code that is not known may not.
func (c Code) Retriable() bool { return c.meaning().retriable }

func (c Code) meaning() meaning {
	switch {
	case c == -1:
		return meaning{name: "UNKNOWN_SERVER_ERROR"}
	case c < 0 || int(c) >= len(meanings):
		return meaning{}
	}
	return meanings[c]
}

type meaning struct {
	name      string
	retriable bool
}

// meanings are those of the codes with which a broker may answer the requests made here. Those of
// producers, transactions, share groups and administration are left out.
var meanings = [...]meaning{
	1:   {name: "OFFSET_OUT_OF_RANGE"},
	2:   {"CORRUPT_MESSAGE", true},
	3:   {"UNKNOWN_TOPIC_OR_PARTITION", true},
	4:   {name: "INVALID_FETCH_SIZE"},
	5:   {"LEADER_NOT_AVAILABLE", true},
	6:   {"NOT_LEADER_OR_FOLLOWER", true},
	7:   {"REQUEST_TIMED_OUT", true},
	8:   {name: "BROKER_NOT_AVAILABLE"},
	9:   {"REPLICA_NOT_AVAILABLE", true},
	10:  {name: "MESSAGE_TOO_LARGE"},
	12:  {name: "OFFSET_METADATA_TOO_LARGE"},
	13:  {"NETWORK_EXCEPTION", true},
	14:  {"COORDINATOR_LOAD_IN_PROGRESS", true},
	15:  {"COORDINATOR_NOT_AVAILABLE", true},
	16:  {"NOT_COORDINATOR", true},
	17:  {name: "INVALID_TOPIC_EXCEPTION"},
	22:  {name: "ILLEGAL_GENERATION"},
	24:  {name: "INVALID_GROUP_ID"},
	25:  {name: "UNKNOWN_MEMBER_ID"},
	27:  {name: "REBALANCE_IN_PROGRESS"},
	28:  {name: "INVALID_COMMIT_OFFSET_SIZE"},
	29:  {name: "TOPIC_AUTHORIZATION_FAILED"},
	30:  {name: "GROUP_AUTHORIZATION_FAILED"},
	31:  {name: "CLUSTER_AUTHORIZATION_FAILED"},
	33:  {name: "UNSUPPORTED_SASL_MECHANISM"},
	34:  {name: "ILLEGAL_SASL_STATE"},
	35:  {name: "UNSUPPORTED_VERSION"},
	42:  {name: "INVALID_REQUEST"},
	43:  {name: "UNSUPPORTED_FOR_MESSAGE_FORMAT"},
	56:  {"KAFKA_STORAGE_ERROR", true},
	58:  {name: "SASL_AUTHENTICATION_FAILED"},
	69:  {name: "GROUP_ID_NOT_FOUND"},
	70:  {"FETCH_SESSION_ID_NOT_FOUND", true},
	71:  {"INVALID_FETCH_SESSION_EPOCH", true},
	72:  {"LISTENER_NOT_FOUND", true},
	74:  {"FENCED_LEADER_EPOCH", true},
	75:  {"UNKNOWN_LEADER_EPOCH", true},
	76:  {name: "UNSUPPORTED_COMPRESSION_TYPE"},
	78:  {"OFFSET_NOT_AVAILABLE", true},
	82:  {name: "FENCED_INSTANCE_ID"},
	88:  {"UNSTABLE_OFFSET_COMMIT", true},
	89:  {"THROTTLING_QUOTA_EXCEEDED", true},
	100: {"UNKNOWN_TOPIC_ID", true},
	103: {"INCONSISTENT_TOPIC_ID", true},
	106: {"FETCH_SESSION_TOPIC_ID_ERROR", true},
	109: {name: "OFFSET_MOVED_TO_TIERED_STORAGE"},
	110: {name: "FENCED_MEMBER_EPOCH"},
	113: {name: "STALE_MEMBER_EPOCH"},
}
