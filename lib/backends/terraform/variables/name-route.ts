import type { Place } from '../../../model/routes/route.js';

/** `GET /users` */
export function nameRoute({ method, path }: Place): string {
  return `${method.toUpperCase()} ${path}`;
}
