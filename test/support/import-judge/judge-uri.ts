import type { Json } from '../json.js';
import { isArnOf, isFunction, isMisplaced, PARTITION, REGION, withoutStageVariables } from './aws-values.js';
import type { OperationPlace } from './verdict.js';

const TARGET = new RegExp(`^arn:${PARTITION}:apigateway:${REGION}:([\\w.{}-]+):(path|action)/(.*)$`);
const INVOKE = /^2015-03-31\/functions\/(.+)\/invocations$/;
const STREAM = /^2021-11-15\/functions\/(.+)\/response-streaming-invocations$/;
const URL = /^(https?):\/\/([A-Za-z0-9._-]+)(?::(\d+))?(?:[/?][^\s<>"\\^`|]*)?$/;
const INVALID_ARN = 'Invalid ARN specified in the request';
const LOCAL = /^(localhost$|127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)/;
/** Services whose actions are requests only with POST. */
const POSTED = new Set(['dynamodb', 'states', 'events', 'kinesis', 'firehose', 'ssm']);

/** A service of AWS that a URI names, with what follows `:path/` or `:action/`. */
export interface Target {
  readonly service: string;
  readonly style: string;
  readonly rest: string;
}

export function readTarget(uri: unknown): Target | undefined {
  const match = TARGET.exec(withoutStageVariables(String(uri)));
  return match ? { service: match[1]!, style: match[2]!, rest: match[3]! } : undefined;
}

/** "Setting up REST API integrations" */
export function judgeUri(type: string, integration: Json, at: OperationPlace): void {
  const { uri, httpMethod, connectionType, responseTransferMode } = integration;
  const { report, place } = at;
  if (typeof uri !== 'string' || uri === '') return report('rejected', INVALID_ARN, place);
  if (/\{[^{}]*\+\}/.test(uri))
    report('broken', 'a greedy variable is written without its plus in a uri', place);
  if (type.startsWith('http')) return judgeUrl(uri, String(connectionType), at);

  const target = readTarget(uri);
  if (target === undefined) {
    const raw = /^arn:[^:]+:/.test(uri) && !/:(path|action)\//.test(uri);
    return report(
      'rejected',
      raw ? 'AWS ARN for integration must contain path or action' : INVALID_ARN,
      place,
    );
  }
  const { service, style, rest } = target;
  if (isMisplaced(uri)) report('rejected', `${INVALID_ARN}: no region of its partition`, place);
  const invokes = service === 'lambda' && style === 'path' && (INVOKE.test(rest) || STREAM.test(rest));
  if (type === 'aws_proxy' && !invokes) {
    const what =
      "Integrations of type 'AWS_PROXY' currently only supports Lambda function and Firehose stream invocations.";
    return report('rejected', what, place);
  }
  if (service === 'lambda') {
    const stream = STREAM.exec(rest)?.[1];
    const arn = INVOKE.exec(rest)?.[1] ?? stream;
    if (style !== 'path' || arn === undefined) report('broken', 'no invocation of a function', place);
    else if (!isFunction(arn)) {
      report(isArnOf('lambda', arn) ? 'broken' : 'rejected', `${INVALID_ARN}: ${arn}`, place);
    }
    if (httpMethod !== 'POST') report('broken', 'a function is invoked with POST', place);
    if ((stream !== undefined) !== (responseTransferMode === 'STREAM')) {
      report('broken', 'a function streams by the streaming invocation alone', place);
    }
  } else if (style === 'action' && POSTED.has(service) && httpMethod !== 'POST') {
    report('broken', `${service} takes actions with POST`, place);
  }
}

function judgeUrl(uri: string, connectionType: string, { report, place }: OperationPlace): void {
  const match = URL.exec(withoutStageVariables(uri));
  const port = Number(match?.[3] ?? 443);
  const allowed = port === 80 || port === 443 || (port >= 1024 && port <= 65_535);
  const left = withoutStageVariables(uri).replace(/\{[a-zA-Z0-9._$+-]+\}/g, '');
  const host = match?.[2] ?? '';
  const linked = connectionType === 'VPC_LINK';
  if (match === null || !allowed || /[{}]/.test(left)) {
    return report('rejected', `Invalid HTTP endpoint specified for URI: ${uri}`, place);
  }
  if (!linked && LOCAL.test(host))
    report('broken', 'a private address is reached over a VPC link alone', place);
  // A stage variable may stand for any host.
  else if (!linked && !host.includes('.') && host !== withoutStageVariables('${stageVariables.host}')) {
    report('rejected', `Invalid HTTP endpoint specified for URI: ${uri}`, place);
  }
}
