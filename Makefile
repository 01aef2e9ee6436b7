# -race needs a C compiler; where there is none, go itself says CGO_ENABLED=0. SQLite is C, translated:
# it does its own locking, and watched it would take most of the time of all tests.
RACE := $(if $(filter 1,$(shell go env CGO_ENABLED)),-race -gcflags=modernc.org/sqlite/lib=-race=false)
# Neo4j for the test processes of a run; without Java and Maven its half is skipped.
WITH_NEO4J := go run ./neo4j/neo4jtest/run
FUZZTIME ?= 10s
BENCH ?= .
DURATION ?= 1h
STORE ?= sqlite
ATTACKS ?= 100000

.PHONY: help run test check format vet lint drift generate bench microbench fuzz screenshots soak
.DEFAULT_GOAL := help

help: ## list these commands
	@sed -nE 's/^([a-z]+):.*## (.*)/  make \1\t\2/p' Makefile | expand -t 20

run: ## serve the bundled example at http://127.0.0.1:8080
	go run . serve

test: ## run all tests, with a Neo4j of their own where Java and Maven are
	@$(WITH_NEO4J) -servers 2 -- go test -vet=off -timeout 20m $(RACE) ./...

check: format vet lint drift ## formatting, vet, lint, generated code up to date

format:
	@files=$$(gofmt -l $$(git ls-files -co --exclude-standard '*.go')); test -z "$$files" || { echo "$$files"; echo "Not formatted. Run: gofmt -w ."; exit 1; }

vet:
	go vet ./...

lint:
	go tool -modfile=tools/go.mod golangci-lint run

# Compares the work tree before and after, so uncommitted work is no drift.
tree = index=$$(mktemp -u) && GIT_INDEX_FILE=$$index git add --all && GIT_INDEX_FILE=$$index git write-tree && rm -f $$index
drift:
	@before=$$($(tree)) && go generate ./... && after=$$($(tree)) && \
	git diff --stat --exit-code $$before $$after || \
	{ echo "Generated code was out of date. Run: make generate, and commit what it changes."; exit 1; }

generate: ## make generated code anew
	go generate ./...

bench: ## measure both stores over ATTACKS=100000 invented attacks, beside endpoints written by hand
	@$(WITH_NEO4J) -large -- go run ./bench -attacks $(ATTACKS) $(BENCHFLAGS)

microbench: ## run the Go benchmarks, or those that match BENCH=
	@$(WITH_NEO4J) -- go test -vet=off -run '^$$' -bench '$(BENCH)' -benchmem ./...

screenshots: ## look at the playground: pictures of it, into screenshots/
	@mkdir -p screenshots && CLAIMGRAPH_PICTURES=$(CURDIR)/screenshots go test -vet=off -count=1 -run 'TestPlayground$$' .

fuzz: ## fuzz every fuzz target for FUZZTIME=10s
	@grep -rEo --include='*_test.go' '^func Fuzz[A-Za-z0-9_]*' . | while IFS=: read -r file func; do \
	  go test -vet=off -run '^$$' -fuzz "^$${func#func }\$$" -fuzztime $(FUZZTIME) -fuzzminimizetime 1x "$$(dirname "$$file")" || exit 1; \
	done

soak: ## put mixed load on a server over STORE=sqlite (or neo4j) for DURATION=1h; nothing may grow
	$(if $(filter neo4j,$(STORE)),@$(WITH_NEO4J) --) go test -vet=off . -run '^TestSoak$$' -soak $(DURATION) -soak-over $(STORE) -timeout 0 -v
