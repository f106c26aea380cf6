package servers

import (
	"os/exec"
	"syscall"
)

// endWithParent has the kernel kill the server when this process dies without a clean-up.
func endWithParent(cmd *exec.Cmd) {
	cmd.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL}
}
