package main

import "github.com/flinkc/flinkc/bench/lab"

func besideFlink(l *lab.Lab) ([]Result, error)     { return nil, nil }
func besideDatabases(l *lab.Lab) ([]Result, error) { return nil, nil }
