package servers

import (
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"time"
)

// KafkaServer is a one-node Apache Kafka (KRaft) on loopback.
type KafkaServer struct {
	// Bootstrap is host:port for clients.
	Bootstrap string
	// Secured is host:port of a listener that wants KafkaUser and KafkaPassword by PLAIN, SCRAM-SHA-256
	// or SCRAM-SHA-512.
	Secured string

	lib string
	dir string
	run *process
}

// Who may come in at the secured listener.
const (
	KafkaUser     = "alice"
	KafkaPassword = "right"
)

// StartKafka makes an empty broker with its data in dir and waits until it answers.
func StartKafka(dir string) (*KafkaServer, error) {
	lib, err := cached("kafka", "lib")
	if err != nil {
		return nil, err
	}
	ports, err := freePorts(3)
	if err != nil {
		return nil, err
	}
	s := &KafkaServer{Bootstrap: fmt.Sprintf("127.0.0.1:%d", ports[0]),
		Secured: fmt.Sprintf("127.0.0.1:%d", ports[2]), lib: lib, dir: dir}
	if err := s.configure(ports[1]); err != nil {
		return nil, err
	}
	return s, s.Start()
}

// KafkaVersion returns the version of the unpacked broker, "4.1.0".
func KafkaVersion() (string, error) {
	lib, err := cached("kafka", "lib")
	if err != nil {
		return "", err
	}
	jars, _ := filepath.Glob(filepath.Join(lib, "kafka_2.13-*.jar")) // fails only for a bad pattern
	if len(jars) == 0 {
		return "", fmt.Errorf("kafka: %w", ErrMissing)
	}
	_, version, _ := strings.Cut(filepath.Base(jars[0]), "-")
	return strings.TrimSuffix(version, ".jar"), nil
}

// Start starts the broker again after Stop or Kill, with the same data and port.
func (s *KafkaServer) Start() error {
	run, err := start(s.dir, s.java("kafka.Kafka", s.properties()))
	if err != nil {
		return err
	}
	s.run = run
	return run.waitReady(s.answers)
}

// Stop shuts the broker down in good order.
func (s *KafkaServer) Stop() { s.run.end(syscall.SIGTERM) }

// Kill ends the broker as a crash would.
func (s *KafkaServer) Kill() { s.run.end(syscall.SIGKILL) }

func (s *KafkaServer) properties() string { return filepath.Join(s.dir, "server.properties") }

// The classes are run directly: Kafka's own scripts want bash and set a heap of a gigabyte.
func (s *KafkaServer) java(class string, args ...string) *exec.Cmd {
	fixed := []string{"-Xmx512m", "-Xss1m", "-cp", filepath.Join(s.lib, "*"), class}
	return exec.Command("java", append(fixed, args...)...)
}

// One node cannot keep three replicas, and a group's first member should not wait three seconds for
// others to come.
const kafkaProperties = `process.roles=broker,controller
node.id=1
controller.quorum.bootstrap.servers=127.0.0.1:%[2]d
listeners=PLAINTEXT://%[1]s,SECURED://%[4]s,CONTROLLER://127.0.0.1:%[2]d
advertised.listeners=PLAINTEXT://%[1]s,SECURED://%[4]s,CONTROLLER://127.0.0.1:%[2]d
inter.broker.listener.name=PLAINTEXT
controller.listener.names=CONTROLLER
listener.security.protocol.map=CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT,SECURED:SASL_PLAINTEXT
sasl.enabled.mechanisms=PLAIN,SCRAM-SHA-256,SCRAM-SHA-512
listener.name.secured.plain.sasl.jaas.config=%[5]s.plain.PlainLoginModule required user_%[6]s="%[7]s";
listener.name.secured.scram-sha-256.sasl.jaas.config=%[5]s.scram.ScramLoginModule required;
listener.name.secured.scram-sha-512.sasl.jaas.config=%[5]s.scram.ScramLoginModule required;
log.dirs=%[3]s
offsets.topic.num.partitions=1
offsets.topic.replication.factor=1
transaction.state.log.num.partitions=1
transaction.state.log.replication.factor=1
transaction.state.log.min.isr=1
group.initial.rebalance.delay.ms=0
`

func (s *KafkaServer) configure(controller int) error {
	text := fmt.Sprintf(kafkaProperties, s.Bootstrap, controller, filepath.Join(s.dir, "data"),
		s.Secured, "org.apache.kafka.common.security", KafkaUser, KafkaPassword)
	if err := os.WriteFile(s.properties(), []byte(text), 0o600); err != nil {
		return err
	}
	// The id is 16 bytes in base 64; any will do for a cluster of one.
	args := []string{"format", "--standalone", "-t", "ZmxpbmtjLXRlc3QtMDAwMQ", "-c", s.properties()}
	for _, mechanism := range []string{"SCRAM-SHA-256", "SCRAM-SHA-512"} {
		args = append(args, "--add-scram",
			fmt.Sprintf("%s=[name=%s,password=%s]", mechanism, KafkaUser, KafkaPassword))
	}
	out, err := s.java("kafka.tools.StorageTool", args...).CombinedOutput()
	if err != nil {
		return fmt.Errorf("kafka.tools.StorageTool: %w\n%s", err, out[max(0, len(out)-shownLog):])
	}
	return nil
}

// apiVersions is an ApiVersions request, version 0, without a client id: the one request that any
// broker answers before all others.
const apiVersions = "\x00\x00\x00\x0a" + "\x00\x12" + "\x00\x00" + "\x00\x00\x00\x01" + "\xff\xff"

// An open port is not enough: the broker accepts connections some time before it serves them.
func (s *KafkaServer) answers() error {
	conn, err := net.DialTimeout("tcp", s.Bootstrap, time.Second)
	if err != nil {
		return err
	}
	defer conn.Close()
	_ = conn.SetDeadline(time.Now().Add(2 * time.Second))
	if _, err := conn.Write([]byte(apiVersions)); err != nil {
		return err
	}
	_, err = conn.Read(make([]byte, 1))
	return err
}
