import { asJson } from '../json.js';
import type { Surroundings } from './verdict.js';

const SEGMENT = /^([A-Za-z0-9_.,:-]+|\{[A-Za-z0-9_.-]+\+?\})$/;
const PART =
  "Resource's path part only allow a-zA-Z0-9._- and curly braces at the beginning and the end and an optional plus sign before the closing brace.";

/** The tree of resources that the paths make. */
export function judgePaths({ document, options, report }: Surroundings): void {
  const variables = new Map<string, string>();
  const known = new Set<string>();
  for (const path of Object.keys(asJson(document['paths'])).filter((key) => !key.startsWith('x-'))) {
    const bare = path === '/' ? path : path.replace(/\/$/, '');
    if (!path.startsWith('/')) report('rejected', 'Invalid OpenAPI input.', path);
    if (bare !== path) report('dropped', 'the slash at the end of a path', path);
    if (known.has(bare))
      report(
        'rejected',
        `Another resource with the same parent already has this name: ${segmentOf(bare)}`,
        path,
      );
    known.add(bare);
    const segments = bare.split('/').slice(1);
    if (options.customDomain && /^s?ping$/.test(segments[0] ?? '')) {
      report('broken', 'the path is kept for custom domains', path);
    }
    if (bare !== '/') judgeSegments(segments, path, variables, report);
  }
}

function judgeSegments(
  segments: readonly string[],
  path: string,
  variables: Map<string, string>,
  report: Surroundings['report'],
): void {
  const names = segments.filter((segment) => segment.startsWith('{'));
  if (new Set(names).size < names.length) report('broken', 'two variables of one name', path);
  for (const [index, segment] of segments.entries()) {
    if (!SEGMENT.test(segment)) report('rejected', PART, path);
    if (segment.endsWith('+}') && index < segments.length - 1) {
      report('rejected', `Cannot create a child of a resource with a greedy path variable: ${segment}`, path);
    }
    if (!segment.startsWith('{')) continue;
    const parent = segments.slice(0, index).join('/');
    const sibling = variables.get(parent) ?? segment;
    if (sibling !== segment) {
      const what = `A sibling (${sibling}) of this resource already has a variable path part -- only one is allowed`;
      report('rejected', what, path);
    }
    variables.set(parent, sibling);
  }
}

function segmentOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
