import type { GatewayOperation, GatewayOutput } from '../../back-end.js';
import { calledFunction } from '../../../model/authorizers/called-function.js';
import type { GatewayModel } from '../../../model/gateway-model.js';
import { credentialsOf } from '../../../model/integrations/credentials-of.js';
import type { LambdaFunction } from '../../../model/functions/lambda-function.js';
import type { Route } from '../../../model/routes/route.js';
import { takeFreeName } from '../../../model/take-free-name.js';
import { isService } from '../../../services/service-integrations.js';
import { formatDeployText } from '../../../values/deploy-text.js';
import type { DeployTree } from '../../../values/deploy-tree.js';
import {
  formatDeployValue,
  isDeployValue,
  isPlaceholder,
  parseDeployValue,
  type DeployValue,
} from '../../../values/deploy-value.js';

/** A function that API Gateway calls without a role, and so needs its permission. */
export interface Caller {
  /** A name for it within the module. */
  readonly name: string;
  readonly functionArn: FunctionReference;
  /** What follows the API's execution ARN, for all calls at once. */
  readonly source: string;
  /** The same for each call. */
  readonly sources: readonly string[];
}

/** An ARN, or an invocation URI that holds it. */
export type FunctionReference =
  | { readonly kind: 'arn'; readonly value: DeployValue }
  | { readonly kind: 'uri'; readonly value: DeployValue };

/** A variable of the stage in the name of a function is what the stage of the module has. */
export function listCallers(
  { routes, authorizers }: GatewayModel,
  { operations }: Pick<GatewayOutput, 'operations'>,
): readonly Caller[] {
  const calls = [
    ...routes.flatMap((route) => {
      const called = calledBy(route);
      return called ? sourcesOf(route, operations.get(route)).map((source) => ({ called, source })) : [];
    }),
    ...authorizers.flatMap((authorizer) => {
      const called = calledFunction(authorizer);
      return called && !called.credentials
        ? [{ called: referenceTo(called.function), source: 'authorizers/*' }]
        : [];
    }),
  ];
  const grouped = new Map<string, { readonly called: FunctionReference; readonly sources: Set<string> }>();
  for (const { called, source } of calls) {
    const text = formatDeployValue(called.value);
    const key = `${text} ${source === 'authorizers/*' ? 'authorizer' : ''}`;
    const known = grouped.get(key) ?? { called, sources: new Set<string>() };
    grouped.set(key, known);
    known.sources.add(source);
  }
  const names = new Set<string>();
  return [...grouped.values()].map(({ called, sources }) => ({
    name: nameOf(called.value, sources.has('authorizers/*'), names),
    functionArn: called,
    source: joinSources([...sources]),
    sources: [...sources].toSorted(),
  }));
}

function calledBy({ integration }: Route): FunctionReference | undefined {
  if (!integration || isService(integration) || credentialsOf(integration) !== undefined) return undefined;
  switch (integration.kind) {
    case 'lambda':
      return referenceTo(integration.function);
    case 'raw':
      return readUri(integration.object['uri']);
    case 'http':
    case 'mock':
      return undefined;
    default:
      return integration satisfies never;
  }
}

/** The invocation URI of a function. Absent: it is of something else. */
function readUri(uri: DeployTree | undefined): FunctionReference | undefined {
  const value = isDeployValue(uri) ? uri : parseDeployValue(formatDeployText(uri ?? ''));
  const isFunction = /:lambda:path\/.*\/functions\//.test(formatDeployValue(value));
  return isFunction ? { kind: 'uri', value } : undefined;
}

export function referenceTo(target: LambdaFunction): FunctionReference {
  return 'functionArn' in target
    ? { kind: 'arn', value: target.functionArn }
    : { kind: 'uri', value: target.invokeArn };
}

/** Stage, method and path: a variable and the any-method are `*`. The default route of an HTTP API is `$default`. */
function sourcesOf({ method, path }: Route, operation: GatewayOperation | undefined): readonly string[] {
  const keys = operation?.routeKeys ?? [`${method.toUpperCase()} ${path}`];
  return keys.map(
    (key) =>
      `*/${key
        .replace(' ', '')
        .replace(/^ANY/, '*')
        .replaceAll(/\{[^}]+\}/g, '*')}`,
  );
}

/** The narrowest pattern that stands for all. A `*` in it also stands for slashes. */
function joinSources(sources: readonly string[]): string {
  const [first = '', ...others] = sources;
  if (others.length === 0) return first;
  if (sources.includes('*/$default')) return '*/*';
  const split = sources.map((source) => source.split('/'));
  const methods = new Set(split.map(([, method]) => method));
  const paths = split.map((parts) => parts.slice(2));
  let same = 0;
  while (paths.every((path) => path.length > same + 1 && path[same] === paths[0]![same])) same += 1;
  return ['*', methods.size === 1 ? [...methods][0]! : '*', ...paths[0]!.slice(0, same), '*'].join('/');
}

function nameOf({ '@deploy': parts }: DeployValue, isAuthorizer: boolean, names: Set<string>): string {
  const [first] = parts;
  const text = parts.slice(1).join('');
  const base =
    isPlaceholder(first) && /^(:[\w-]+)?$/.test(text)
      ? `${first.placeholder}${text}`
      : (/function:([\w-]+)/.exec(formatDeployValue({ '@deploy': parts }))?.[1] ?? 'function');
  return takeFreeName(names, isAuthorizer ? `${base} authorizer` : base, ' ');
}
