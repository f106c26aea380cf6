// Package udf is a function package inside of flinkc's own module.
package udf

// Hello greets.
func Hello(name string) string { return "hello " + name }
