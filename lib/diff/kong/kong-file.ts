import type { JsonObject } from '../../openapi/openapi.js';
import type { CorsPolicy } from '../cors/cors-policy.js';

/** A route of Kong's declarative file for one method and one path, with all that runs for it. */
export interface KongRoute {
  /** Upper-case verb, or `ANY`. */
  readonly method: string;
  /** `/users/{name}` */
  readonly path: string;
  /** The path without the names of its variables. */
  readonly shape: string;
  /** The backend. Absent: a plugin answers. */
  readonly service?: JsonObject;
  /** The settings of each plugin, by its name. */
  readonly plugins: ReadonlyMap<string, JsonObject>;
  /** What else the route has, without what follows from other routes. */
  readonly settings: JsonObject;
  /** It only answers the preflights of browsers. */
  readonly isPreflight: boolean;
}

/** Who may call a route, and with what claims. */
export interface KongClaims {
  readonly scopes: readonly string[];
  readonly issuers: readonly string[];
  readonly audiences: readonly string[];
  /** The rest of the check. */
  readonly rest: string;
}

/** The settings of the plugin `cors`. */
export function readKongCors(config: JsonObject | undefined): CorsPolicy | undefined {
  if (!config) return undefined;
  const { max_age: maxAge } = config;
  return {
    origins: textsOf(config['origins']),
    credentials: config['credentials'] === true,
    methods: textsOf(config['methods']),
    headers: textsOf(config['headers']),
    exposed: textsOf(config['exposed_headers']),
    ...(maxAge === undefined ? {} : { maxAge: String(maxAge) }),
  };
}

export function textsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
