import { isRequestValue } from '../values/request-value.js';

/** A path towards a service, which is mapped part by part. */
export function listParts(name: string, path: unknown): readonly (readonly [string, unknown])[] {
  const parts = isRequestValue(path) && path['@request'] === 'text' ? path.parts : [path];
  return parts.map((part) => [name, part]);
}
