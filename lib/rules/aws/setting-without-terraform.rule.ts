import type { GatewayModel } from '../../model/gateway-model.js';
import type { Route, RouteConcern } from '../../model/routes/route.js';
import { placeOf, type Finding, type Rule } from '../rule.js';

/** What only the stage of an API has, by the option of the module. */
const STAGE = {
  throttle: 'AwsThrottle',
  cache: 'AwsCache',
  logging: 'AwsLogging',
} as const satisfies Readonly<Partial<Record<RouteConcern, string>>>;

type StageConcern = keyof typeof STAGE;

/**
 * Throttling, caching, logging and usage plans belong to the stage, which no document describes. It runs for a document
 * without the module that has the stage.
 */
export const settingWithoutTerraform: Rule = {
  code: 'setting-without-terraform',
  severity: 'warning',
  *check(model) {
    for (const concern of Object.keys(STAGE) as StageConcern[]) {
      const findings = listFindings(model, concern);
      const [first, ...others] = findings;
      if (first) yield { ...first, also: () => others };
    }
    // An HTTP API has none, which is reported as such.
    if (model.settings.gateway === 'rest-api' && Object.keys(model.settings.usagePlans).length > 0)
      yield describe('`forRoot({ usagePlans })`', {});
  },
};

/** Of the module first, then of each route with a decorator that has an effect. */
function listFindings({ routes, settings }: GatewayModel, concern: StageConcern): readonly Finding[] {
  const isOfHttp = settings.gateway === 'http-api';
  // An HTTP API has metrics only, which is reported as such.
  const set = routes.filter(({ stage }) =>
    isOfHttp && concern !== 'throttle'
      ? concern === 'logging' && stage.logging?.metrics !== undefined
      : stage[concern] !== undefined,
  );
  const ofModule = set.filter(({ origins }) => origins[concern].level === 'module');
  const decorated = set.filter(({ origins }) => origins[concern].level !== 'module');
  return [
    ...(ofModule.length > 0 ? [describe(`\`forRoot({ ${concern} })\``, {})] : []),
    ...decorated.map((route) => describe(`\`@${STAGE[concern]}\``, placeOf(route), countOthers(decorated))),
  ];
}

function countOthers(routes: readonly Route[]): string {
  return routes.length === 1 ? '' : ` (${routes.length} routes have it)`;
}

function describe(what: string, at: Finding['at'], count = ''): Finding {
  return {
    at,
    message: `${what} has no effect yet${count}: API Gateway takes it from the stage, which the document does not describe`,
    fix: 'Run `apigen` with `--out-terraform <dir>`, or set it at your own stage and ignore this diagnostic with the place as the reason.',
  };
}
