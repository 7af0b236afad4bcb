import type { OpenApiParameter } from '../../openapi/openapi.js';
import type { Route } from '../routes/route.js';

/** Whether only an argument of the handler names a parameter, which is then optional whatever Nest documents. */
export function isGuessed(
  { in: place, name }: OpenApiParameter,
  { guessed = [] }: Pick<Route, 'guessed'>,
): boolean {
  return guessed.some((one) => one.in === place && one.name === name);
}
