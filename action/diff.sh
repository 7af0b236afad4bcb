#!/usr/bin/env bash
# Compares the documents with those of the base: annotations at the decorators, and a report for the summary and the comment.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/options.sh"

skip() {
  echo "::notice title=apigen diff::$1"
  exit 0
}

files=()
for file in "${APIGEN_OUT_PRIVATE:-}" "${APIGEN_OUT_PUBLIC:-}" "${APIGEN_OUT_TERRAFORM:+$APIGEN_OUT_TERRAFORM/api.json}"; do
  [ -z "$file" ] || files+=("$file")
done
[ ${#files[@]} -gt 0 ] || skip 'nothing is compared: set the input out-private, out-public or out-terraform'

base=${APIGEN_BASE:-}
if [ -z "$base" ]; then
  [ -n "${GITHUB_BASE_REF:-}" ] || skip 'nothing is compared: this is no pull request, and the input base is empty'
  # The checkout of a pull request has one commit, and no base branch.
  base="origin/$GITHUB_BASE_REF"
  git rev-parse --verify --quiet "$base^{commit}" >/dev/null ||
    git fetch --quiet --no-tags --depth=1 origin "+refs/heads/$GITHUB_BASE_REF:refs/remotes/$base"
elif ! git rev-parse --verify --quiet "$base^{commit}" >/dev/null; then
  git fetch --quiet --no-tags --depth=1 origin "$base"
  base=$(git rev-parse FETCH_HEAD)
fi
for file in "${files[@]}"; do
  git cat-file -e "$base:./$file" 2>/dev/null || skip "nothing is compared: $base has no file $file yet"
done

[ -z "${APIGEN_FAIL_ON:-}" ] || options+=(--fail-on "$APIGEN_FAIL_ON")
report="${RUNNER_TEMP:-/tmp}/apigen-diff-$$.md"
code=0
node "$APIGEN_ENTRY" diff --base "$base" --format markdown ${options[@]+"${options[@]}"} >"$report" || code=$?
if [ "$code" -lt 2 ]; then
  node "$APIGEN_ENTRY" diff --base "$base" --format github ${options[@]+"${options[@]}"} 2>/dev/null || true
  cat "$report" >>"$GITHUB_STEP_SUMMARY"
  echo "report=$report" >>"$GITHUB_OUTPUT"
fi
echo "code=$code" >>"$GITHUB_OUTPUT"
