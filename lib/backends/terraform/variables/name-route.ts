import type { Place } from '../../../model/gateway-model.js';

/** `GET /users` */
export function nameRoute({ method, path }: Place): string {
  return `${method.toUpperCase()} ${path}`;
}
