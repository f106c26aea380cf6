package emit

import (
	"fmt"

	"github.com/flinkc/flinkc/typecheck/logical"
	"github.com/flinkc/flinkc/typecheck/types"
)

// errFormatType says that a format has no form for values of a type.
func errFormatType(t *logical.Table, column string, typ types.Type) error {
	return fmt.Errorf("format %s of table %q cannot hold column %q of type %s",
		t.Options.Format, t.Name, column, typ)
}
