# Everything that is done to this tree, one word each; `make` alone lists them.
# In CI, .ci/run calls these same targets.

GO       ?= go
FLINKC   ?= flinkc
FUZZTIME ?= 60s
FUZZJOBS ?= 2
LINT      = $(GO) tool -modfile=lint/go.mod golangci-lint

.DEFAULT_GOAL := help
.PHONY: help build test golden golden-update lint bench bench-peers fuzz mutation servers demo clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  %-14s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

build: ## build the compiler as ./flinkc
	CGO_ENABLED=0 $(GO) build -trimpath -o $(FLINKC) ./cmd/flinkc

test: ## run all tests; the last line names the real servers, or why there were none
	@$(GO) run ./testrun -timeout 20m ./...

golden: ## run the golden corpus only
	$(GO) test ./cmd/flinkc -run '^TestGolden' -count=1 -timeout 20m

golden-update: ## record plans and generated programs again, after building and running them
	$(GO) test ./cmd/flinkc -run '^TestGolden' -count=1 -timeout 20m -update

lint: ## run the linters that lint/go.mod pins
	$(LINT) run ./...

bench: ## run the benchmarks
	$(GO) run ./bench

bench-peers: ## compare with Flink, DuckDB and ClickHouse on the same file
	bench/peers/run

fuzz: ## fuzz every target for FUZZTIME (60s), FUZZJOBS (2) at a time
	@FUZZTIME=$(FUZZTIME) FUZZJOBS=$(FUZZJOBS) .ci/fuzz.sh

mutation: ## remove function bodies at the places of mutation/places.txt; tests must notice
	$(GO) run ./mutation

servers: ## unpack MariaDB and Apache Kafka into .cache, for tests
	.ci/servers.sh

demo: ## broker, generator, job and a live table in one process tree
	$(GO) run ./cmd/flinkc demo

clean: ## remove what make built; the servers in .cache stay
	rm -f $(FLINKC) cdn cdn.tar
	rm -rf .cache/fuzz
