package one

func F(s string) string { return s }
