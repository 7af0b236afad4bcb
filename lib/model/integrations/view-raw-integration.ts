import type { IntegrationResponse, RawIntegration } from './integration.js';
import { isObject } from '../../openapi/openapi.js';
import { fillWords, readTarget } from '../../grammar/read-target.js';

/** An integration object as rules read it. */
export interface RawView {
  /** In lower case. */
  readonly type: string;
  /** API Gateway passes the answer on as it is. */
  readonly proxied: boolean;
  readonly uri: unknown;
  /** Of `aws` and `aws_proxy`; absent for other types, and when only deployment tells. */
  readonly target: 'function' | 'service' | undefined;
  /** In lower case; absent means `when_no_match`. */
  readonly passthroughBehavior: string;
  readonly requestParameters: Readonly<Record<string, unknown>>;
  readonly requestTemplates: Readonly<Record<string, string>>;
  /** Absent when there is none. */
  readonly responses: Readonly<Record<string, IntegrationResponse>> | undefined;
}

export function viewRawIntegration({ object }: RawIntegration): RawView {
  const { uri, responses } = object;
  const type = fillWords(object['type']).toLowerCase();
  return {
    type,
    proxied: type.endsWith('_proxy'),
    uri,
    target:
      object['integrationSubtype'] !== undefined
        ? 'service'
        : type.startsWith('aws')
          ? readTarget(uri)
          : undefined,
    passthroughBehavior: fillWords(object['passthroughBehavior'] ?? 'when_no_match').toLowerCase(),
    requestParameters: record(object['requestParameters']),
    requestTemplates: record(object['requestTemplates']),
    responses: isObject(responses) && Object.keys(responses).length > 0 ? record(responses) : undefined,
  };
}

function record(value: unknown): Readonly<Record<string, never>> {
  return (isObject(value) ? value : {}) as Readonly<Record<string, never>>;
}
