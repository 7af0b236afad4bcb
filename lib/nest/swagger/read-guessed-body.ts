import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum.js';
import type { SourceRoute } from '../../model/app-source.js';
import type { NestRoute } from '../routes/read-routes.js';
import { SWAGGER_KEYS } from '../swagger-keys.js';

/**
 * What Nest only guesses of a body without `@ApiBody`. The argument has the type that its pipes make of the body, and
 * nothing converts or checks a body that is a string, a number or a boolean.
 */
export function readGuessedBody({
  handler,
  args,
}: Pick<NestRoute, 'handler' | 'args'>): SourceRoute['guessedBody'] | undefined {
  const declared = (Reflect.getMetadata(SWAGGER_KEYS.parameters, handler) ?? []) as readonly {
    readonly in: string;
  }[];
  if (declared.some((one) => one.in === 'body')) return undefined;
  const bodies = args.filter(({ place, data }) => place === RouteParamtypes.BODY && data === undefined);
  if (bodies.some(({ type, pipes }) => SCALARS.includes(type) || !pipes.every(keepsType))) return 'type';
  return bodies.some(({ type }) => type === Array) ? 'items' : undefined;
}

const SCALARS: readonly unknown[] = [String, Number, Boolean];

/** Nest's `ValidationPipe` and those like it check that the body has the type of the argument. */
function keepsType(pipe: unknown): boolean {
  let type: unknown = typeof pipe === 'function' ? pipe : (pipe as object | null)?.constructor;
  for (; typeof type === 'function' && type.name !== ''; type = Object.getPrototypeOf(type)) {
    if (type.name.endsWith('ValidationPipe')) return true;
  }
  return false;
}
