import type { GatewayOutput } from '../../../backends/back-end.js';
import { docsOf, type Diagnostic, type DiagnosticPlace } from '../../../diagnostics/diagnostic.js';
import { placeOf } from '../../../rules/rule.js';
import type { ApiGatewayId } from '../../../model/api-gateways.js';
import type { Emulator, Hidden } from '../emulator/emulator.js';
import { compareDeployed, type Difference } from './compare-deployed.js';
import type { Deployed, Subject } from './deployed.js';
import { fillVariables, type Variables } from './fill-variables.js';

/** What has to be in an emulator. */
export interface Expectation {
  readonly expected: readonly Deployed[];
  /** The same of the document that Terraform rendered. */
  readonly rendered: readonly Deployed[];
  /** What the routes are called in the document. */
  readonly routes: GatewayOutput['operations'];
  readonly variables: Variables;
}

export interface Comparison extends Expectation {
  readonly actual: readonly Deployed[];
  /** What Terraform would change again. */
  readonly secondPlan: string | undefined;
  readonly emulator: Emulator;
  readonly gateway: ApiGatewayId;
}

/** What `apigen verify` reports. Each code has a heading in docs/diagnostics.md. */
export type VerifyCode =
  | 'verify-deployed-differently'
  | 'verify-not-shown'
  | 'verify-plan-not-empty'
  | 'verify-rendered-differently';

/** Everything that is otherwise than the application says, and what could not be seen. */
export function compareAll(comparison: Comparison): readonly Diagnostic[] {
  const { actual, secondPlan, emulator, gateway, routes, variables } = comparison;
  const [expected, rendered] = [comparison.expected, comparison.rendered].map((parts) =>
    fillVariables(parts, variables),
  ) as [readonly Deployed[], readonly Deployed[]];
  const hidden = emulator.hidden[gateway];
  const isHidden = (subject: Subject, member?: string): boolean =>
    hidden.some(
      (one) =>
        one.subject === subject &&
        (one.members === undefined || (member !== undefined && one.members.includes(member))),
    );
  const wrong = compareDeployed(expected, rendered, () => false);
  const known = new Set(wrong.map(nameOf));
  const deployed = compareDeployed(expected, fillVariables(actual, variables), isHidden).filter(
    (one) => !known.has(nameOf(one)),
  );
  const places = listPlaces(routes);
  const unseen = hidden.filter((one) => expected.some((part) => hasHidden(part, one)));
  return [
    ...wrong.map((one) =>
      report('verify-rendered-differently', places(one), describe(one, 'Terraform renders'), RENDERED),
    ),
    ...deployed.map((one) =>
      report('verify-deployed-differently', places(one), describe(one, `${emulator.name} has`), DEPLOYED),
    ),
    ...(secondPlan === undefined
      ? []
      : [report('verify-plan-not-empty', {}, describePlan(secondPlan), PLAN)]),
    ...(unseen.length === 0
      ? []
      : [
          report(
            'verify-not-shown',
            {},
            `${emulator.name} does not show, so these were not compared: ${unseen.map(({ words }) => words).join('; ')}`,
            'Try them in an account of AWS before you rely on them.',
          ),
        ]),
  ];
}

const RENDERED =
  'Check the values of `--var`. If they are right, report a bug of nestjs-aws-gateway with the decorator.';
const DEPLOYED =
  'Find out which is wrong: the emulator, which may not support it, or the document, which AWS may read in the same way.';
const PLAN = 'Report a bug of nestjs-aws-gateway, unless the emulator does not keep the setting.';

/** How long a value is shown. */
const SHOWN = 300;

function describe({ subject, name, member, ...values }: Difference, who: string): string {
  const what = `the ${subject}${name === '' ? '' : ` \`${name}\``}`;
  if (!('actual' in values)) {
    const which = member === undefined ? what : `\`${member}\` of ${what}`;
    const wanted = member === undefined ? '' : `, which is ${show(values.expected)}`;
    return `${which} is missing: ${who} none${wanted}`;
  }
  if (member === undefined) return `${who} ${what}, which the application does not have`;
  return `${who} ${show(values.actual)} as \`${member}\` of ${what}, not ${show(values.expected)}`;
}

function show(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? 'nothing');
  return `\`${text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text}\``;
}

/** `# module.api.aws_api_gateway_stage.this will be updated in-place` */
function describePlan(plan: string): string {
  const changes = [...plan.matchAll(/^\s*# module\.api\.(\S+) (?:will be|must be) (.+)$/gm)];
  const list = changes.map(([, address, what]) => `\`${address!}\` (${what!})`).join(', ');
  return `a second plan of Terraform still changes ${list || 'outputs'}`;
}

/** Whether the application has what an emulator does not show. */
function hasHidden({ subject, members }: Deployed, hidden: Hidden): boolean {
  if (subject !== hidden.subject) return false;
  return hidden.members?.some((member) => !EMPTY.includes(JSON.stringify(members[member]))) ?? true;
}

/** A route that has no authorizer, no API key and nothing else has nothing to show. */
const EMPTY: readonly (string | undefined)[] = [undefined, '"NONE"', 'false', '{}', '[]'];

function report(code: VerifyCode, at: DiagnosticPlace, message: string, fix: string): Diagnostic {
  return {
    code,
    severity: code === 'verify-not-shown' ? 'info' : 'error',
    at,
    message,
    fix,
    docs: docsOf(code),
  };
}

function nameOf({ subject, name, member = '' }: Difference): string {
  return JSON.stringify([subject, name, member]);
}

/** Where the decorators of a route are, by its name in the document. A preflight is where the path is. */
function listPlaces(routes: GatewayOutput['operations']): (difference: Difference) => DiagnosticPlace {
  const named = new Map<string, DiagnosticPlace>();
  for (const [route, { path, routeKeys }] of routes) {
    for (const key of routeKeys ?? [`${route.method.toUpperCase()} ${path}`]) named.set(key, placeOf(route));
    if (!named.has(path)) named.set(path, placeOf(route));
  }
  return ({ subject, name }) =>
    subject === 'route' ? (named.get(name) ?? named.get(name.replace(/^\S+ /, '')) ?? {}) : {};
}
