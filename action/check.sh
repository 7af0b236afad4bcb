#!/usr/bin/env bash
# Checks the committed documents; annotations stand at the decorators and the files. The last step of the action fails.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/options.sh"
[ "${APIGEN_STRICT:-}" != true ] || options+=(--strict)

code=0
node "$APIGEN_ENTRY" --check --format github ${options[@]+"${options[@]}"} || code=$?
echo "code=$code" >>"$GITHUB_OUTPUT"
