import type { AwsGatewayOptions } from '../../aws-gateway.options.js';
import { isObject } from '../../openapi/openapi.js';
import type { SourceRoute } from '../app-source.js';
import type { ConcernReader } from './create-concern-reader.js';
import type { Ignore } from '../gateway-model.js';
import type { Given } from '../declarations/given.js';

/** What may have an `@AwsIgnore`: a route, or a method that is not a route. */
export type IgnoringHandler = Pick<SourceRoute, 'controller' | 'handler'> & {
  readonly declarations: Pick<SourceRoute['declarations'], 'ignore'>;
};

export interface ListedIgnores {
  readonly ignores: readonly Ignore[];
  /** The positions in `ignores` of the entries that apply to a handler. */
  readonly ignoresOf: (handler: IgnoringHandler) => readonly number[];
}

/** What the application ignores: the module's entries first, then those of classes and handlers, each once. */
export function listIgnores(
  handlers: readonly IgnoringHandler[],
  options: AwsGatewayOptions,
  { read }: ConcernReader,
): ListedIgnores {
  const ignores: Ignore[] = [];
  const places = new Map<Given, Map<string, number>>();
  const enter = (given: Given, at: Ignore['at']): number => {
    const known = places.get(given) ?? new Map<string, number>();
    places.set(given, known);
    const key = `${at.controller} ${at.handler ?? ''}`;
    const value = known.has(key) ? undefined : read('ignore', given, at);
    const place = known.get(key) ?? (value ? ignores.push({ ...value, at }) - 1 : -1);
    known.set(key, place);
    return place;
  };
  for (const given of listModuleIgnores(options)) enter(given, {});
  const ofHandlers = new Map(
    handlers.map((one) => {
      const { controller, handler, declarations } = one;
      const found = [
        ...declarations.ignore.handler.map((given) => enter(given, { controller, handler })),
        ...declarations.ignore.class.map((given) => enter(given, { controller })),
      ];
      return [one, found.filter((place) => place >= 0)];
    }),
  );
  return { ignores, ignoresOf: (handler) => ofHandlers.get(handler) ?? [] };
}

function listModuleIgnores(options: AwsGatewayOptions): readonly Given[] {
  const { ignore } = isObject(options) ? (options as AwsGatewayOptions) : {};
  return Object.entries(isObject(ignore) ? ignore : {}).map(([code, reason]) => ({
    decorator: 'AwsIgnore',
    owner: '`forRoot({ ignore })`',
    args: [code, reason],
  }));
}
