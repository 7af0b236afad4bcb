/** A path without the names of its variables: `/users/{}`, and `/files/{+}` for every path below. */
export function shapeOf(path: string): string {
  return path.replace(/\{[^{}]*?(\+?)\}/g, '{$1}');
}
