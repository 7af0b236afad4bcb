import type { PrivateDocument } from '../../lib/testing/gateway/integration-document.js';
import type { TemplateInput } from '../../lib/testing/template/render-template.js';
import { encodePath } from './encode-path.js';
import { HOSTILE_TEXT } from './hostile-text.js';

export interface CorpusCase extends TemplateInput {
  /** Route, content type or pattern, and sample. */
  readonly label: string;
  readonly template: string;
}

/** Values for the placeholders of `service-app.ts`. */
export const VALUES: Readonly<Record<string, string>> = {
  table: 'things',
  bucket: 'files',
  topic: 'arn:aws:sns:us-east-1:111122223333:alerts',
  queue: 'jobs',
  queue_url: 'https://sqs.us-east-1.amazonaws.com/111122223333/jobs',
  machine: 'arn:aws:states:us-east-1:111122223333:stateMachine:orders',
  express_machine: 'arn:aws:states:us-east-1:111122223333:stateMachine:sums',
  bus: 'events',
  resource: 'arn:aws:s3:::files',
  stream: 'clicks',
  parameter: 'arn:aws:ssm:us-east-1:111122223333:parameter/p/*',
  role: 'arn:aws:iam::111122223333:role/gateway',
};

/** Every request and response template of a document, each with normal, missing and hostile values. */
export function listCases(document: PrivateDocument): readonly CorpusCase[] {
  const answered = new Set<string>();
  return listIntegrations(document).flatMap(({ route, integration }) => [
    ...Object.entries(integration.requestTemplates ?? {}).flatMap(([type, template]) =>
      listRequests().map((input) => ({ ...input, label: `${route} ${type} ${input.label}`, template })),
    ),
    ...Object.entries(integration.responses ?? {}).flatMap(([pattern, { responseTemplates = {} }]) =>
      // Many routes have the same answer to an error.
      Object.values(responseTemplates)
        .filter((template) => !answered.has(template) && answered.add(template))
        .flatMap((template) =>
          listAnswers().map((input) => ({ ...input, label: `${route} ${pattern} ${input.label}`, template })),
        ),
    ),
  ]);
}

interface Templates {
  readonly requestTemplates?: Readonly<Record<string, string>>;
  readonly responses?: Readonly<
    Record<string, { readonly responseTemplates?: Readonly<Record<string, string>> }>
  >;
}

function listIntegrations(
  document: PrivateDocument,
): readonly { readonly route: string; readonly integration: Templates }[] {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({
      route: `${method.toUpperCase()} ${path}`,
      integration: (operation as Readonly<Record<string, unknown>>)[
        'x-amazon-apigateway-integration'
      ] as Templates,
    })),
  );
}

type Sample = TemplateInput & { readonly label: string };

/** A body that has every member of the application's DTOs, with one text in each string. */
export function fullBody(text: string): Readonly<Record<string, unknown>> {
  return {
    name: text,
    id: text,
    age: 1,
    active: true,
    nick: text,
    score: -2.5,
    flag: false,
    address: { street: text, zip: 12345678901 },
    other: { street: text },
    others: [{ street: text, zip: 1 }, null, {}],
    tags: [text, `${text}2`],
    numbers: [1, 2.5, -3e-7],
    scores: [1, null, 1e21],
    flags: [true, false, null],
    grid: [[text, ''], [], null],
    labels: { [text]: text, other: 'x' },
    deep: { [text]: { "it's": 5 }, other: {} },
    'odd \'name\' $x #if \\ "q"': text,
    count: 3,
    on: false,
    thing: { name: text, age: 1, nick: null },
    things: [{ name: text, age: 1 }, { name: `${text}2` }, { name: '' }],
    unknown: text,
  };
}

/** Every member that may be null or empty, so. */
const EMPTY_BODY: Readonly<Record<string, unknown>> = {
  name: '',
  age: 0,
  active: false,
  ...Object.fromEntries(['id', 'nick', 'score', 'flag', 'other'].map((name) => [name, null])),
  ...Object.fromEntries('others tags numbers scores flags grid things'.split(' ').map((name) => [name, []])),
  ...Object.fromEntries('address labels deep thing'.split(' ').map((name) => [name, {}])),
};

function listRequests(): readonly Sample[] {
  const long = 'a"\\'.repeat(3000);
  return [
    ...[...HOSTILE_TEXT, long].map((text) => sampleRequest(text.slice(0, 60), toJson(fullBody(text)), text)),
    sampleRequest('empty members', toJson(EMPTY_BODY), '7'),
    sampleRequest('no members', '{}', 'x'),
    sampleRequest('no body, no parameters', ''),
    sampleRequest('a list as body', '[{"name":"x"},1,null]', '12'),
    sampleRequest('a text as body', '"x"', '900'),
    sampleRequest(
      'numbers as texts',
      '{"name":1,"id":2.50,"nick":true,"address":"x","others":{"a":1},"things":"x"}',
      '1',
    ),
  ];
}

function sampleRequest(label: string, body: string, text?: string): Sample {
  if (text === undefined)
    return { label, body, params: { path: { name: 'n' } }, context: { requestTimeEpoch: 1 } };
  return {
    label,
    body,
    params: {
      path: { name: encodePath(text) },
      querystring: {
        q: text,
        n: text,
        group: text,
        limit: text,
        from: text,
        to: text,
        delay: text,
        cursor: cursor(text),
      },
      header: { 'x-TENANT': text, 'X-Cursor': '', 'X-Tenant-Id': 'other' },
    },
    context: {
      requestId: text,
      requestTimeEpoch: 1_700_000_000_123,
      authorizer: { principalId: text, claims: { sub: text, 'custom:x': text } },
    },
    stageVariables: { stage: text },
  };
}

function cursor(text: string): string {
  return text === ''
    ? ''
    : Buffer.from(JSON.stringify({ pk: { S: text }, sk: { N: '1' } })).toString('base64');
}

/** The services' answers: success with each text, absence, and their errors. */
function listAnswers(): readonly Sample[] {
  const params = { path: { name: 'n' } };
  return [
    ...HOSTILE_TEXT.map((text) => ({
      label: `success ${text.slice(0, 60)}`,
      params,
      body: toJson(fullAnswer(text)),
    })),
    ...[
      '',
      '{}',
      '{"Item":{}}',
      '{"Items":[],"Count":0}',
      '{"Attributes":{"name":{"NULL":true},"unknown":{"S":"x"}}}',
    ].map((body) => ({ label: `answer ${body}`, params, body })),
    { label: 'nulls', params, body: toJson({ Item: NULLS, Attributes: NULLS, Items: [NULLS, {}] }) },
    ...ERRORS.map((name) => ({
      label: `error ${name}`,
      params,
      body: toJson({
        __type: `com.amazonaws.x#${name}`,
        message: 'secret arn',
        Error: { Code: name, Message: 'secret' },
      }),
    })),
    ...['FAILED', 'TIMED_OUT', 'ABORTED', 'RUNNING'].map((status) => ({
      label: status,
      params,
      body: toJson({ status, startDate: 1.7e9, error: 'secret', cause: 'secret' }),
    })),
    {
      label: 'partial failure',
      params,
      body: toJson({ FailedEntryCount: 1, FailedRecordCount: 2, Entries: [{}], Records: [{}] }),
    },
  ];
}

const ERRORS = (
  'ConditionalCheckFailedException ProvisionedThroughputExceededException ThrottlingException Throttled ' +
  'AccessDeniedException ResourceNotFoundException ValidationException ExecutionDoesNotExist NotFound ' +
  'RequestLimitExceeded ExecutionAlreadyExists QueueDoesNotExist KMSDisabledException Unheard'
).split(' ');

const NULLS = Object.fromEntries(
  [
    'name',
    'age',
    'active',
    'nick',
    'score',
    'flag',
    'address',
    'other',
    'others',
    'tags',
    'labels',
    'deep',
  ].map((name) => [name, { NULL: true }]),
);

/** An item as DynamoDB stores it, with every member of the application's DTO. */
export function fullItem(text: string): Readonly<Record<string, unknown>> {
  const address = { M: { street: { S: text }, zip: { N: '12345678901234567890' } } };
  return {
    pk: { S: 'THING#x' },
    name: { S: text },
    age: { N: '1' },
    active: { BOOL: true },
    nick: { NULL: true },
    score: { N: '-2.5' },
    flag: { BOOL: false },
    address,
    other: address,
    others: { L: [address, { NULL: true }, { M: {} }] },
    tags: { SS: [text, `${text}2`] },
    numbers: { NS: ['1', '2.5', '1E+21'] },
    scores: { L: [{ N: '1' }, { NULL: true }] },
    flags: { L: [{ BOOL: true }, { BOOL: false }, { NULL: true }] },
    grid: { L: [{ L: [{ S: text }, { S: '' }] }, { L: [] }, { NULL: true }] },
    labels: { M: { [text]: { S: text }, other: { S: 'x' } } },
    deep: { M: { [text]: { M: { "it's": { N: '5' } } }, other: { M: {} } } },
    'odd \'name\' $x #if \\ "q"': { S: text },
  };
}

function fullAnswer(text: string): unknown {
  return {
    Item: fullItem(text),
    Attributes: fullItem(text),
    Items: [fullItem(text), {}, fullItem('second')],
    LastEvaluatedKey: { pk: { S: text }, sk: { N: '1' } },
    PublishResponse: { PublishResult: { MessageId: text } },
    MessageId: text,
    executionArn: text,
    startDate: 1_700_000_000.123,
    stopDate: 1.7e9,
    status: 'SUCCEEDED',
    output: JSON.stringify({ text }),
    FailedEntryCount: 0,
    Entries: [{ EventId: text }],
    SequenceNumber: text,
    ShardId: 'shardId-0',
    FailedRecordCount: 0,
    Records: [{ SequenceNumber: text, ShardId: 'shardId-0' }],
  };
}

/** The parser of the judge's JSON library drops a bare DEL, which JSON allows. */
function toJson(value: unknown): string {
  return JSON.stringify(value).replaceAll('\u007f', '\\u007f');
}
