package cli

import (
	"bytes"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/x509"
	"encoding/pem"
	"log/slog"
	"math/big"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// write makes a certificate that is valid until a time, and its key.
func write(t *testing.T, cert, key string, until time.Time) {
	t.Helper()
	k, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	of := &x509.Certificate{SerialNumber: big.NewInt(until.UnixNano()), NotBefore: until.AddDate(-1, 0, 0), NotAfter: until}
	der, err := x509.CreateCertificate(rand.Reader, of, of, &k.PublicKey, k)
	if err != nil {
		t.Fatal(err)
	}
	raw, err := x509.MarshalECPrivateKey(k)
	if err != nil {
		t.Fatal(err)
	}
	for name, b := range map[string]*pem.Block{cert: {Type: "CERTIFICATE", Bytes: der}, key: {Type: "EC PRIVATE KEY", Bytes: raw}} {
		if err := os.WriteFile(name, pem.EncodeToMemory(b), 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

// A renewed certificate is taken up; one that cannot be read, or is not valid, is
// told of once.
func TestCertificate(t *testing.T) {
	dir := t.TempDir()
	cert, key, other := filepath.Join(dir, "c.pem"), filepath.Join(dir, "k.pem"), filepath.Join(dir, "other.pem")
	write(t, other, key, time.Now().AddDate(0, 1, 0))
	write(t, cert, key, time.Now().AddDate(0, 0, -1))
	if _, err := certified(other, key, nil); err == nil || !strings.Contains(err.Error(), "the key in "+key+" is not that of the certificate in "+other) {
		t.Errorf("another's key: %v", err)
	}
	if _, err := certified(cert, cert, nil); err == nil || !strings.Contains(err.Error(), cert) {
		t.Errorf("a certificate for a key: %v", err)
	}
	var log bytes.Buffer
	c, err := certified(cert, key, slog.New(slog.NewTextHandler(&log, nil)))
	if err != nil {
		t.Fatal(err)
	}
	serial := func() string {
		for range 2 {
			if _, err := c.get(nil); err != nil {
				t.Fatal(err)
			}
		}
		return c.pair.Leaf.SerialNumber.String()
	}
	old := serial()
	said := func(words string, times int) {
		t.Helper()
		if n := strings.Count(log.String(), words); n != times {
			t.Errorf("%q is said %d times, not %d: %s", words, n, times, &log)
		}
	}
	said("not valid now", 1)
	later := time.Now().Add(time.Hour)
	if err := os.WriteFile(cert, []byte("?"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Chtimes(cert, later, later); err != nil {
		t.Fatal(err)
	}
	if serial() != old {
		t.Error("the old one serves no more")
	}
	said("cannot be read again", 1)
	write(t, cert, key, time.Now().AddDate(0, 1, 0))
	if serial() == old {
		t.Error("the old one serves on")
	}
	said("level=WARN", 2)
}
