package caller

import (
	"net/http"
	"strings"
)

// Under serves what stands beneath base as h does at the root. The root of it,
// asked for without its slash, leads to the one with it: what h itself would lead
// to lies outside of base.
func Under(base, root string, h http.Handler) http.Handler {
	below := http.StripPrefix(base, h)
	whole := base + strings.TrimSuffix(root, "/")
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if base == "" || r.URL.Path != whole {
			below.ServeHTTP(w, r)
			return
		}
		to := *r.URL
		to.Scheme, to.Host, to.Path, to.RawPath = "", "", whole+"/", ""
		w.Header().Set("Location", to.String())
		w.WriteHeader(http.StatusTemporaryRedirect)
	})
}
