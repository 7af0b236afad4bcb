import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum.js';
import type { SourceRoute } from '../model/app-source.js';
import { readArguments } from './read-arguments.js';
import { SWAGGER_KEYS } from './swagger-keys.js';
import type { ModelUser } from './walk-models.js';

/**
 * What Nest only guesses of a body without `@ApiBody`. The argument has the type that its pipes make of the body, and
 * nothing converts or checks a body that is a string, a number or a boolean.
 */
export function readGuessedBody({
  controller,
  handlerName,
  handler,
}: ModelUser): SourceRoute['guessedBody'] | undefined {
  const declared = (Reflect.getMetadata(SWAGGER_KEYS.parameters, handler) ?? []) as readonly {
    readonly in: string;
  }[];
  if (declared.some((one) => one.in === 'body')) return undefined;
  const types = (Reflect.getMetadata('design:paramtypes', controller.prototype as object, handlerName) ??
    []) as readonly unknown[];
  const bodies = readArguments(controller, handlerName).filter(
    ({ place, data }) => place === RouteParamtypes.BODY && data === undefined,
  );
  if (bodies.some(({ index, pipes }) => SCALARS.includes(types[index]) || !pipes.every(keepsType)))
    return 'type';
  return bodies.some(({ index }) => types[index] === Array) ? 'items' : undefined;
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
