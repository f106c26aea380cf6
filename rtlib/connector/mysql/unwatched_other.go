//go:build !linux

package mysql

import "net"

func unwatch(conn net.Conn) net.Conn { return conn }
