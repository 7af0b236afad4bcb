import { formatDeployText } from '../values/deploy-text.js';
import { isDeployValue, isPlaceholder } from '../values/deploy-value.js';

/** The text of a field with a word for each value that deployment, import or the stage fills in. */
export function fillWords(value: unknown): string {
  const text = typeof value === 'string' || isDeployValue(value) ? formatDeployText(value) : '';
  return text.replace(/\$\{[\w:.]+\}/g, 'x');
}

/** Whether a field is text or a placeholder that may stand for any. */
export function startsWithPlaceholder(value: unknown): boolean {
  return isDeployValue(value)
    ? isPlaceholder(value['@deploy'][0])
    : typeof value === 'string' && /^\$\{\w+\}/.test(value);
}

/** What the `uri` of an integration of type `aws` or `aws_proxy` calls; absent when only deployment tells. */
export function readTarget(uri: unknown): 'function' | 'service' | undefined {
  if (startsWithPlaceholder(uri)) return undefined;
  const { service } = readService(uri);
  return service === undefined || service === 'x' ? undefined : service === 'lambda' ? 'function' : 'service';
}

/** Services whose actions are JSON in the body of a POST, by the protocol of each. */
const POSTED: ReadonlySet<string> = new Set(['dynamodb', 'states', 'events', 'kinesis', 'firehose', 'ssm']);

/** Whether a service takes actions only with POST. Services of the query protocol, such as SQS, also take GET. */
export function postsActions(service: string): boolean {
  return POSTED.has(service);
}

/** Whether a `uri` names an action of such a service. */
export function isPostedAction(uri: unknown): boolean {
  const { service, isAction } = readService(uri);
  return isAction && service !== undefined && postsActions(service);
}

function readService(uri: unknown): { readonly service?: string; readonly isAction: boolean } {
  const [, service, action] = /^arn:[^:]*:apigateway:[^:]*:([^:]+):(action\/)?/.exec(fillWords(uri)) ?? [];
  return { ...(service === undefined ? {} : { service }), isAction: action !== undefined };
}
