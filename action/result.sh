#!/usr/bin/env bash
# Fails after everything is reported, so that one run shows both the check and the changes.
set -euo pipefail
failed=0
case "${APIGEN_CHECK:-0}" in
  0 | '') ;;
  1) echo '::error title=apigen --check::the documents have errors or are out of date' && failed=1 ;;
  *) echo '::error title=apigen --check::apigen could not run, see the step "Check the documents"' && failed=1 ;;
esac
case "${APIGEN_DIFF:-0}" in
  0 | '') ;;
  1) echo '::error title=apigen diff::the change has a risk of the input fail-on' && failed=1 ;;
  *) echo '::error title=apigen diff::apigen could not compare, see the step "Compare with the base"' && failed=1 ;;
esac
exit "$failed"
