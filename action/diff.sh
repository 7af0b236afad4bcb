#!/usr/bin/env bash
# Compares the documents with those of the base: annotations at the decorators, and a report for the summary and the comment.
set -euo pipefail

notice() {
  echo "::notice title=apigen diff::$1"
}

base=${APIGEN_BASE:-}
if [ -z "$base" ]; then
  [ -n "${GITHUB_BASE_REF:-}" ] || {
    notice 'nothing is compared: this is no pull request, and the input base is empty'
    exit 0
  }
  # The checkout of a pull request has one commit, and no base branch.
  base="origin/$GITHUB_BASE_REF"
  git rev-parse --verify --quiet "$base^{commit}" >/dev/null ||
    git fetch --quiet --no-tags --depth=1 origin "+refs/heads/$GITHUB_BASE_REF:refs/remotes/$base"
elif ! git rev-parse --verify --quiet "$base^{commit}" >/dev/null; then
  git fetch --quiet --no-tags --depth=1 -- origin "$base"
  base=$(git rev-parse FETCH_HEAD)
fi

# A document that is new, and not renamed, has nothing to compare with; the others have.
compared=false
keep_known() {
  [ -n "${!1:-}" ] || return 0
  local file=${!1}${2:-}
  file=${file#"$PWD/"}
  file=${file#./}
  if git cat-file -e "$base:./$file" 2>/dev/null ||
    git -c core.quotePath=false diff --relative --name-only --find-renames --diff-filter=R "$base" |
      grep -xF "$file" >/dev/null; then
    compared=true
  else
    notice "$file is not compared: $base has no such file yet"
    unset "$1"
  fi
}
keep_known APIGEN_OUT_PRIVATE
keep_known APIGEN_OUT_PUBLIC
keep_known APIGEN_OUT_TERRAFORM /api.json
[ "$compared" = true ] || {
  notice 'nothing is compared: set the input out-private, out-public or out-terraform to a file of the base'
  exit 0
}

source "$(dirname "${BASH_SOURCE[0]}")/options.sh"
[ -z "${APIGEN_FAIL_ON:-}" ] || options+=(--fail-on "$APIGEN_FAIL_ON")
report="${RUNNER_TEMP:-/tmp}/apigen-diff-$$.md"
code=0
node "$APIGEN_ENTRY" diff --base "$base" --format markdown ${options[@]+"${options[@]}"} >"$report" || code=$?
# Node.js returns 1 too, without a report, if the application cannot be loaded.
[ -s "$report" ] || code=2
if [ "$code" -lt 2 ]; then
  node "$APIGEN_ENTRY" diff --base "$base" --format github ${options[@]+"${options[@]}"} 2>/dev/null || true
  # GitHub takes summaries of 1 MiB.
  head -c 1000000 "$report" >>"$GITHUB_STEP_SUMMARY"
  echo "report=$report" >>"$GITHUB_OUTPUT"
fi
echo "code=$code" >>"$GITHUB_OUTPUT"
