// Package value holds the values that Go has no type for: 128-bit decimals, timestamps, and their
// text and binary forms; and the texts of integers and floating-point numbers.
package value
