package main

import (
	"errors"
	"fmt"
)

var errNoOutput = errors.New("want -o FILE or -kafka HOST:PORT, or both")

func errFrame(frame string) error {
	return fmt.Errorf("-frame %s: want %s or %s", frame, frameLength, frameNewline)
}

func errTopic(topic, broker string, err error) error {
	return fmt.Errorf("topic %s at %s: %w", topic, broker, err)
}
