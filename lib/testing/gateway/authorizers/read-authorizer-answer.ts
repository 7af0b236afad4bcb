import { InvalidPolicy } from './evaluate-policy.js';
import type { LambdaGuard } from './requirements.js';

/** What a Lambda authorizer answered. */
export type AuthorizerAnswer = {
  /** What it adds to `$context.authorizer`. */
  readonly context: Readonly<Record<string, unknown>>;
  readonly usageIdentifierKey?: string;
} & ({ readonly isAuthorized: boolean } | { readonly policy: unknown });

/**
 * Reads the answer of a Lambda authorizer.
 *
 * @throws InvalidPolicy for an answer that API Gateway does not understand
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-lambda-authorizer-output.html
 */
export function readAuthorizerAnswer(payload: string, guard: LambdaGuard): AuthorizerAnswer {
  const answer = JSON.parse(payload) as Readonly<Record<string, unknown>> | null;
  if (typeof answer !== 'object' || answer === null || Array.isArray(answer))
    throw new InvalidPolicy(`it answered ${payload.slice(0, 100)}`);
  const { context: given, principalId, policyDocument, usageIdentifierKey, isAuthorized } = answer;
  const isHttpApi = guard.payloadFormat !== undefined;
  const context = isHttpApi ? ((given ?? {}) as Readonly<Record<string, unknown>>) : readContext(given);
  if (guard.payloadFormat === '2.0' && guard.simpleResponses) {
    if (typeof isAuthorized !== 'boolean') throw new InvalidPolicy('it has no isAuthorized');
    return { isAuthorized, context };
  }
  if (typeof policyDocument !== 'object' || policyDocument === null)
    throw new InvalidPolicy('it has no policyDocument');
  return {
    policy: policyDocument,
    context: { ...(principalId === undefined ? {} : { principalId: String(principalId) }), ...context },
    ...(typeof usageIdentifierKey === 'string' ? { usageIdentifierKey } : {}),
  };
}

/** A REST API takes texts, numbers and booleans, and hands on texts. */
function readContext(given: unknown): Readonly<Record<string, string>> {
  if (given === undefined || given === null) return {};
  if (typeof given !== 'object' || Array.isArray(given))
    throw new InvalidPolicy('its context is not an object');
  const entries = Object.entries(given).filter(([, value]) => value !== null);
  const nested = entries.find(([, value]) => typeof value === 'object');
  if (nested)
    throw new InvalidPolicy(`the member ${nested[0]} of its context is not a string, a number or a boolean`);
  return Object.fromEntries(entries.map(([name, value]) => [name, String(value)]));
}
