import { asArray, asJson } from '../json.js';
import type { Surroundings } from './verdict.js';

const DEFINITION = 6 * 1024 * 1024;
const MODELS = 400 * 1024;
const PARTS = 2000;

/** "Quotas for configuring and running a REST API in API Gateway". */
export function judgeLimits({ document, schemas, schemes, options, report }: Surroundings): void {
  const { resources = 300, authorizers = 10 } = options.limits ?? {};
  const check = (count: number, limit: number, what: string): void => {
    if (count > limit) report('rejected', `${count} ${what}, of ${limit}`, 'document');
  };
  check(Buffer.byteLength(JSON.stringify(document)), DEFINITION, 'bytes of definition');
  check(Buffer.byteLength(JSON.stringify(schemas)), MODELS, 'bytes of models');
  check(countResources(Object.keys(asJson(document['paths']))), resources, 'resources');
  const withAuthorizer = Object.values(schemes).filter(
    (one) => 'x-amazon-apigateway-authorizer' in asJson(one),
  );
  check(withAuthorizer.length, authorizers, 'authorizers');
  check(countParts(document), PARTS, 'documentation parts');
}

/** Every segment of a path is a resource, whether or not it answers. */
function countResources(paths: readonly string[]): number {
  const resources = new Set(['/']);
  for (const path of paths) {
    const segments = path.split('/').filter(Boolean);
    segments.forEach((_, index) => resources.add(segments.slice(0, index + 1).join('/')));
  }
  return resources.size;
}

/** Each description becomes a documentation part. */
function countParts(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  if (Array.isArray(value)) return asArray(value).reduce<number>((sum, item) => sum + countParts(item), 0);
  const { description, summary } = asJson(value);
  const own = (typeof description === 'string' && description !== '') || typeof summary === 'string' ? 1 : 0;
  return Object.entries(value)
    .filter(([key]) => !key.startsWith('x-') && key !== 'properties')
    .reduce((sum, [, item]) => sum + countParts(item), own);
}
