import { NotServed } from '../not-served.js';

interface Statement {
  readonly Effect?: unknown;
  readonly Action?: unknown;
  readonly NotAction?: unknown;
  readonly Resource?: unknown;
  readonly NotResource?: unknown;
  readonly Condition?: unknown;
}

/** What a policy says of one request. */
export interface PolicyDecision {
  /** `implicit`: no statement is about the request, which denies it. */
  readonly effect: 'allow' | 'deny' | 'implicit';
  /** The resource that decides, as the policy writes it. */
  readonly resource?: string;
  /** Every resource that the policy allows. */
  readonly allowed: readonly string[];
}

/** The text is not a policy that API Gateway understands. */
export class InvalidPolicy extends Error {}

const INVOKE = 'execute-api:Invoke';

/**
 * Whether a policy lets a request through: a Deny that fits wins over every Allow.
 *
 * @param methodArn `arn:aws:execute-api:REGION:ACCOUNT:API/STAGE/METHOD/path`
 * @throws InvalidPolicy for what is not a policy, NotServed for a condition
 */
export function evaluatePolicy(policy: unknown, methodArn: string): PolicyDecision {
  const statements = readStatements(policy);
  const allowed: string[] = [];
  let decision: Omit<PolicyDecision, 'allowed'> = { effect: 'implicit' };
  for (const statement of statements) {
    const effect = readEffect(statement);
    const resources = readTexts(statement.Resource);
    if (effect === 'allow') allowed.push(...resources);
    if (!isAboutInvoking(statement)) continue;
    const resource = findResource(statement, resources, methodArn);
    if (resource === undefined) continue;
    if (statement.Condition !== undefined && Object.keys(statement.Condition as object).length > 0)
      throw new NotServed('The policy has a `Condition`, which is not evaluated here.', {
        condition: statement.Condition,
      });
    if (decision.effect !== 'deny') decision = { effect, resource };
  }
  return { ...decision, allowed };
}

function readStatements(policy: unknown): readonly Statement[] {
  const statement = (policy as { readonly Statement?: unknown } | null | undefined)?.Statement;
  const list = [statement].flat();
  if (list.some((one) => typeof one !== 'object' || one === null))
    throw new InvalidPolicy('it has no Statement');
  return list as readonly Statement[];
}

function readEffect({ Effect }: Statement): 'allow' | 'deny' {
  if (Effect === 'Allow') return 'allow';
  if (Effect === 'Deny') return 'deny';
  throw new InvalidPolicy(`its Effect is ${JSON.stringify(Effect)}, not "Allow" or "Deny"`);
}

function isAboutInvoking({ Action, NotAction }: Statement): boolean {
  if (NotAction !== undefined) return !readTexts(NotAction).some((action) => fits(action, INVOKE, 'i'));
  return readTexts(Action).some((action) => fits(action, INVOKE, 'i'));
}

function findResource(
  { NotResource }: Statement,
  resources: readonly string[],
  methodArn: string,
): string | undefined {
  if (NotResource === undefined) return resources.find((resource) => fits(resource, methodArn));
  const others = readTexts(NotResource);
  return others.some((resource) => fits(resource, methodArn)) ? undefined : `not ${others.join(', ')}`;
}

function readTexts(value: unknown): readonly string[] {
  return [value].flat().filter((text) => typeof text === 'string');
}

/** `*` is any text, also across slashes, and `?` any one character. */
function fits(pattern: string, text: string, flags = ''): boolean {
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${source}$`, `s${flags}`).test(text);
}
