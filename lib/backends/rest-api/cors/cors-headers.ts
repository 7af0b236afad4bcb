import { readOriginWildcard } from '../../../grammar/origin.js';
import { anyOrigin } from '../../../model/cors/any-origin.js';
import type { Cors } from '../../../model/cors/cors.js';
import { isDeployValue, joinDeployValue, type DeployValue } from '../../../values/deploy-value.js';
import type { DeployTree } from '../../../values/deploy-tree.js';

export type Headers = Readonly<Record<string, DeployTree>>;

/** Whether the answer depends on the origin of the caller. A list that is filled in at deployment may have any number. */
export function severalOrigins(cors: Cors): boolean {
  const { allowOrigins, originList } = cors;
  if (originList) return true;
  return !anyOrigin(cors) && (allowOrigins.length > 1 || allowOrigins.some(readOriginWildcard));
}

/** The origin that stands where none was chosen. */
function firstOrigin({ allowOrigins }: Cors): DeployValue {
  return allowOrigins.find((origin) => !readOriginWildcard(origin)) ?? allowOrigins[0]!;
}

/** The headers of every answer that a policy covers. */
export function originHeaders(cors: Cors): Headers {
  return {
    // Of a list that may be empty no origin can stand here: the template adds the header.
    ...(cors.originList
      ? {}
      : {
          // A browser takes no wildcard for its own origin: where nothing else matches, nothing is allowed.
          'Access-Control-Allow-Origin': quoteStatic(anyOrigin(cors) ? '*' : firstOrigin(cors)),
        }),
    ...(cors.allowCredentials ? { 'Access-Control-Allow-Credentials': "'true'" } : {}),
    ...(severalOrigins(cors) ? { Vary: "'Origin'" } : {}),
  };
}

/** The headers of the answer to a real request. */
export function answerHeaders(cors: Cors): Headers {
  return {
    ...originHeaders(cors),
    ...(cors.exposeHeaders?.length
      ? { 'Access-Control-Expose-Headers': quoteStatic(cors.exposeHeaders.join(',')) }
      : {}),
  };
}

/** A static value of a mapping, which stands in single quotes. */
export function quoteStatic(value: string | DeployValue): DeployValue | string {
  return isDeployValue(value) ? joinDeployValue("'", value, "'") : `'${value}'`;
}

/** Headers under the names that mappings have for them. */
export function prefixHeaders(prefix: string, headers: Headers): Headers {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [prefix + name, value]));
}

/** The given headers, and those of `added` that no given one names in any case. */
export function addHeaders(given: Headers, added: Headers): Headers {
  const known = new Set(Object.keys(given).map((name) => name.toLowerCase()));
  return {
    ...given,
    ...Object.fromEntries(Object.entries(added).filter(([name]) => !known.has(name.toLowerCase()))),
  };
}
