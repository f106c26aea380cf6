package browser

import (
	"fmt"
	"time"
)

func errRefused(method, why string) error { return fmt.Errorf("chromium: %s: %s", method, why) }

func errEnded(method string) error {
	return fmt.Errorf("chromium: ended before it answered %s", method)
}

func errSilent(method string) error {
	return fmt.Errorf("chromium: no answer to %s within %v", method, answerWait)
}

func errThrown(text, description string) error {
	return fmt.Errorf("the page: %s: %s", text, description)
}

func errCondition(condition string, most time.Duration, last error) error {
	if last != nil {
		return fmt.Errorf("the page: not so within %v: %s: %w", most, condition, last)
	}
	return fmt.Errorf("the page: not so within %v: %s", most, condition)
}
