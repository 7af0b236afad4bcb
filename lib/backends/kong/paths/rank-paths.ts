import { shapeOf } from '../../../model/routes/shape-of.js';
import { segmentsOf } from './render-expression.js';

/** With three kinds of segment, the deepest path whose number is below 2^31, the limit of `regex_priority`. */
const DEEPEST = 19;

/**
 * The `regex_priority` of each path: Kong takes the highest of those that match. From left to right fixed text beats a
 * variable, and a variable beats a wildcard, as in API Gateway.
 */
export function rankPaths(paths: readonly string[]): (path: string) => number {
  const deepest = Math.max(0, ...paths.map((path) => segmentsOf(path).length));
  if (deepest <= DEEPEST) return (path) => Number.parseInt(digitsOf(path, deepest) || '0', 3);
  // Too deep for digits: the place in the order of them.
  const order = [...new Set(paths.map((path) => digitsOf(path, deepest)))].toSorted();
  const places = new Map(order.map((digits, index) => [digits, index]));
  const ranks = new Map(paths.map((path) => [shapeOf(path), places.get(digitsOf(path, deepest))!]));
  return (path) => ranks.get(shapeOf(path))!;
}

function digitsOf(path: string, depth: number): string {
  return segmentsOf(path)
    .map((segment) => (segment.endsWith('+}') ? '0' : segment.startsWith('{') ? '1' : '2'))
    .join('')
    .padEnd(depth, '0');
}
