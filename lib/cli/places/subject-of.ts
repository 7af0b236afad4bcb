import type { Concern } from '../../decorators/decorator-metadata.js';
import type { DiagnosticCode } from '../../diagnostics/diagnostic-code.js';

/** What a diagnostic is about: the decorator of a concern, or the handler itself. */
export type Subject = Concern | 'handler';

/** The codes that are not about the integration. A decorator that a message names goes before. */
const SUBJECTS: Readonly<Partial<Record<DiagnosticCode, Subject>>> = {
  'api-key-without-authorizer': 'apiKey',
  'authorizer-name-reused': 'authorizer',
  'cache-without-key': 'cache',
  'cached-answer-of-caller': 'cache',
  'cached-write': 'cache',
  'conflicting-path-variables': 'handler',
  'cors-credentials-with-wildcard': 'cors',
  'cors-differs-from-application': 'cors',
  'cors-disagreement': 'cors',
  'cors-headers-incomplete': 'cors',
  'cors-without-template': 'cors',
  'duplicate-route': 'handler',
  'enhancer-without-effect': 'handler',
  'guard-without-authorizer': 'handler',
  'guard-without-effect': 'handler',
  'guarded-preflight': 'handler',
  'invalid-ignore': 'ignore',
  'invalid-public-document': 'handler',
  'list-placeholder-as-text': 'cors',
  'merged-operation': 'handler',
  'model-loosened': 'handler',
  'operation-without-route': 'handler',
  'parameter-not-validated': 'validation',
  'proxy-without-cors-headers': 'cors',
  'public-scheme-mismatch': 'authorizer',
  'reserved-path': 'handler',
  'route-without-authorizer': 'handler',
  'route-without-integration': 'handler',
  'route-without-operation': 'handler',
  'schema-name-reused': 'handler',
  'schemas-without-members': 'handler',
  'security-without-authorizer': 'handler',
  'several-origins-on-binary-answer': 'cors',
  'shadowed-route': 'handler',
  'unknown-reference': 'handler',
  'unsupported-method': 'handler',
  'unsupported-path': 'handler',
  'unused-ignore': 'ignore',
  'validation-without-model': 'validation',
  'version-without-versioning': 'handler',
};

export function subjectOf(code: string): Subject {
  return SUBJECTS[code as DiagnosticCode] ?? 'integration';
}
