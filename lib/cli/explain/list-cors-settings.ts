import { listOrigins } from '../../model/cors/list-origins.js';
import type { Cors } from '../../model/cors/cors.js';
import { formatDeployValue } from '../../values/deploy-value.js';
import { byDefault, type Setting, type Source } from './setting.js';

/** What a gateway answers to preflights. */
export interface Preflight {
  readonly allowMethods: readonly string[];
  readonly allowHeaders: readonly string[];
}

/** @param preflight absent if the application has its own OPTIONS route for the path */
export function listCorsSettings(
  cors: Cors,
  from: Source,
  preflight: Preflight | undefined,
): readonly Setting[] {
  const { allowHeaders, exposeHeaders, allowCredentials, maxAge } = cors;
  return [
    { name: 'cors.allowOrigins', value: listOrigins(cors).map(formatDeployValue), ...from },
    {
      name: 'cors.allowMethods',
      value: preflight?.allowMethods ?? null,
      ...(cors.allowMethods ? from : byDefault('the routes of the path')),
    },
    allowHeaders
      ? { name: 'cors.allowHeaders', value: allowHeaders, ...from }
      : {
          name: 'cors.allowHeaders',
          value: preflight?.allowHeaders ?? null,
          ...byDefault('the headers that the routes of the path accept'),
        },
    exposeHeaders
      ? { name: 'cors.exposeHeaders', value: exposeHeaders, ...from }
      : { name: 'cors.exposeHeaders', value: [], ...byDefault('none') },
    {
      name: 'cors.allowCredentials',
      value: allowCredentials,
      ...(allowCredentials ? from : byDefault('no')),
    },
    maxAge === undefined
      ? { name: 'cors.maxAge', value: null, ...byDefault('chosen by the browser') }
      : { name: 'cors.maxAge', value: maxAge, ...from },
  ];
}
