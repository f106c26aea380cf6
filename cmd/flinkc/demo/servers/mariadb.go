package servers

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"time"
)

// MariaDBServer is a MariaDB on loopback. User root has no password.
type MariaDBServer struct {
	Host string
	Port int

	root     string // where the packages are unpacked
	dir      string
	settings []string
	run      *process
}

// StartMariaDB makes an empty server with its data in dir and waits until it answers. Settings are
// further arguments of mariadbd.
func StartMariaDB(dir string, settings ...string) (*MariaDBServer, error) {
	root, err := cached("mariadb")
	if err != nil {
		return nil, err
	}
	ports, err := freePorts(1)
	if err != nil {
		return nil, err
	}
	s := &MariaDBServer{Host: "127.0.0.1", Port: ports[0], root: root, dir: dir, settings: settings}
	if err := s.bootstrap(); err != nil {
		return nil, err
	}
	return s, s.Start()
}

// MariaDBVersion returns the version of the unpacked server, "10.11.19".
func MariaDBVersion() (string, error) {
	root, err := cached("mariadb")
	if err != nil {
		return "", err
	}
	out, err := (&MariaDBServer{root: root}).command("--version").Output()
	if err != nil {
		return "", err
	}
	_, version, _ := strings.Cut(string(out), "Ver ")
	version, _, _ = strings.Cut(version, "-")
	return version, nil
}

// Addr is host:port.
func (s *MariaDBServer) Addr() string { return net.JoinHostPort(s.Host, strconv.Itoa(s.Port)) }

// Pid is the server's process.
func (s *MariaDBServer) Pid() int { return s.run.cmd.Process.Pid }

// Start starts the server again after Stop or Kill, with the same data and port.
func (s *MariaDBServer) Start() error {
	cmd := s.command(append([]string{
		"--port=" + strconv.Itoa(s.Port), "--bind-address=" + s.Host,
		"--socket=" + filepath.Join(s.dir, "sock"), "--pid-file=" + filepath.Join(s.dir, "pid"),
		"--skip-name-resolve"}, s.settings...)...)
	run, err := start(s.dir, cmd)
	if err != nil {
		return err
	}
	s.run = run
	return run.waitReady(s.greets)
}

// Stop shuts the server down in good order.
func (s *MariaDBServer) Stop() { s.run.end(syscall.SIGTERM) }

// Kill ends the server as a crash would.
func (s *MariaDBServer) Kill() { s.run.end(syscall.SIGKILL) }

// command runs mariadbd with the settings common to all its runs. Small caches: many of these
// run beside each other on a developer's machine.
func (s *MariaDBServer) command(args ...string) *exec.Cmd {
	base := filepath.Join(s.root, "usr")
	fixed := []string{"--no-defaults", "--basedir=" + base,
		"--lc-messages-dir=" + filepath.Join(base, "share", "mysql"),
		"--datadir=" + filepath.Join(s.dir, "data"), "--tmpdir=" + s.dir,
		"--innodb-buffer-pool-size=64M", "--innodb-log-file-size=32M",
		"--innodb-use-native-aio=0", "--loose-performance-schema=0"}
	// mariadbd refuses to run as root unless it is told to, and containers have no other user.
	if os.Geteuid() == 0 {
		fixed = append(fixed, "--user=root")
	}
	cmd := exec.Command(filepath.Join(base, "sbin", "mariadbd"), append(fixed, args...)...)
	// Unpacked, not installed: the loader does not know where the packages' libraries are.
	cmd.Env = append(os.Environ(), "LD_LIBRARY_PATH="+s.libraries())
	return cmd
}

// libraries lists the folders of shared libraries that came with the packages.
func (s *MariaDBServer) libraries() string {
	var found []string
	for _, pattern := range []string{"usr/lib/*-linux-gnu*", "lib/*-linux-gnu*"} {
		dirs, _ := filepath.Glob(filepath.Join(s.root, pattern)) // fails only for a bad pattern
		found = append(found, dirs...)
	}
	return strings.Join(found, ":")
}

// bootstrap makes the system tables from the server's own scripts. The usual mysql_install_db is a
// shell script with paths of its own inside, which are wrong for unpacked packages.
func (s *MariaDBServer) bootstrap() error {
	if err := os.MkdirAll(filepath.Join(s.dir, "data"), 0o700); err != nil {
		return err
	}
	script := strings.NewReader("CREATE DATABASE IF NOT EXISTS mysql;\nUSE mysql;\n" +
		"SET @auth_root_socket=NULL;\nSET @skip_auth_anonymous=1;\n")
	parts := []io.Reader{script}
	for _, name := range []string{
		"mysql_system_tables.sql", "mysql_performance_tables.sql", "mysql_system_tables_data.sql",
	} {
		text, err := os.ReadFile(filepath.Join(s.root, "usr", "share", "mysql", name))
		if err != nil {
			return err
		}
		parts = append(parts, bytes.NewReader(text))
	}
	cmd := s.command("--bootstrap")
	cmd.Stdin = io.MultiReader(parts...)
	if out, err := cmd.CombinedOutput(); err != nil {
		return fmt.Errorf("mariadbd --bootstrap: %w\n%s", err, out[max(0, len(out)-shownLog):])
	}
	return nil
}

// greets connects and waits for the first byte that a MySQL server sends by itself.
func (s *MariaDBServer) greets() error {
	conn, err := net.DialTimeout("tcp", s.Addr(), time.Second)
	if err != nil {
		return err
	}
	defer conn.Close()
	_ = conn.SetDeadline(time.Now().Add(time.Second))
	packet := make([]byte, 5)
	if _, err := io.ReadFull(conn, packet); err != nil {
		return err
	}
	// Behind the packet's head of four bytes. An error packet (too many connections, shutting down)
	// has 0xff there.
	if packet[4] != 10 {
		return errors.New("not a greeting of protocol version 10")
	}
	return nil
}
