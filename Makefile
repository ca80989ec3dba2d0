# Two commands: `make run` and `make test`. `make help` lists all.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
MAKEFLAGS += --no-print-directory
.DEFAULT_GOAL := help

CACHE := $(or $(XDG_CACHE_HOME),$(HOME)/.cache)/fediversity
export CARGO_TARGET_DIR ?= $(CACHE)/target
export PATH := $(CURDIR)/.tools/bin:$(PATH):$(HOME)/.cargo/bin

# Settings: make run STATE=/srv/fediversity PORT=8443 ARGS='--base-url https://panel.example'
STATE ?= state
PORT ?=
SITES_PORT ?=
ARGS ?=

.PHONY: help
help: ## list the commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-12s %s\n", $$1, $$2 }' Makefile

.PHONY: run
run: build ## set up what is missing, build, and serve in the foreground (STATE=, PORT=, SITES_PORT=, ARGS=)
	@exec .ci/setup/launch.sh '$(abspath $(STATE))' "$$CARGO_TARGET_DIR/debug/fediversity" serve \
	  --state '$(abspath $(STATE))' $(if $(PORT),--port '$(PORT)') \
	  $(if $(SITES_PORT),--sites-port '$(SITES_PORT)') --assets '$(CURDIR)/frontend/dist' \
	  --library '$(CURDIR)/nix' --nix "$$(readlink -f .tools/bin/nix)" \
	  --busybox "$$(readlink -f .tools/bin/busybox)" $(ARGS)

.PHONY: command
command: setup ## run any command of fediversity on the same state: make command STATE= ARGS='new-password-link ada@example.org'
	@cargo build --quiet -p server
	@exec .ci/setup/launch.sh '$(abspath $(STATE))' "$$CARGO_TARGET_DIR/debug/fediversity" $(ARGS) --state '$(abspath $(STATE))'

.PHONY: test
test: setup-test ## every lint and every test; the last line is their sum
	@.ci/test.sh

.PHONY: lint
lint: setup-test ## formatting, clippy, licences, spelling, types
	@.ci/lint.sh

.PHONY: bench
bench: ## measure the released program; see docs/measurements.md (BENCH_IDLE_SECONDS=)
	@rm -rf target/bench
	@$(MAKE) assets
	@.ci/bench.sh

.PHONY: build
build: setup assets ## the server and the front-end
	@cargo build --quiet -p server

.PHONY: assets
assets: setup ## the front-end, when it has changed
	@.ci/assets.sh

.PHONY: setup
setup: ## what building and running needs
	@.ci/setup/all.sh run

.PHONY: setup-test
setup-test:
	@.ci/setup/all.sh test
