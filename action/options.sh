# Puts the options of apigen into the array `options`, from the inputs of the action. Sourced by the other scripts.
options=()
[ -z "${APIGEN_OUT_PRIVATE:-}" ] || options+=(--out-private "$APIGEN_OUT_PRIVATE")
[ -z "${APIGEN_OUT_PUBLIC:-}" ] || options+=(--out-public "$APIGEN_OUT_PUBLIC")
[ -z "${APIGEN_OUT_TERRAFORM:-}" ] || options+=(--out-terraform "$APIGEN_OUT_TERRAFORM")
[ -z "${APIGEN_GATEWAY:-}" ] || options+=(--gateway "$APIGEN_GATEWAY")

# xargs reads quotes as a shell does, and expands nothing: a `${name}` stays as it is. The last line keeps an empty last word.
if [[ "${APIGEN_ARGUMENTS:-}" == *[![:space:]]* ]]; then
  words=$(printf '%s\n' "$APIGEN_ARGUMENTS" | xargs printf '%s\n' && echo end)
  while IFS= read -r word; do options+=("$word"); done <<<"${words%$'\n'end}"
fi
