package job

import (
	"fmt"
	"runtime/debug"
)

// printVersion prints the hash of the script and the modules that are linked in.
func printVersion(spec *Spec) {
	fmt.Printf("%s query %s\n", spec.Name, spec.Query)
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return
	}
	fmt.Println(info.GoVersion)
	for _, m := range info.Deps {
		fmt.Println(m.Path, m.Version)
	}
}
