// Package udf has the Go function of the recipe of functions.
package udf

import "strconv"

// ToFahr is a temperature in degrees of Fahrenheit; what is no number counts as 0.
func ToFahr(celsius string) float32 {
	c, _ := strconv.ParseFloat(celsius, 64)
	return float32(c*9/5 + 32)
}
