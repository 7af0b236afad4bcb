/** Keeps what was made of a text, for as many texts as are in use; those of callers must not fill the memory. */
export function remember<Value>(make: (text: string) => Value, most = 1000): (text: string) => Value {
  const kept = new Map<string, { readonly value: Value }>();
  return (text) => {
    const known = kept.get(text);
    if (known) return known.value;
    const value = make(text);
    if (kept.size >= most) kept.clear();
    kept.set(text, { value });
    return value;
  };
}
