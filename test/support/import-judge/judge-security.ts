import { asArray, asJson, type Json } from '../json.js';
import type { Guard, OperationPlace, Surroundings } from './verdict.js';

type Kind = 'lambda' | 'cognito' | 'iam' | 'key' | 'nothing';

/** What a security scheme makes API Gateway ask for. */
export function kindOf(scheme: unknown): Kind {
  const { type, name, 'x-amazon-apigateway-authtype': authtype, ...rest } = asJson(scheme);
  const authorizer = asJson(rest['x-amazon-apigateway-authorizer']);
  if (type !== 'apiKey') return 'nothing';
  if (authorizer['type'] === 'cognito_user_pools') return 'cognito';
  if (Object.keys(authorizer).length > 0) return 'lambda';
  if (String(authtype).toLowerCase() === 'awssigv4') return 'iam';
  return String(name).toLowerCase() === 'x-api-key' ? 'key' : 'nothing';
}

/** The requirements of an operation: its own, or those of the root, scopes and all. */
export function securityOf(operation: Json, document: Json): unknown {
  return 'security' in operation ? operation['security'] : document['security'];
}

function kindsOf(
  operation: Json,
  { schemes, document }: Pick<Surroundings, 'schemes' | 'document'>,
): readonly Kind[] {
  const names = asArray(securityOf(operation, document)).flatMap((entry) => Object.keys(asJson(entry)));
  return names.map((name) => kindOf(Object.hasOwn(schemes, name) ? schemes[name] : undefined));
}

export function guardOf(operation: Json, surroundings: Pick<Surroundings, 'schemes' | 'document'>): Guard {
  const kind = kindsOf(operation, surroundings).find((one) => one !== 'key' && one !== 'nothing');
  if (kind === 'lambda' || kind === 'cognito' || kind === 'iam') return kind;
  const auth = String(asJson(operation['x-amazon-apigateway-auth'])['type']);
  return /^aws_iam$/i.test(auth) ? 'iam' : 'none';
}

/** The requirements of an operation. */
export function judgeSecurity({ operation, schemes, document, ...at }: OperationPlace): void {
  const { report, place, preflight } = at;
  const security = securityOf(operation, document) ?? [];
  if (!Array.isArray(security)) return report('rejected', 'security is a list of requirements', place);
  if (asArray(document['security']).length > 0 && security.length === 0) {
    report('broken', 'whether an empty list undoes the security of the root is not recorded', place);
  }
  if (preflight && security.length > 0)
    report('broken', 'a browser sends no credentials with a preflight', place);
  for (const requirement of security) {
    for (const [name, scopes] of Object.entries(asJson(requirement))) {
      if (!Object.hasOwn(schemes, name)) report('broken', `no scheme ${name}, so nothing guards`, place);
      else if (kindOf(schemes[name]) !== 'cognito' && asArray(scopes).length > 0) {
        report('dropped', `scopes of ${name}, which is no user pool`, place);
      }
      if (!Array.isArray(scopes)) report('rejected', `the scopes of ${name} are a list`, place);
    }
  }
  const kinds = kindsOf(operation, { schemes, document });
  if (kinds.filter((kind) => kind !== 'key' && kind !== 'nothing').length > 1) {
    report('broken', 'one authorizer for each method', place);
  }
  const key = kinds.includes('key');
  if (key && document['x-amazon-apigateway-api-key-source'] === 'AUTHORIZER' && !kinds.includes('lambda')) {
    report('broken', 'no function hands over the API key', place);
  }
}
