#!/usr/bin/env bash
# Checks the committed documents; annotations stand at the decorators and the files. The last step of the action fails.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/options.sh"
[ "${APIGEN_STRICT:-}" != true ] || options+=(--strict)

annotations="${RUNNER_TEMP:-/tmp}/apigen-check-$$.txt"
code=0
node "$APIGEN_ENTRY" --check --format github ${options[@]+"${options[@]}"} >"$annotations" || code=$?
cat "$annotations"
# Node.js returns 1 too, without a word of apigen, if the application cannot be loaded.
[ "$code" != 1 ] || grep -q '^::' "$annotations" || code=2
echo "code=$code" >>"$GITHUB_OUTPUT"
