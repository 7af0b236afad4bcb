import { isObject, toList } from '../../../openapi/openapi.js';
import { membersOf } from './members-of.js';

/**
 * A resource policy in one form: AWS escapes its text, adds the API to the resources, and writes lists of one as text.
 * Absent: there is none.
 */
export function normalizePolicy(policy: unknown): unknown {
  const parsed = typeof policy === 'string' ? parse(policy) : policy;
  if (!isObject(parsed)) return undefined;
  const { Version: version, Statement: statement } = parsed;
  return { Version: version, Statement: toList(statement).map(normalizeStatement) };
}

function parse(text: string): unknown {
  for (const one of [text, text.replace(/\\(.)/g, '$1')]) {
    try {
      return JSON.parse(one) as unknown;
    } catch {
      // The other form.
    }
  }
  return undefined;
}

function normalizeStatement(statement: unknown): unknown {
  const { Action: action, Resource: resource, Principal: principal, ...others } = membersOf(statement);
  return {
    ...others,
    Principal: principal === '*' || membersOf(principal)['AWS'] === '*' ? '*' : principal,
    Action: toList(action).map(String).toSorted(),
    Resource: toList(resource)
      .map((one) => String(one).replace(/^arn:[\w-]+:execute-api:[^:]*:[^:]*:[^/]+\//, 'execute-api:/'))
      .toSorted(),
  };
}
