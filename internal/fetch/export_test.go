package fetch

import (
	"net"
	"net/netip"

	"code.dny.dev/ssrf"
)

// NewAmong makes a Fetcher that asks names for addresses, and to which public
// lies outside of what is private.
func NewAmong(o Options, names *net.Resolver, public netip.Prefix) *Fetcher {
	return build(o, &net.Dialer{Resolver: names}, ssrf.New(ssrf.WithAnyPort(), ssrf.WithAllowedV4Prefixes(public)))
}
