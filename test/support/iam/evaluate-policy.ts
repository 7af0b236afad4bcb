/** One call of a service, as IAM judges it. */
export interface Call {
  /** `dynamodb:GetItem` */
  readonly action: string;
  /** An ARN. */
  readonly resource: string;
}

export interface Policy {
  readonly Statement: readonly Statement[];
}

interface Statement {
  readonly Effect: string;
  readonly Action: string | readonly string[];
  readonly Resource: string | readonly string[];
}

/**
 * Whether a policy of an identity allows a call: some statement allows it, and none denies it. Of a statement with
 * anything else, such as a condition, nothing is known.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */
export function isAllowed({ Statement }: Policy, call: Call): boolean {
  const effects = Statement.filter((statement) => matches(statement, call)).map(({ Effect }) => Effect);
  return effects.includes('Allow') && !effects.includes('Deny');
}

const KNOWN = ['Effect', 'Action', 'Resource', 'Sid'];

function matches(statement: Statement, { action, resource }: Call): boolean {
  const unknown = Object.keys(statement).find((member) => !KNOWN.includes(member));
  if (unknown !== undefined) throw new Error(`The simulator does not know ${unknown}.`);
  // Names of actions have no case; ARNs have.
  return (
    [statement.Action].flat().some((pattern) => fits(pattern.toLowerCase(), action.toLowerCase())) &&
    [statement.Resource].flat().some((pattern) => pattern === '*' || fitsArn(pattern, resource))
  );
}

/** A wildcard does not reach from one of the first five parts of an ARN into the next. */
function fitsArn(pattern: string, arn: string): boolean {
  const [patterns, parts] = [splitArn(pattern), splitArn(arn)];
  return patterns.every((part, index) => fits(part, parts[index] ?? ''));
}

function splitArn(arn: string): readonly string[] {
  const parts = arn.split(':');
  return [...parts.slice(0, 5), parts.slice(5).join(':')];
}

/** `*` is any text, `?` one character. */
function fits(pattern: string, text: string): boolean {
  const source = pattern
    .replace(/[$()+.[\\\]^{|}]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${source}$`, 's').test(text);
}
