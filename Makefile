# nutgraf: run `make` for the list of targets.
SHELL := /bin/bash
export CGO_ENABLED := 0
export NUTGRAF_SHARED ?= $(abspath ../shared)
TOOL := go tool -modfile=tools/go.mod

.DEFAULT_GOAL := help

.PHONY: help
help: ## this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 16

.PHONY: build
build: ## the program, as bin/nutgraf
	go build -trimpath -o bin/nutgraf ./cmd/nutgraf

.PHONY: test
test: ## everything: all tests, the demo's own check; installs what it can, names what it leaves out
	@./tools/test.sh

.PHONY: check
check: ## format, vet, staticcheck, floors, dependencies, vulnerabilities where they can be looked up
	@./tools/check.sh

.PHONY: eval
eval: ## score every stage on the labelled data and rewrite internal/eval/testdata/scores.txt
	go run ./internal/eval/cmd/score -write

.PHONY: bench
bench: build ## measure the speed of every stage and of the whole; rewrite bench/
	@./bench/run.sh

.PHONY: bench-pages
bench-pages: ## score page extraction beside other extractors on the labelled pages (two minutes of one core)
	cd bench/extract && go run ./train -folds 4 -peers

.PHONY: cross-pages
cross-pages: ## cross-validate the bodies of pages in three trainings (four minutes of one core)
	cd bench/extract && for seed in 7 8 9; do go run ./train -folds 4 -seed $$seed; done

.PHONY: train-pages
train-pages: ## fit the forests that judge blocks anew, from the developers' pages
	cd bench/extract && go run ./train -out ../../internal/extract/lists

.PHONY: fuzz
fuzz: ## run each fuzz target for FUZZTIME (default 1m)
	@./tools/fuzz.sh $${FUZZTIME:-1m}

.PHONY: train-stories
train-stories: ## fit the settings of grouping to labelled sets whose licences allow it, and score them beside those that ship
	go run ./internal/eval/train -folds

.PHONY: docs
docs: ## write the generated references (docs/reference.md, docs/openapi.json) anew
	go run ./cmd/nutgraf help --reference > docs/reference.md
	go run ./cmd/nutgraf help --openapi > docs/openapi.json

.PHONY: clean
clean: ## remove what was built
	rm -rf bin/nutgraf
