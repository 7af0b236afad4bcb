import { isObject, type JsonObject } from '../../openapi/openapi.js';
import type { Change, Found } from '../change.js';
import { compareMembers } from '../compare-members.js';
import { compareCorsPolicies } from '../cors/compare-cors-policies.js';
import { createChange } from '../create-change.js';
import { describeDifference } from '../describe-difference.js';
import { describeAdded } from '../routes/describe-added.js';
import { isGuarded } from '../security/compare-guards.js';
import { namesOf } from '../routes/rename-variables.js';
import { showValue } from '../show-value.js';
import { sortByRisk } from '../sort-by-risk.js';
import { compareConsumers } from './compare-consumers.js';
import { compareEnvironment } from './compare-environment.js';
import { compareKongAnswers, compareKongPlugins } from './compare-kong-answers.js';
import { compareKongGuards } from './compare-kong-guards.js';
import { readKongCors, type KongRoute } from './kong-file.js';
import { readKongGuards } from './read-kong-guards.js';
import { readKongRoutes } from './read-kong-routes.js';

/** What changed between two declarative files of Kong, by risk. The names and the order of entities are no change. */
export function compareKong(given: JsonObject, now: JsonObject): readonly Change[] {
  const { base, changes: ofVariables } = compareEnvironment(given, now);
  const [was, is] = [readKongRoutes(base), readKongRoutes(now)];
  const someGuarded = [...was.values()].some((route) => isGuarded(readKongGuards(route)));
  const ofRoutes = [...new Set([...was.keys(), ...is.keys()])].flatMap((name) => {
    const [before, after] = [was.get(name), is.get(name)];
    const route = after ?? before!;
    if (route.isPreflight && (before?.isPreflight ?? true)) return [];
    const at = { method: route.method, path: route.path };
    if (!after) {
      const other = is.get(`ANY ${route.shape}`);
      return other
        ? compareRoute(before!, other).map((found) => createChange(found, at))
        : [createChange({ kind: 'route-removed', message: 'the route is removed: callers get a 404' }, at)];
    }
    if (!before) {
      return [createChange(describeAdded(readKongGuards(after), someGuarded), at)];
    }
    return [
      ...compareRoute(before, after),
      ...compareCorsPolicies(
        readKongCors(before.plugins.get('cors')),
        readKongCors(after.plugins.get('cors')),
        { had: servesPath(was, route), has: servesPath(is, route) },
      ),
    ].map((found) => createChange(found, at));
  });
  const changes = [
    ...ofRoutes,
    ...compareConsumers(
      { document: base, routes: [...was.values()] },
      { document: now, routes: [...is.values()] },
    ).map((found) => createChange(found, {})),
    ...compareFile(base, now).map((found) => createChange(found, {})),
    ...ofVariables,
  ];
  return sortByRisk(changes);
}

/** Whether a method of the path of a route has a route. */
function servesPath(
  routes: ReadonlyMap<string, KongRoute>,
  { shape }: KongRoute,
): (method: string) => boolean {
  return (method) => routes.has(`${method} ${shape}`);
}

/** A function gets the variables of the path by their names, and nothing else does. */
function compareVariables(before: KongRoute, after: KongRoute): readonly Found[] {
  const byName = [before, after].every(
    ({ plugins }) => plugins.get('aws-lambda')?.['awsgateway_compatible'] === true,
  );
  if (!byName) return [];
  const [was, is] = [namesOf(before.path), namesOf(after.path)];
  return was.flatMap((name, index) =>
    is[index] === undefined || name === is[index]
      ? []
      : [
          {
            kind: 'path-variable-renamed' as const,
            message: `the path variable ${showValue(name)} is now ${showValue(is[index])}: the function gets the new name`,
          },
        ],
  );
}

function compareRoute(before: KongRoute, after: KongRoute): readonly Found[] {
  return [
    ...compareVariables(before, after),
    ...compareKongGuards(before, after),
    ...compareKongAnswers(before, after),
    ...compareKongPlugins(before, after),
    ...compareMembers(before.settings, after.settings, {}, (member, was, is) => [
      { kind: 'integration-changed', message: `\`${member}\` of the route ${describeDifference(was, is)}` },
    ]),
  ];
}

/** What is compared by route or by consumer. */
const APART = ['services', 'routes', 'consumers', 'plugins'];

function compareFile(base: JsonObject, now: JsonObject): readonly Found[] {
  return compareMembers(base, now, {}, (member, was, is) =>
    APART.includes(member)
      ? []
      : isObject(was) && isObject(is)
        ? compareMembers(was, is, {}, (inner, a, b) => [
            { kind: 'setting-changed', message: `\`${member}.${inner}\` ${describeDifference(a, b)}` },
          ])
        : [{ kind: 'setting-changed', message: `\`${member}\` ${describeDifference(was, is)}` }],
  );
}
