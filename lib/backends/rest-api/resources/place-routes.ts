import type { GatewayModel } from '../../../model/gateway-model.js';
import type { GatewayPath, Route } from '../../../model/routes/route.js';
import { shapeOf } from '../../../model/routes/shape-of.js';
import { findOperation, handlersOf } from '../../../model/documents/view-route.js';
import { findNameReader } from './find-name-reader.js';
import { isCovered } from './is-covered.js';
import { nameLevel, type LevelUse } from './name-level.js';
import type { VariableNames } from './rename-path-values.js';

/** Two routes of one level, where API Gateway has one variable. */
export interface LevelConflict {
  /** `/users`, or `/` at the root. */
  readonly below: string;
  /** The variable that the level has, with its braces. */
  readonly segment: string;
  /** A route that names it so. */
  readonly keeper: Route;
  /** The routes that name it differently, and cannot be served under that name. */
  readonly others: readonly { readonly route: Route; readonly segment: string }[];
}

/** Where routes stand among the resources of the API. */
interface Placement {
  /** The model's paths under the names of their resources, sorted. A greedy path holds the routes that it covers. */
  readonly resources: readonly GatewayPath[];
  /** Of each route that has a variable with another name. */
  readonly names: ReadonlyMap<Route, VariableNames>;
  /** Routes that a greedy route answers just as well, where API Gateway cannot have both. */
  readonly covered: ReadonlyMap<Route, Route>;
  readonly conflicts: readonly LevelConflict[];
}

/**
 * A resource has at most one child with a variable, whatever follows it. The name of a variable means nothing to a
 * backend that gets the path, so that routes with other names are served under one.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-known-issues.html
 */
export function placeRoutes(model: GatewayModel): Placement {
  const placed = new Map<Route, string[]>();
  const covered = new Map<Route, Route>();
  const conflicts: LevelConflict[] = [];
  for (const level of listLevels(model)) {
    const present = level.filter(({ route }) => !covered.has(route));
    const greedy = present.filter(isGreedy);
    const plain = present.filter((use) => !isGreedy(use));
    const [first] = greedy;
    if (first && plain.length > 0) {
      const answers = plain.map(({ route }) => [route, findCover(route, greedy)] as const);
      if (answers.every(([, by]) => by)) {
        for (const [route, by] of answers) covered.set(route, by!);
      } else {
        const [route] = answers.find(([, by]) => !by)!;
        const { segment } = plain.find((use) => use.route === route)!;
        conflicts.push({
          below: nameParent(first),
          segment,
          keeper: route,
          others: greedy.map((use) => ({ route: use.route, segment: use.segment })),
        });
      }
    }
    for (const uses of [plain, greedy]) {
      const left = uses.filter(({ route }) => !covered.has(route));
      if (left.length === 0) continue;
      const taken = new Set(placed.get(left[0]!.route));
      const name = nameLevel(left, taken);
      const reading = left.filter((use) => use.isRead && use.name !== name);
      if (reading.length > 0) {
        const keeper = left.find((use) => use.name === name) ?? left[0]!;
        conflicts.push({
          below: nameParent(keeper),
          segment: isGreedy(keeper) ? `{${name}+}` : `{${name}}`,
          keeper: keeper.route,
          others: reading.map(({ route, segment }) => ({ route, segment })),
        });
      }
      for (const { route } of left) placed.set(route, [...(placed.get(route) ?? []), name]);
    }
  }
  const names = new Map<Route, VariableNames>();
  for (const [route, chosen] of placed) {
    const renamed = route.pathParameters.flatMap(({ name }, index): [string, string][] =>
      chosen[index] === undefined || chosen[index] === name ? [] : [[name, chosen[index]]],
    );
    if (renamed.length > 0) names.set(route, new Map(renamed));
  }
  return { resources: listResources(model, placed, covered), names, covered, conflicts };
}

interface PlacedUse extends LevelUse {
  readonly route: Route;
  readonly segment: string;
  readonly depth: number;
}

/** The variables of all routes by what stands before them, those nearest to the root first. */
function listLevels(model: GatewayModel): readonly (readonly PlacedUse[])[] {
  const levels = new Map<string, PlacedUse[]>();
  for (const route of model.routes) {
    const segments = route.path.split('/').slice(1);
    const variables = segments.filter(isVariable);
    // A variable beside other text in a segment is not a resource: another rule reports it.
    if (variables.length !== route.pathParameters.length) continue;
    const isRead = findNameReader(route) !== undefined;
    const parameters = handlersOf(route)
      .flatMap((handler) => findOperation(handler, model).parameters ?? [])
      .filter((one) => one.in === 'query' || one.in === 'header');
    let count = 0;
    for (const [depth, segment] of segments.entries()) {
      if (!isVariable(segment)) continue;
      const key = `/${shapeOf(segments.slice(0, depth).join('/'))}`;
      const level = levels.get(key) ?? levels.set(key, []).get(key)!;
      const { name } = route.pathParameters[count]!;
      count += 1;
      const later = route.pathParameters.slice(count).map((variable) => variable.name);
      const others = new Set([...later, ...parameters.map((parameter) => parameter.name)]);
      const isLast = depth === segments.length - 1;
      level.push({ route, segment, depth, name, isRead, isLast, others });
    }
  }
  return [...levels.values()].toSorted((a, b) => a[0]!.depth - b[0]!.depth);
}

function isVariable(segment: string): boolean {
  return /^\{[^{}]+\}$/.test(segment);
}

function isGreedy({ segment }: PlacedUse): boolean {
  return segment.endsWith('+}');
}

function findCover(route: Route, greedy: readonly PlacedUse[]): Route | undefined {
  return greedy.find((use) => isCovered(route, use.route))?.route;
}

function nameParent({ route, depth }: PlacedUse): string {
  return `/${route.path
    .split('/')
    .slice(1, depth + 1)
    .join('/')}`;
}

function listResources(
  { paths }: GatewayModel,
  placed: ReadonlyMap<Route, readonly string[]>,
  covered: ReadonlyMap<Route, Route>,
): readonly GatewayPath[] {
  return paths
    .flatMap((path): GatewayPath[] => {
      const routes = path.routes.filter((route) => !covered.has(route));
      if (routes.length === 0) return [];
      const more = [...covered].flatMap(([route, by]) => (path.routes.includes(by) ? [route] : []));
      const names = placed.get(routes[0]!);
      return [{ ...(names ? rename(path, names) : path), routes: [...routes, ...more] }];
    })
    .toSorted((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}

function rename(path: GatewayPath, names: readonly string[]): GatewayPath {
  const pathParameters = path.pathParameters.map((variable, index) => ({
    ...variable,
    name: names[index] ?? variable.name,
  }));
  let count = 0;
  const text = path.path.replace(/\{[^{}]*?(\+?)\}/g, (_, plus: string) => {
    const { name } = pathParameters[count]!;
    count += 1;
    return `{${name}${plus}}`;
  });
  return { ...path, path: text, pathParameters };
}
