/** What a change may do, the worst first. */
export const RISKS = ['security', 'outage', 'behaviour', 'cost', 'cosmetic'] as const;

export type Risk = (typeof RISKS)[number];

/** The part of the application that a change comes from: the decorators of a concern, or the handler itself. */
export type ChangeSubject = 'integration' | 'authorizer' | 'apiKey' | 'cors' | 'validation' | 'handler';

type Row = readonly [risk: Risk, subject: ChangeSubject];

/** Every kind of change, with its risk and what it is about. */
export const CHANGE_KINDS = {
  'open-route-added': ['security', 'handler'],
  'route-added': ['behaviour', 'handler'],
  'route-removed': ['outage', 'handler'],
  'route-answered-by-other': ['behaviour', 'handler'],
  'path-variable-renamed': ['outage', 'handler'],

  'authorizer-removed': ['security', 'authorizer'],
  'authorizer-replaced': ['security', 'authorizer'],
  'authorizer-added': ['outage', 'authorizer'],
  'authorizer-loosened': ['security', 'authorizer'],
  'authorizer-tightened': ['outage', 'authorizer'],
  'authorizer-changed': ['security', 'authorizer'],
  'authorizer-call-changed': ['outage', 'authorizer'],
  'authorizer-cached-shorter': ['cost', 'authorizer'],
  'authorizer-renamed': ['cosmetic', 'authorizer'],
  'authorizer-unused': ['cosmetic', 'authorizer'],
  'scopes-widened': ['security', 'authorizer'],
  'scopes-narrowed': ['outage', 'authorizer'],
  'api-key-removed': ['security', 'apiKey'],
  'api-key-added': ['outage', 'apiKey'],

  'consumer-added': ['security', 'handler'],
  'consumer-widened': ['security', 'handler'],
  'consumer-narrowed': ['outage', 'handler'],
  'consumer-removed': ['outage', 'handler'],

  'integration-removed': ['outage', 'integration'],
  'integration-added': ['behaviour', 'integration'],
  'integration-type-changed': ['outage', 'integration'],
  'integration-target-changed': ['outage', 'integration'],
  'integration-connection-changed': ['outage', 'integration'],
  'integration-role-changed': ['outage', 'integration'],
  'integration-changed': ['behaviour', 'integration'],
  'certificate-not-verified': ['security', 'integration'],
  'certificate-verified': ['outage', 'integration'],
  'timeout-lowered': ['outage', 'integration'],
  'timeout-raised': ['behaviour', 'integration'],
  'event-format-changed': ['outage', 'integration'],
  'request-mapping-changed': ['behaviour', 'integration'],
  'response-mapping-changed': ['behaviour', 'integration'],
  'streaming-on': ['cost', 'integration'],
  'streaming-off': ['behaviour', 'integration'],
  'cache-keys-changed': ['behaviour', 'integration'],

  'cors-origin-allowed': ['security', 'cors'],
  'cors-credentials-allowed': ['security', 'cors'],
  'cors-removed': ['outage', 'cors'],
  'cors-narrowed': ['behaviour', 'cors'],
  'cors-changed': ['behaviour', 'cors'],

  'validator-removed': ['security', 'validation'],
  'validator-added': ['behaviour', 'validation'],
  'model-changed': ['behaviour', 'handler'],
  'model-renamed': ['cosmetic', 'handler'],
  'parameter-changed': ['behaviour', 'handler'],
  'response-changed': ['behaviour', 'handler'],

  'policy-widened': ['security', 'handler'],
  'policy-narrowed': ['outage', 'handler'],
  'tls-lowered': ['security', 'handler'],
  'tls-raised': ['outage', 'handler'],
  'endpoint-opened': ['security', 'handler'],
  'endpoint-changed': ['outage', 'handler'],
  'api-key-source-changed': ['outage', 'handler'],
  'binary-types-changed': ['outage', 'handler'],
  'gateway-response-changed': ['behaviour', 'handler'],
  'setting-changed': ['behaviour', 'handler'],
  'document-grown': ['cost', 'handler'],

  'placeholder-renamed': ['outage', 'integration'],
  'placeholder-added': ['outage', 'integration'],
  'placeholder-removed': ['cosmetic', 'integration'],

  'contract-broken': ['outage', 'handler'],
  'contract-changed': ['behaviour', 'handler'],
  'contract-documented': ['cosmetic', 'handler'],

  'documentation-changed': ['cosmetic', 'handler'],
  'unknown-change': ['behaviour', 'handler'],
} as const satisfies Readonly<Record<string, Row>>;

export type ChangeKind = keyof typeof CHANGE_KINDS;
