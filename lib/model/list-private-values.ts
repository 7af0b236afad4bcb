import { SERVICES } from '../services/services.js';
import { isDeployValue } from '../values/deploy-value.js';
import type { GatewayModel } from './gateway-model.js';

export interface PrivateValue {
  /** The fixed text. What is between two pieces is known only at deployment. */
  readonly pieces: readonly string[];
  /** `the host of a backend` */
  readonly what: string;
  /** `name`: names of the public document's own may be the same. `host`: letter case plays no part. */
  readonly kind: 'name' | 'host' | 'id';
}

/** Options whose value names a resource of the account. */
const NAMES: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.values(SERVICES).flatMap(({ privateNames }) => Object.entries(privateNames))),
  // Members of requests in templates.
  TableName: 'the name of a table',
  IndexName: 'the name of an index',
  StreamName: 'the name of a stream',
  EventBusName: 'the name of an event bus',
};
const IDS: Readonly<Record<string, string>> = {
  vpcLink: 'the id of a VPC link',
  connectionId: 'the id of a VPC link',
  vpcEndpointIds: 'the id of a VPC endpoint',
  accountId: 'the id of the account',
};

const ACCOUNT = IDS['accountId']!;
const QUEUE = 'the name of a queue';
const BUCKET = 'the name of a bucket';

/** What an ARN names, by its service. */
const RESOURCES: Readonly<Record<string, string>> = {
  lambda: 'the name of a function',
  sns: 'the name of a topic',
  sqs: QUEUE,
  states: 'the name of a state machine',
  dynamodb: 'the name of a table',
  kinesis: 'the name of a stream',
  events: 'the name of an event bus',
  s3: BUCKET,
  iam: 'the name of a role',
  'cognito-idp': 'the id of a user pool',
  kms: 'the id of a key',
  ssm: 'the name of a parameter',
  secretsmanager: 'the name of a secret',
};

/** Stands for what only deployment or a request knows. */
const UNKNOWN = '\0';

/** Texts in which something private stands, each with what its groups are. */
const PLACES: readonly (readonly [RegExp, ...string[]])[] = [
  [/\barn:[\w\0-]+:[a-z0-9-]+:[\w\0-]*:(\d{12}):/g, ACCOUNT],
  // A queue, by its URL and as the target of an integration.
  [/\/\/[\w.\0-]+\/(\d{12})\/([\w.-]+)/g, ACCOUNT, QUEUE],
  [/:sqs:path\/(\d{12})\/([\w.-]+)/g, ACCOUNT, QUEUE],
  [/:s3:path\/([\w.-]+)/g, BUCKET],
  [/\barn:[\w\0-]+:apigateway:[\w\0-]*:([\w.-]+)\.s3:path\//g, BUCKET],
];
const RESOURCE =
  /\barn:[\w\0-]+:(lambda|sns|sqs|states|dynamodb|kinesis|events|s3|iam|cognito-idp|kms|ssm|secretsmanager):[\w\0-]*:[\w\0-]*:(?:(?:function|stateMachine|secret):|(?:table|stream|event-bus|role|userpool|key|parameter)\/)?([\w.-]+)(?![\w.\0-])/g;
const WHOLE_ARN = /\barn:[\w-]+:[a-z0-9-]+:[^\s"'`\\{}\0]+(?![{\0])/g;
/** What is behind the host of a URL. */
const TARGET = /\bhttps?:\/\/[^\s/?#'"]+([^\s'"`\\]*)/g;
/** A segment or a value that no word looks like: the key of a webhook or of a function. */
const TOKEN = /(?<![^/?&=#])(?=[\w-]*\d)(?=[\w-]*[A-Za-z])[\w-]{20,}(?![^/?&=#])/g;
const HOST = /\bhttps?:\/\/([^\s/:?#'"${}]+)/g;
const MEMBER = new RegExp(`"(${Object.keys(NAMES).join('|')})"\\s*:\\s*"([^"\\0]+)"`, 'g');

/**
 * Literal text of the options that belongs only in the private document: hosts of backends, names of resources, ids.
 * A name that is an ordinary word is left out, because descriptions often contain it.
 */
export function listPrivateValues({ settings, routes, authorizers }: GatewayModel): readonly PrivateValue[] {
  const found = new Map<string, PrivateValue>();
  const add = (value: string, what: string, kind: PrivateValue['kind']): void => {
    if (!found.has(value)) found.set(value, { pieces: value.split(UNKNOWN), what, kind });
  };
  const addName = (value: string, what: string): void => {
    if (isTelling(value) && !value.includes(UNKNOWN))
      add(value, what, /^\d{12}$/.test(value) ? 'id' : 'name');
  };
  const readText = (text: string, key: string): void => {
    readPlaces(text);
    if (text.startsWith('arn:')) return;
    if (Object.hasOwn(NAMES, key)) addName(text, NAMES[key]!);
    if (Object.hasOwn(IDS, key) && isTelling(text) && !text.includes(UNKNOWN)) add(text, IDS[key]!, 'id');
  };
  const readPlaces = (text: string): void => {
    // Each place has one of them.
    if (!/:|\/\//.test(text)) return;
    for (const [arn] of text.matchAll(WHOLE_ARN)) add(arn, 'an ARN', 'id');
    for (const [, host] of text.matchAll(HOST))
      if (isPrivateHost(host!)) add(host!, 'the host of a backend', 'host');
    for (const [, target] of text.matchAll(TARGET))
      for (const [token] of target!.matchAll(TOKEN)) addName(token, 'a key in the URL of a backend');
    for (const [pattern, ...groups] of PLACES) {
      for (const match of text.matchAll(pattern)) groups.forEach((what, at) => addName(match[at + 1]!, what));
    }
    for (const [, service, name] of text.matchAll(RESOURCE)) addName(name!, RESOURCES[service!]!);
    for (const [, member, name] of text.matchAll(MEMBER)) addName(name!, NAMES[member!]!);
  };
  const walk = (value: unknown, key: string): void => {
    if (typeof value === 'string') readText(value.replace(/\$\{[^{}]*\}/g, UNKNOWN), key);
    else if (isDeployValue(value)) {
      walk(value['@deploy'].map((part) => (typeof part === 'string' ? part : UNKNOWN)).join(''), key);
    } else if (Array.isArray(value)) {
      for (const item of value) walk(item, key);
    } else if (typeof value === 'object' && value !== null) {
      for (const [name, item] of Object.entries(value)) walk(item, name);
    }
  };
  const { accountId, endpoint, credentials, policy } = settings;
  walk({ accountId, endpoint, credentials, policy }, '');
  for (const { publicScheme: _, ...authorizer } of authorizers) walk(authorizer, '');
  // Many routes share one integration.
  for (const integration of new Set(routes.map((route) => route.integration))) {
    // What a mock answers is public.
    if (integration && integration.kind !== 'mock') walk(integration, '');
  }
  return [...found.values()];
}

/** No ordinary word: with a character that is no letter, or words that are written together. */
function isTelling(name: string): boolean {
  return name.length > 5 && /[^A-Za-z]|[a-z][A-Z]/.test(name);
}

/**
 * A host of which enough is fixed to know it again. Of one whose first part only deployment knows, two labels are the
 * domain of everything that a company has.
 */
function isPrivateHost(host: string): boolean {
  if (/^(localhost|127\.[\d.]+|\[.*)$/i.test(host)) return false;
  if (!host.includes(UNKNOWN)) return true;
  const labels = host.split('.');
  const [first] = labels;
  const fixed = labels.filter((label) => !label.includes(UNKNOWN));
  return first!.replaceAll(UNKNOWN, '') === '' ? fixed.length > 2 : fixed.length > 1 || isTelling(first!);
}
