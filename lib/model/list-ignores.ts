import type { AwsGatewayOptions } from '../aws-gateway.options.js';
import type { Declaration } from '../decorators/decorator-metadata.js';
import type { SourceRoute } from './app-source.js';
import type { FaultPlace, Ignore, OptionFault } from './gateway-model.js';
import { isObject } from '../openapi/openapi.js';
import { show } from '../options/option-shape.js';

export interface ListedIgnores {
  readonly ignores: readonly Ignore[];
  /** The places in `ignores` of those that reach a route. */
  readonly ignoresOf: (route: SourceRoute) => readonly number[];
  readonly faults: readonly OptionFault[];
}

/** What the application keeps silent: the module's entries first, then those of classes and handlers, each once. */
export function listIgnores(routes: readonly SourceRoute[], options: AwsGatewayOptions): ListedIgnores {
  const ignores: Ignore[] = [];
  const faults: OptionFault[] = [];
  const known = new Map<Declaration, Map<string, number>>();
  const add = (given: readonly unknown[], owner: string, at: FaultPlace): number => {
    const [code, reason] = given;
    if (typeof code === 'string' && typeof reason === 'string' && code !== '' && reason.trim() !== '') {
      return ignores.push({ code, reason, at }) - 1;
    }
    faults.push({
      code: 'invalid-option',
      at,
      message: `${owner} was given ${given.map(show).join(' and ') || 'nothing'}`,
      fix: 'Give it the code of a diagnostic and the reason why it is no fault here.',
    });
    return -1;
  };
  const ofModule = isObject(options) ? (options as AwsGatewayOptions).ignore : undefined;
  for (const [code, reason] of Object.entries(isObject(ofModule) ? ofModule : {})) {
    add([code, reason], 'the option `ignore` of AwsGatewayModule.forRoot', {});
  }

  const place = (declaration: Declaration, at: FaultPlace): number => {
    const key = `${at.controller} ${at.handler ?? ''}`;
    const places = known.get(declaration) ?? new Map<string, number>();
    known.set(declaration, places);
    const found = places.get(key) ?? add(declaration.args, '@AwsIgnore', at);
    places.set(key, found);
    return found;
  };
  const ofRoutes = new Map(
    routes.map((route) => {
      const { controller, handler, declarations } = route;
      const found = [
        ...declarations.ignore.handler.map((declaration) => place(declaration, { controller, handler })),
        ...declarations.ignore.class.map((declaration) => place(declaration, { controller })),
      ];
      return [route, found.filter((index) => index >= 0)];
    }),
  );
  return { ignores, ignoresOf: (route) => ofRoutes.get(route) ?? [], faults };
}
