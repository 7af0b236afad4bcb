/** A path without the names of its variables, which no request holds: `/users/{}/files/{+}`. */
export function shapeOf(path: string): string {
  return path.includes('{') ? path.replace(/\{[^{}]*?(\+?)\}/g, '{$1}') : path;
}
