# Puts the options of apigen into the array `options`, from the inputs of the action. Sourced by the other scripts.
options=()
[ -z "${APIGEN_OUT_PRIVATE:-}" ] || options+=(--out-private "$APIGEN_OUT_PRIVATE")
[ -z "${APIGEN_OUT_PUBLIC:-}" ] || options+=(--out-public "$APIGEN_OUT_PUBLIC")
[ -z "${APIGEN_OUT_TERRAFORM:-}" ] || options+=(--out-terraform "$APIGEN_OUT_TERRAFORM")
[ -z "${APIGEN_GATEWAY:-}" ] || options+=(--gateway "$APIGEN_GATEWAY")

# xargs reads quotes as a shell does, and expands nothing: a `${name}` stays as it is.
if [[ "${APIGEN_ARGUMENTS:-}" == *[![:space:]]* ]]; then
  words=$(printf '%s' "$APIGEN_ARGUMENTS" | xargs printf '%s\n')
  while IFS= read -r word; do options+=("$word"); done <<<"$words"
fi
