package fetch

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"io"
	"mime"
	"net"
	"net/http"
	"net/textproto"
	"net/url"
	"strings"
	"syscall"
	"time"

	"code.dny.dev/ssrf"

	"nutgraf"
	"nutgraf/internal/intake/warc"
)

// worded says in plain words why there is no answer.
func worded(err error, timeout time.Duration) error {
	var at *url.Error
	if errors.As(err, &at) {
		err = at.Err
	}
	var name *net.DNSError
	var cert *tls.CertificateVerificationError
	var plainText tls.RecordHeaderError
	var waits interface{ Timeout() bool }
	switch {
	case errors.Is(err, context.Canceled):
		return context.Canceled
	case errors.Is(err, ssrf.ErrProhibitedIP), errors.Is(err, ssrf.ErrProhibitedNetwork):
		return fmt.Errorf("%w: a private or special address; --allow-private lets it", nutgraf.ErrForbidden)
	case errors.As(err, &cert):
		return fmt.Errorf("%w: its certificate cannot be trusted: %s", nutgraf.ErrForbidden, certificate(cert.Err))
	case errors.As(err, &plainText):
		return fmt.Errorf("%w: it does not speak TLS", nutgraf.ErrFormat)
	case errors.As(err, &name) && name.IsNotFound:
		return fmt.Errorf("%w: no host of this name", nutgraf.ErrNotFound)
	case errors.Is(err, context.DeadlineExceeded), errors.As(err, &waits) && waits.Timeout():
		return fmt.Errorf("no whole answer within %s", timeout)
	case errors.Is(err, syscall.ECONNREFUSED):
		return errors.New("the server refuses connections")
	case errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, io.EOF), errors.Is(err, syscall.ECONNRESET):
		return fmt.Errorf("%w: the answer broke off", nutgraf.ErrFormat)
	}
	return fmt.Errorf("no answer: %s", strings.Join(strings.Fields(err.Error()), " "))
}

func certificate(err error) string {
	var unknown x509.UnknownAuthorityError
	var host x509.HostnameError
	var invalid x509.CertificateInvalidError
	switch {
	case errors.As(err, &unknown):
		return "its issuer is not known"
	case errors.As(err, &host):
		return "it is for another host"
	case errors.As(err, &invalid) && invalid.Reason == x509.Expired:
		return "it has expired or is not valid yet"
	}
	return strings.TrimPrefix(err.Error(), "x509: ")
}

// refused is the error of an answer that brings nothing.
func refused(status int) error {
	said := strings.TrimSpace(fmt.Sprintf("%d %s", status, http.StatusText(status)))
	switch status {
	case http.StatusOK, http.StatusNonAuthoritativeInfo:
		return nil
	case http.StatusNotFound, http.StatusGone:
		return fmt.Errorf("%w: the server answers %s", nutgraf.ErrNotFound, said)
	case http.StatusUnauthorized, http.StatusPaymentRequired, http.StatusForbidden, http.StatusUnavailableForLegalReasons:
		return fmt.Errorf("%w: the server answers %s", nutgraf.ErrForbidden, said)
	}
	return fmt.Errorf("the server answers %s", said)
}

// readable refuses media that hold no article, before they are read.
func readable(contentType string) error {
	media := mediaType(contentType)
	kind, _, _ := strings.Cut(media, "/")
	switch {
	case kind == "image", kind == "video", kind == "audio", kind == "font", media == "application/pdf",
		media == "text/css", strings.HasSuffix(media, "javascript"):
		return fmt.Errorf("%w: %.40q, not a page", nutgraf.ErrFormat, media)
	}
	return nil
}

func mediaType(contentType string) string {
	media, _, err := mime.ParseMediaType(contentType)
	if err != nil {
		media, _, _ = strings.Cut(strings.ToLower(contentType), ";")
	}
	return strings.TrimSpace(media)
}

// Page reports whether the capture says that it is a page.
func (c *Capture) Page() bool {
	media := mediaType(c.Header.Get("Content-Type"))
	return media == "text/html" || media == "application/xhtml+xml"
}

// Item makes an Item of a page.
func (c *Capture) Item() *nutgraf.Item {
	_, params, err := mime.ParseMediaType(c.Header.Get("Content-Type"))
	charset := params["charset"]
	if err != nil {
		charset = ""
	}
	return &nutgraf.Item{
		ID: c.Asked, Name: c.Asked, URL: c.URL, Media: nutgraf.MediaHTML, Body: c.Body, Charset: charset,
		Captured: c.At.Truncate(time.Second), Derived: true, Web: c.Web(),
	}
}

// Resolve makes an address that the capture names a full one; empty when it is
// none that can be fetched.
func (c *Capture) Resolve(href string) string {
	base, err := url.Parse(c.URL)
	if err != nil {
		return ""
	}
	to, err := base.Parse(strings.TrimSpace(href))
	if err == nil {
		to, err = parse(to.String())
	}
	if err != nil {
		return ""
	}
	return to.String()
}

// Web is what the server said of the capture.
func (c *Capture) Web() *nutgraf.Web {
	return &nutgraf.Web{
		ETag: c.Header.Get("Etag"), Modified: c.Header.Get("Last-Modified"),
		Usage: warc.Usage(textproto.MIMEHeader(c.Header), c.Body),
	}
}
