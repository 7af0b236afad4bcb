import { asArray, asJson } from '../json.js';
import type { Report } from './verdict.js';

const INVALID =
  'Invalid policy document. Please check the policy syntax and ensure that Principals are valid.';
const PLACE = 'x-amazon-apigateway-policy';
const POLICY_FIELDS = new Set(['Version', 'Id', 'Statement']);
const STATEMENT_FIELDS = new Set(
  'Sid Effect Principal NotPrincipal Action NotAction Resource NotResource Condition'.split(' '),
);

/** The policy of an API: IAM's grammar, and a principal in each statement. */
export function judgePolicy(policy: unknown, report: Report): void {
  const refuse = (what: string): void => report('rejected', `${INVALID} ${what}`, PLACE);
  if (Object.keys(asJson(policy)).length === 0) return refuse('a policy is an object');
  if (JSON.stringify(policy).length > 8192) refuse('a policy has 8192 characters at most');
  const { Version: version, Statement: statement } = asJson(policy);
  if (version !== undefined && version !== '2012-10-17' && version !== '2008-10-17') refuse('Version');
  for (const field of Object.keys(asJson(policy))) if (!POLICY_FIELDS.has(field)) refuse(field);
  const statements = Array.isArray(statement) ? asArray(statement) : [statement];
  if (statement === undefined || statements.length === 0) return refuse('Statement');
  for (const value of statements) {
    const one = asJson(value);
    if (one['Effect'] !== 'Allow' && one['Effect'] !== 'Deny') refuse('Effect');
    for (const field of ['Principal', 'Action', 'Resource']) {
      const given = [one[field], one[`Not${field}`]].filter((item) => item !== undefined);
      if (given.length !== 1) refuse(field);
    }
    for (const field of Object.keys(one)) if (!STATEMENT_FIELDS.has(field)) refuse(field);
    const principal = one['Principal'];
    if (principal !== undefined && principal !== '*' && Object.keys(asJson(principal)).length === 0) {
      refuse('Principal');
    }
  }
}
