import { isObject } from '../../../openapi/openapi.js';
import type { Members } from '../emulator/list-items.js';

/** The members of an object. Anything else has none. */
export function membersOf(value: unknown): Members {
  return isObject(value) ? value : {};
}
