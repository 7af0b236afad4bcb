import { isObject, type OpenApiDocument } from '../../openapi/openapi.js';
import type { Change } from '../change.js';
import { createChange } from '../create-change.js';
import { readRoutes } from '../routes/read-routes.js';

/** What the current document uses of a limit of the gateway. */
export interface SizeLimit {
  /** `resources`, `routes`, `definition`. */
  readonly name: string;
  readonly used: number;
  /** Absent: there is no limit. */
  readonly of?: number;
}

/** From this share on, the next routes may not be deployable. */
const NEAR = 0.8;

/** How much of a limit a document uses, for those that a document itself shows. */
const MEASURES: Readonly<Record<string, (document: OpenApiDocument) => number>> = {
  resources: ({ paths }) =>
    new Set(
      Object.keys(paths).flatMap((path) => {
        const segments = path.split('/').filter((segment) => segment !== '');
        return segments.map((_, index) => segments.slice(0, index + 1).join('/'));
      }),
    ).size + 1,
  routes: (document) =>
    [...readRoutes(document).values()].filter(({ method }) => method !== 'OPTIONS').length,
  definition: (document) => JSON.stringify(document, null, 2).length,
};

/** A document that grew and is near a limit: the next routes may not fit. */
export function compareSizes(
  base: OpenApiDocument,
  now: OpenApiDocument,
  limits: readonly SizeLimit[],
): readonly Change[] {
  if (!isObject(base.paths) || !isObject(now.paths)) return [];
  return limits.flatMap(({ name, used, of }) => {
    const measure = Object.hasOwn(MEASURES, name) ? MEASURES[name] : undefined;
    if (!measure || of === undefined || used < of * NEAR) return [];
    const grown = measure(now) - measure(base);
    if (grown <= 0) return [];
    const [what, size] =
      name === 'definition'
        ? ['the definition has', (bytes: number) => `${Math.ceil(bytes / 1024)} KB`]
        : [`the API has`, (pieces: number) => `${pieces}`];
    const unit = name === 'definition' ? '' : ` ${name}`;
    const message = `${what} ${size(used)} of the ${size(of)}${unit} that API Gateway takes, ${size(grown)} more than before`;
    return [createChange({ kind: 'document-grown', message }, {})];
  });
}
