// Command load asks a running server as many readers at once would, and prints
// how long answers took. Each reader opens pages that the front page and its
// stories lead to, one after the other, and reads each for a while.
//
//	nutgraf serve --db FILE --listen 127.0.0.1:8080 &
//	go run ./bench/load -readers 200 -for 60s -reading 1s http://127.0.0.1:8080
//
// It asks addresses of this machine only, and stops by itself.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"os"
	"regexp"
	"slices"
	"sync"
	"time"

	"nutgraf/bench/clock"
)

func main() {
	readers := flag.Int("readers", 200, "`N` readers at once")
	span := flag.Duration("for", time.Minute, "for how `LONG`")
	reading := flag.Duration("reading", time.Second, "how `LONG` a reader reads a page")
	flag.Parse()
	if err := run(flag.Arg(0), *readers, min(*span, 5*time.Minute), *reading); err != nil {
		fmt.Fprintln(os.Stderr, "load:", err)
		os.Exit(1)
	}
}

// answers is what the readers have seen.
type answers struct {
	mu     sync.Mutex
	took   []time.Duration
	failed int
	first  error
}

func run(base string, readers int, span, reading time.Duration) error {
	at, err := url.Parse(base)
	if err != nil {
		return err
	}
	if host := at.Hostname(); host != "localhost" && !net.ParseIP(host).IsLoopback() {
		return errors.New("name an address of this machine, as in http://127.0.0.1:8080")
	}
	client := &http.Client{Timeout: 10 * time.Second, Transport: &http.Transport{MaxIdleConnsPerHost: readers}}
	pages, err := reachable(client, at)
	if err != nil {
		return err
	}
	var seen answers
	var all sync.WaitGroup
	end := time.Now().Add(span)
	for n := range readers {
		all.Go(func() {
			time.Sleep(time.Duration(n) * reading / time.Duration(readers)) // they do not all come at once
			for i := n; time.Now().Before(end); i++ {
				seen.ask(client, pages[i%len(pages)])
				time.Sleep(reading)
			}
		})
	}
	all.Wait()
	seen.print(readers, span, reading, len(pages))
	return seen.first
}

var link = regexp.MustCompile(`href="(/(?:story|article|name|outlet|search)[^"#]*)`)

// reachable lists the front page and what it and its first stories lead to.
func reachable(client *http.Client, at *url.URL) ([]string, error) {
	out := []string{at.String() + "/"}
	for i := 0; i < len(out) && i < 20; i++ {
		body, err := get(client, out[i])
		if err != nil {
			return nil, err
		}
		for _, m := range link.FindAllStringSubmatch(body, 40) {
			if to := at.String() + m[1]; !slices.Contains(out, to) {
				out = append(out, to)
			}
		}
	}
	return out, nil
}

func get(client *http.Client, address string) (string, error) {
	res, err := client.Get(address)
	if err != nil {
		return "", err
	}
	defer res.Body.Close()
	body, err := io.ReadAll(res.Body)
	if err == nil && res.StatusCode != http.StatusOK {
		err = fmt.Errorf("%s: %s", address, res.Status)
	}
	return string(body), err
}

func (a *answers) ask(client *http.Client, address string) {
	begun := time.Now()
	_, err := get(client, address)
	took := time.Since(begun)
	a.mu.Lock()
	defer a.mu.Unlock()
	a.took = append(a.took, took)
	if err != nil {
		a.failed++
		if a.first == nil {
			a.first = err
		}
	}
}

func (a *answers) print(readers int, span, reading time.Duration, pages int) {
	slices.Sort(a.took)
	fmt.Printf("%d readers for %s, %s a page, %d pages: %d answers, %d errors; median %.1f ms, p95 %.1f ms, p99 %.1f ms\n",
		readers, span, reading, pages, len(a.took), a.failed, clock.At(50, a.took), clock.At(95, a.took), clock.At(99, a.took))
}
