# Two commands do all the set-up: `make run` and `make test`.
SHELL := /bin/bash
.DEFAULT_GOAL := help
BIN := bin/fortnight
GOTEST := go tool gotestsum --format pkgname-and-test-fails --
LINT := bin/golangci-lint

# What comes first is done first, under make -j too.
.NOTPARALLEL:

.PHONY: help check check-test run demo test test-go test-raced test-plain test-program chaos test-node test-browser screenshots test-clients setup build client generate migration verify lint security bench bench-parts eval gemini-smoke weights clean

help: ## List the commands
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-12s %s\n", $$1, $$2}'

run: check ## Install what is missing, build, and serve on 127.0.0.1:8080
	@scripts/prepare $(BIN) ./cmd/fortnight
	@exec $(BIN) serve

demo: check build ## Sign up an athlete on the running server and watch a fortnight being planned
	@exec $(BIN) demo

# What the race detector looks at is compiled and run beside all else, and what waits for a browser and for clients beside what computes.
test: check-test setup ## Run every test, from nothing
	@scripts/beside '$(MAKE) test-raced' '$(MAKE) build test-program'

test-program:
	@scripts/beside '$(MAKE) test-plain' '$(MAKE) test-node test-browser test-clients'

check: ## Say what is missing for make run, and the command that brings it
	@scripts/check run

check-test: ## Say what is missing for make test, and the command that brings it
	@scripts/check test

# Packages of what one goroutine computes, and of tests that look at files or start programs: the race detector has nothing to find in them. Of
# the planner, workers alone have more than one.
PURE := ./brief ./compose ./db/workouts ./embedding ./embedding/evaluation ./gate ./graph/scalar ./hours ./internal/... ./lexis ./library ./planner/... ./prescribe \
	./prose ./reads ./reason ./resolvers ./rules/... ./search ./season ./server/internal/wire ./server/limits ./session ./solver ./tests/chaos ./tests/setup ./tools/... \
	./training ./wish
testsOf = ^($(shell { $(1); } | sed -n 's/^func \(Test[A-Za-z0-9]*\).*/\1/p' | paste -sd'|' -))$$

# Packages of which the race detector looks at the tests in which something runs beside something else, each of which begins with raced(t), and of the
# planner at those of workers. In the others one client asks one thing after another: they take five times as long under it.
PARTLY := ./tests/api ./db
RACED = $(call testsOf,grep -hA1 '^func Test' $(PARTLY:%=%/*_test.go) | grep -B1 '^	raced(t)'; cat planner/worker_test.go planner/away_test.go)

# Of what runs under the race detector, the search and the rules that it asks are compiled without it: each works on values of its own, made for one run
# in package planner and rules/frame, which the detector sees. They are most of what plans take, and took several times as long.
RACE := -race -gcflags=fortnight/solver=-race=false -gcflags=fortnight/rules/family=-race=false

# What takes longest begins first, so that nothing waits for it alone. LONG=1 tries all random cases: 300 athletes and more, 100,000 edits.
test-go: test-raced test-plain ## Run the Go tests, race detector on where something runs beside something else

test-raced:
	$(GOTEST) -vet=off -parallel 3 $(RACE) -timeout 30m -run '$(RACED)' $(PARTLY) ./planner
	$(GOTEST) $(RACE) -timeout 30m $$(comm -23 <(go list ./... | sort) <(go list $(PURE) $(PARTLY) | sort))

test-plain:
	$(GOTEST) -timeout 30m -skip '$(RACED)' $(PARTLY) $(PURE)

chaos: setup ## Break nodes and database for a while under load, and look at what was promised; five minutes and 200 athletes with LONG=1, as long as CHAOS_FOR says (2h) and as CHAOS_SEED draws
	CHAOS=1 go test -count=1 -v -timeout 4h ./tests/chaos

test-node: ## Run the tests of the page's script
	node --test server/graphiql/*.test.mjs

test-browser: build client ## Run a headless browser against a server of its own; screenshots go to artifacts/
	@tests/browser/run

screenshots: build ## Take the pictures of the README anew: docs/images/, and more of them in artifacts/
	@tests/browser/run screenshots

test-clients: setup build client ## Compare the contract with the released one and lint it, and let each client of GraphQL do what clients do, on servers of its own
	@tests/clients/run

setup: ## Install PostgreSQL with pgvector where it is missing
	@scripts/install-postgres >/dev/null

build: ## Build bin/fortnight
	@scripts/build $(BIN) ./cmd/fortnight

client: build ## Build the npm package @fortnight/client and pack it: artifacts/fortnight-client-VERSION.tgz
	@clients/javascript/pack

generate: ## Regenerate graph/ and reads/generated.go from schema.graphqls and gqlgen.yml
	go run ./tools/generate

bin/atlas:
	cd tools/atlas && CGO_ENABLED=0 go build -trimpath -ldflags "-s -w -X ariga.io/atlas/cmd/atlas/internal/cmdapi.version=v0.13.1" -o ../../bin/atlas ariga.io/atlas/cmd/atlas

migration: setup bin/atlas ## Write a migration from schema.sql: make migration name=add_column
	go run ./tools/migration new $(name)

verify: setup bin/atlas ## Regenerate, lint the migrations and compare: nothing may differ
	go run ./tools/generate
	go run ./tools/migration verify
	go run ./tools/migration lint
	git diff --exit-code -- graph reads

$(LINT):
	cd tools/lint && go build -o ../../$(LINT) github.com/golangci/golangci-lint/v2/cmd/golangci-lint

security: ## List what is promised under attack and under fault, with the test of each
	@go run ./tools/security

lint: $(LINT) ## Lint the Go code
	$(LINT) run ./...

bench: setup ## Measure nested reads, searches, streams and plans beside the least that a server can do; LONG=1 plans over 50,000 workouts too
	go test -run '^$$' -bench '^Benchmark(Reads|Streams|Plans)$$' -benchtime 1x -timeout 30m ./tests/api

bench-parts: ## Run the benchmarks of single packages
	go test -run '^$$' -bench . -benchmem ./training ./rules ./solver ./planner ./embedding/... ./db/... ./server/...

eval: ## Measure how well each embedder finds workouts
	@set -o pipefail; go test -count=1 -v -run '^TestEvaluate' ./embedding/evaluation | grep -E 'RESULT|SKIPPED|^(---|FAIL|ok)'

gemini-smoke: build ## Ask the real language model one small question, where GEMINI_API_KEY is set
	@$(BIN) gemini-smoke

weights: ## Bring the real weights of the embedding model, for the tests on them
	go run ./tools/weights

clean: ## Remove what was built
	rm -rf bin artifacts
