/** The items of what may stand without a list if it is only one, such as the statements of a policy. */
export function toList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : value === undefined ? [] : [value];
}
