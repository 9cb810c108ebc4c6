package gate

import (
	"context"
	"net/http"
	"strconv"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/prometheus/client_golang/prometheus/promhttp"

	"nutgraf"
)

// Meter counts what a server does, for Prometheus.
type Meter struct {
	registry *prometheus.Registry
	requests *prometheus.CounterVec
	seconds  *prometheus.HistogramVec
	checks   *prometheus.CounterVec
	taken    prometheus.Counter
}

// NewMeter makes a meter that also tells how much is held.
func NewMeter(held func(context.Context) (nutgraf.Counts, error)) *Meter {
	m := &Meter{
		registry: prometheus.NewRegistry(),
		requests: prometheus.NewCounterVec(prometheus.CounterOpts{Name: "nutgraf_http_requests_total", Help: "Requests answered."}, []string{"page", "method", "status"}),
		seconds: prometheus.NewHistogramVec(prometheus.HistogramOpts{
			Name: "nutgraf_http_request_duration_seconds", Help: "Time from a request to the end of its answer.",
			Buckets: []float64{.001, .0025, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5},
		}, []string{"page"}),
		checks: prometheus.NewCounterVec(prometheus.CounterOpts{Name: "nutgraf_feed_checks_total", Help: "Feeds asked for news."}, []string{"outcome"}),
		taken:  prometheus.NewCounter(prometheus.CounterOpts{Name: "nutgraf_feed_articles_total", Help: "Articles taken from feeds."}),
	}
	m.registry.MustRegister(
		collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}),
		m.requests, m.seconds, m.checks, m.taken, newHoldings(held), build(),
	)
	return m
}

func build() prometheus.Collector {
	g := prometheus.NewGauge(prometheus.GaugeOpts{
		Name: "nutgraf_build_info", Help: "1, labelled with the program's version.", ConstLabels: prometheus.Labels{"version": nutgraf.Version},
	})
	g.Set(1)
	return g
}

func (m *Meter) handler() http.Handler {
	return promhttp.HandlerFor(m.registry, promhttp.HandlerOpts{EnableOpenMetrics: true})
}

func (m *Meter) request(page, method string, status int, took time.Duration) {
	switch method {
	case http.MethodGet, http.MethodHead, http.MethodPost, http.MethodPut, http.MethodDelete, http.MethodOptions:
	default:
		method = "other" // a client may call its method anything
	}
	m.requests.WithLabelValues(page, method, strconv.Itoa(status)).Inc()
	m.seconds.WithLabelValues(page).Observe(took.Seconds())
}

// Checked notes that a feed was asked, and what came of it.
func (m *Meter) Checked(failed bool, taken int) {
	outcome := "well"
	if failed {
		outcome = "failed"
	}
	m.checks.WithLabelValues(outcome).Inc()
	m.taken.Add(float64(taken))
}

// holdings asks how much is held whenever somebody looks.
type holdings struct {
	held              func(context.Context) (nutgraf.Counts, error)
	articles, stories *prometheus.Desc
}

func newHoldings(held func(context.Context) (nutgraf.Counts, error)) *holdings {
	return &holdings{
		held,
		prometheus.NewDesc("nutgraf_articles", "Articles held.", nil, nil),
		prometheus.NewDesc("nutgraf_stories", "Stories held.", nil, nil),
	}
}

// Describe names what is told.
func (h *holdings) Describe(out chan<- *prometheus.Desc) { out <- h.articles; out <- h.stories }

// Collect tells how much is held.
func (h *holdings) Collect(out chan<- prometheus.Metric) {
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	n, err := h.held(ctx)
	if err != nil {
		out <- prometheus.NewInvalidMetric(h.articles, err)
		return
	}
	out <- prometheus.MustNewConstMetric(h.articles, prometheus.GaugeValue, float64(n.Articles))
	out <- prometheus.MustNewConstMetric(h.stories, prometheus.GaugeValue, float64(n.Stories))
}
