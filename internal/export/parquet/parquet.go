// Package parquet writes rows as an Apache Parquet file, for pandas, DuckDB and
// their kin. One row group, compressed with Zstandard; strings are UTF-8.
package parquet

import (
	"io"

	"github.com/parquet-go/parquet-go"

	"nutgraf"
)

// rowsAtOnce bounds the memory of a row group.
const rowsAtOnce = 1 << 16

// Write writes rows of a struct type; the columns are its fields, named by their
// parquet tags, those of embedded structs in place.
func Write[T any](w io.Writer, rows []T) error {
	p := parquet.NewGenericWriter[T](w, parquet.Compression(&parquet.Zstd), parquet.MaxRowsPerRowGroup(rowsAtOnce),
		parquet.CreatedBy("nutgraf", nutgraf.Version, ""))
	if _, err := p.Write(rows); err != nil {
		return err
	}
	return p.Close()
}
