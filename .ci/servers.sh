#!/bin/bash
# Unpacks the real servers that tests use into .cache/: MariaDB from Debian packages (no root
# needed) and Apache Kafka from Maven. Does nothing for what is already there; prints the versions.
# The Go package cmd/flinkc/demo/servers starts what this script unpacks.
set -euo pipefail
cd "$(dirname "$0")/.."

KAFKA_VERSION=${KAFKA_VERSION:-4.1.0}
cache=$PWD/.cache
mkdir -p "$cache"

fail() {
  echo "servers.sh: $*" >&2
  exit 1
}

# What a server prints as its version proves that it starts, shared libraries included.
mariadb_version() {
  LD_LIBRARY_PATH=$(mariadb_libs "$1") "$1/usr/sbin/mariadbd" --no-defaults --version |
    sed -n 's/.*Ver \([0-9][0-9.]*\).*/\1/p'
}

mariadb_libs() {
  find "$1/usr/lib" "$1/lib" -maxdepth 1 -type d -printf '%p:' 2>/dev/null || true
}

apt_lists() {
  if apt-cache show mariadb-server-core >/dev/null 2>&1; then return; fi
  [ "$(id -u)" = 0 ] || fail "package lists are missing; run 'apt-get update' as root once"
  apt-get update -qq
  apt-cache show mariadb-server-core >/dev/null 2>&1 ||
    fail "no package mariadb-server-core in the configured Debian sources"
}

# Packages are downloaded as the calling user, since apt's own sandbox user may not read the folder.
fetch_debs() {
  (cd "$1" && apt-get -q=2 -o APT::Sandbox::User="$(id -un)" download "${@:2}")
}

unpack_debs() {
  local deb
  for deb in "$1"/*.deb; do dpkg -x "$deb" "$2"; done
  rm -f "$1"/*.deb
}

# The C library and its kin must be the machine's own: a second libc would not match its loader.
library_packages() {
  apt-cache depends --no-recommends --no-suggests --no-conflicts --no-breaks --no-replaces \
    --no-enhances mariadb-server-core |
    sed -n 's/^ *Depends: \(lib[^ :]*\).*/\1/p' | grep -vxE 'libc6|libgcc-s1|libcrypt1' | sort -u
}

# grep reads to the end (no -q): ldd would end by a broken pipe, and pipefail would take that for
# "nothing is missing".
lacks_libraries() {
  LD_LIBRARY_PATH=$(mariadb_libs "$1") ldd "$1/usr/sbin/mariadbd" | grep 'not found' >/dev/null
}

install_mariadb() {
  local work=$cache/mariadb.new
  rm -rf "$work" && mkdir -p "$work/debs" "$work/root"
  apt_lists
  fetch_debs "$work/debs" mariadb-server-core
  unpack_debs "$work/debs" "$work/root"
  if lacks_libraries "$work/root"; then
    # shellcheck disable=SC2046 # one word a package is meant
    fetch_debs "$work/debs" $(library_packages)
    unpack_debs "$work/debs" "$work/root"
  fi
  [ -n "$(mariadb_version "$work/root")" ] || fail "the unpacked mariadbd does not start"
  rm -rf "$cache/mariadb" && mv "$work/root" "$cache/mariadb" && rm -rf "$work"
}

write_pom() {
  cat >"$1" <<POM
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>flinkc</groupId><artifactId>servers</artifactId><version>1</version>
  <dependencies>
    <dependency><groupId>org.apache.kafka</groupId><artifactId>kafka_2.13</artifactId>
      <version>$KAFKA_VERSION</version></dependency>
    <dependency><groupId>org.apache.kafka</groupId><artifactId>kafka-tools</artifactId>
      <version>$KAFKA_VERSION</version></dependency>
  </dependencies>
</project>
POM
}

kafka_version() {
  basename "$1"/lib/kafka_2.13-*.jar .jar 2>/dev/null | sed -n 's/^kafka_2.13-\([0-9].*\)$/\1/p'
}

install_kafka() {
  local work=$cache/kafka.new
  command -v mvn >/dev/null || fail "mvn is missing; install Maven to get Apache Kafka"
  rm -rf "$work" && mkdir -p "$work"
  write_pom "$work/pom.xml"
  mvn -q -B -f "$work/pom.xml" dependency:copy-dependencies -DoutputDirectory="$work/lib"
  [ -n "$(kafka_version "$work")" ] || fail "Maven left no Kafka jar in $work/lib"
  rm -rf "$cache/kafka" && mkdir "$cache/kafka" && mv "$work/lib" "$cache/kafka/lib"
  rm -rf "$work"
}

# Two runs at once would unpack into the same folder.
exec 9>"$cache/servers.lock"
flock 9

[ -x "$cache/mariadb/usr/sbin/mariadbd" ] || install_mariadb
[ "$(kafka_version "$cache/kafka")" = "$KAFKA_VERSION" ] || install_kafka
echo "mariadb $(mariadb_version "$cache/mariadb")"
echo "kafka $(kafka_version "$cache/kafka")"
