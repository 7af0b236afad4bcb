import { AUTHORS_TEXT as WRITTEN } from './service-app.js';
import { fullBody, VALUES } from './template-corpus.js';

/** What a caller sends: one text in every place that a caller fills. */
export interface Sent {
  readonly text: string;
  readonly body: Readonly<Record<string, unknown>>;
}

type Request = Readonly<Record<string, unknown>>;

/** A request that fits the models of the application, with one text in each string. */
export function send(text: string): Sent {
  const { unknown: _, ...full } = fullBody(text);
  const thing = { name: text, age: 1, nick: null, address: { street: text } };
  const others = [{ street: text, zip: 1 }, { street: '' }];
  const lists = { others, scores: [1, 1e21], flags: [true, false], grid: [[text, ''], []] };
  return { text, body: { ...full, ...lists, thing, things: [thing, { ...thing, name: `${text}2` }] } };
}

/** As API Gateway has it: it fills its own variables in. */
const AUTHORS_TEXT = WRITTEN.replace('${AWS::Region}', 'us-east-1');
const at = 1_700_000_000;
const table = VALUES['table'];

/** `everyPlace` of the application. */
const places = (t: string): string => `${t}.p[0]${t}(x)${t}{y}${t}\\${t}$${t}#${t}\\\\`;
const key = (t: string): Request => ({ pk: { S: `THING#${t}` } });
const fields = [
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
  'numbers',
];
const MEMBERS = [...fields, 'scores', 'flags', 'grid', 'labels', 'deep', 'odd \'name\' $x #if \\ "q"'];
const names = (...more: readonly string[]): Request =>
  Object.fromEntries([...MEMBERS, ...more].map((name, index) => [`#n${index}`, name]));
const projection = (from = 0): string => MEMBERS.map((_, index) => `#n${index + from}`).join(', ');

/** DynamoDB's form of the application's DTO, written by hand from its declaration. */
function item({ text: t }: Sent): Readonly<Record<string, unknown>> {
  const address = { M: { street: { S: t }, zip: { N: '12345678901' } } };
  return {
    name: { S: t },
    age: { N: '1' },
    active: { BOOL: true },
    nick: { S: t },
    score: { N: '-2.5' },
    flag: { BOOL: false },
    address,
    other: { M: { street: { S: t } } },
    others: { L: [{ M: { street: { S: t }, zip: { N: '1' } } }, { M: { street: { S: '' } } }] },
    tags: { SS: [t, `${t}2`] },
    numbers: { NS: ['1', '2.5', '-3.0E-7'] },
    scores: { L: [{ N: '1' }, { N: '1.0E21' }] },
    flags: { L: [{ BOOL: true }, { BOOL: false }] },
    grid: { L: [{ L: [{ S: t }, { S: '' }] }, { L: [] }] },
    labels: { M: { [t]: { S: t }, other: { S: 'x' } } },
    deep: { M: { [t]: { M: { "it's": { N: '5' } } }, other: { M: {} } } },
    'odd \'name\' $x #if \\ "q"': { S: t },
  };
}

const cursorKey = (t: string): Request =>
  t === '' ? {} : { ExclusiveStartKey: { pk: { S: t }, sk: { N: '1' } } };
const limit = (t: string): Request => ({ Limit: /^[1-9][0-9]{0,2}$/.test(t) ? Number(t) : 1000 });

function update(sent: Sent, fixed: Request, values: Request, more: Request): Request {
  const written = Object.entries(item(sent));
  const size = Object.keys(fixed).length;
  return {
    TableName: table,
    Key: key(sent.text),
    ReturnValues: 'ALL_NEW',
    UpdateExpression: `SET ${[
      ...Object.keys(values).map((_, index) => `#n${index} = :v${index}`),
      ...written.map((_, index) => `#m${index} = :m${index}`),
    ].join(',')}`,
    ExpressionAttributeNames: {
      ...Object.fromEntries(Object.keys(fixed).map((name, index) => [`#n${index}`, name])),
      ...Object.fromEntries(written.map(([name], index) => [`#m${index}`, name])),
    },
    ExpressionAttributeValues: {
      ...Object.fromEntries(Object.values(values).map((value, index) => [`:v${index}`, value])),
      ...Object.fromEntries(written.map(([, value], index) => [`:m${index}`, value])),
    },
    ...(size > Object.keys(values).length ? { ConditionExpression: `attribute_exists(#n${size - 1})` } : {}),
    ...more,
  };
}

const stringAttribute = (value: string): Request => ({ DataType: 'String', StringValue: value });

/** The body that each route's service must get, JSON parsed: exactly the caller's values and nothing beside them. */
export const EXPECTED_JSON: Readonly<Record<string, (sent: Sent) => Request>> = {
  'GET /dynamodb/one/{name}': ({ text: t }) => ({
    TableName: table,
    Key: key(t),
    ConsistentRead: true,
    ProjectionExpression: projection(),
    ExpressionAttributeNames: names(),
  }),
  'GET /dynamodb/pair/{name}': ({ text: t }) => ({
    TableName: table,
    Key: { ...key(t), sk: { N: t } },
    ProjectionExpression: '#n0, #n1, #n2',
    ExpressionAttributeNames: { '#n0': 'name', '#n1': 'a.b', '#n2': 'odd "name"' },
  }),
  'PUT /dynamodb/one/{name}': (sent) => ({
    TableName: table,
    Item: {
      ...item(sent),
      ...key(sent.text),
      sk: { S: AUTHORS_TEXT },
      places: { S: places(sent.text) },
      at: { N: '1700000000123' },
      on: { BOOL: true },
      off: { NULL: true },
      raw: { S: 'test' },
      binary: { B: sent.text },
      expiresAt: { N: String(at + 3600) },
    },
    ConditionExpression: 'attribute_not_exists(#n0)',
    ExpressionAttributeNames: { '#n0': 'pk' },
  }),
  'POST /dynamodb/one': (sent) => ({
    TableName: table,
    Item: { ...item(sent), ...key(sent.text), sk: { S: sent.text }, ttl: { N: String(at + 60) } },
    ConditionExpression: 'attribute_not_exists(#a) OR #a = :a OR #a = :b',
    ExpressionAttributeNames: { '#a': 'na"me' },
    ExpressionAttributeValues: { ':a': { S: sent.text }, ':b': { N: '1' } },
  }),
  'PATCH /dynamodb/one/{name}': (sent) => update(sent, { pk: 0 }, {}, {}),
  'PATCH /dynamodb/stamped/{name}': (sent) => {
    const values = { by: { S: sent.text }, note: { S: AUTHORS_TEXT }, expiresAt: { N: String(at + 60) } };
    return update(sent, values, values, {});
  },
  'PUT /dynamodb/touched/{name}': ({ text: t }) => ({
    TableName: table,
    Key: key(t),
    ReturnValues: 'ALL_NEW',
    UpdateExpression: 'SET #n0 = :v0',
    ConditionExpression: 'attribute_exists(#n1)',
    ExpressionAttributeNames: { '#n0': 'at', '#n1': 'pk' },
    ExpressionAttributeValues: { ':v0': { N: '1700000000123' } },
  }),
  'DELETE /dynamodb/one/{name}': ({ text: t }) => ({
    TableName: table,
    Key: key(t),
    ConditionExpression: 'attribute_exists(#n0)',
    ExpressionAttributeNames: { '#n0': 'pk' },
  }),
  'DELETE /dynamodb/pair/{name}': ({ text: t }) => ({
    TableName: table,
    Key: key(t),
    ReturnValues: 'ALL_OLD',
    ConditionExpression: '#o = :o',
    ExpressionAttributeNames: { '#o': 'owner' },
    ExpressionAttributeValues: { ':o': { S: t } },
  }),
  'GET /dynamodb/list': ({ text: t }) => ({
    TableName: table,
    KeyConditionExpression: '#n0 = :v0 AND begins_with(#n1, :v1)',
    ScanIndexForward: false,
    IndexName: 'by-group',
    FilterExpression: 'size(#t) > :t',
    ProjectionExpression: projection(3),
    ExpressionAttributeNames: {
      '#n0': 'group',
      '#n1': 'sk',
      '#t': 'tags',
      ...Object.fromEntries(MEMBERS.map((name, index) => [`#n${index + 3}`, name])),
    },
    ExpressionAttributeValues: { ':v0': { S: t }, ':v1': { S: `${t}#` }, ':t': { N: '0' } },
    ...limit(t),
    ...cursorKey(t),
  }),
  'GET /dynamodb/between/{name}': ({ text: t }) => ({
    TableName: table,
    KeyConditionExpression: '#n0 = :v0 AND #n1 BETWEEN :v1 AND :v2',
    ConsistentRead: true,
    Limit: 10,
    ProjectionExpression: projection(2),
    ExpressionAttributeNames: {
      '#n0': 'pk',
      '#n1': 'sk',
      ...Object.fromEntries(MEMBERS.map((name, index) => [`#n${index + 2}`, name])),
    },
    ExpressionAttributeValues: { ':v0': { S: t }, ':v1': { N: t }, ':v2': { N: t } },
  }),
  'GET /dynamodb/at-least/{name}': ({ text: t }) => ({
    TableName: table,
    KeyConditionExpression: '#n0 = :v0 AND #n1 >= :v1',
    Limit: 1000,
    ProjectionExpression: projection(2),
    ExpressionAttributeNames: {
      '#n0': 'pk',
      '#n1': 'sk',
      ...Object.fromEntries(MEMBERS.map((name, index) => [`#n${index + 2}`, name])),
    },
    ExpressionAttributeValues: { ':v0': { S: t }, ':v1': { S: AUTHORS_TEXT } },
  }),
  'GET /dynamodb/scan': ({ text: t }) => ({
    TableName: table,
    IndexName: 'by-group',
    Limit: 5,
    ProjectionExpression: projection(),
    ExpressionAttributeNames: names(),
    ...cursorKey(t),
  }),
  'POST /sqs/body': ({ text: t, body }) => ({
    QueueUrl: 'https://sqs.eu-west-1.amazonaws.com/111122223333/jobs',
    MessageBody: json(body),
    MessageAttributes: { 'a.b': stringAttribute(t), fixed: stringAttribute(AUTHORS_TEXT) },
    ...(/^[0-9]{1,3}$/.test(t) ? { DelaySeconds: Number(t) } : {}),
  }),
  'POST /sqs/built/{name}': ({ text: t, body }) => ({
    QueueUrl: 'https://sqs.us-east-1.amazonaws.com/123456789012/jobs',
    MessageBody: json({ id: t, all: body, who: places(t), n: 1.5, no: null, list: [true, AUTHORS_TEXT, []] }),
    DelaySeconds: 5,
    MessageGroupId: t,
    MessageDeduplicationId: places(t),
  }),
  'POST /sqs/text/{name}': ({ text: t }) => ({ QueueUrl: VALUES['queue_url'], MessageBody: places(t) }),
  'POST /sqs/member': ({ body }) => ({ QueueUrl: VALUES['queue_url'], MessageBody: json(body['thing']) }),
  'POST /step-functions/start/{name}': ({ text: t, body }) => ({
    stateMachineArn: VALUES['machine'],
    input: json(body),
    name: t,
  }),
  'POST /step-functions/sync': ({ text: t, body }) => ({
    stateMachineArn: VALUES['express_machine'],
    input: json({ all: body, id: t, text: AUTHORS_TEXT, who: `a${t}.b` }),
  }),
  'POST /step-functions/empty': () => ({ stateMachineArn: VALUES['machine'], input: json({}) }),
  'GET /step-functions/run/{name}': ({ text: t }) => ({
    executionArn: `arn:aws:states:us-east-1:111122223333:execution:orders:${t}`,
  }),
  'DELETE /step-functions/run/{name}': ({ text: t }) => ({
    executionArn: `arn:aws:states:eu-west-1:111122223333:execution:fixed:${t}`,
    cause: `by ${t}.`,
    error: AUTHORS_TEXT,
  }),
  'POST /eventbridge/body': ({ body }) => ({
    Entries: [{ EventBusName: 'events', Source: 'shop', DetailType: AUTHORS_TEXT, Detail: json(body) }],
  }),
  'POST /eventbridge/built/{name}': ({ text: t, body }) => ({
    Entries: [
      {
        EventBusName: 'default',
        Source: places(t),
        DetailType: `Placed.${t}`,
        Detail: json({ thing: body['thing'], things: body['things'], who: places(t) }),
        Resources: [VALUES['resource'], `arn:${t}`],
      },
    ],
  }),
  'POST /kinesis/body/{name}': ({ text: t, body }) => ({
    StreamName: 'clicks',
    Data: base64(JSON.stringify(body)),
    PartitionKey: t,
  }),
  'POST /kinesis/built/{name}': ({ text: t, body }) => ({
    StreamName: 'clicks',
    Data: base64Json({ id: t, thing: body['thing'], who: places(t), fixed: [AUTHORS_TEXT, 1, null, true] }),
    PartitionKey: places(t),
  }),
  'POST /kinesis/text/{name}': ({ text: t }) => ({
    StreamName: 'clicks',
    Data: base64(places(t)),
    PartitionKey: AUTHORS_TEXT,
  }),
  'POST /kinesis/member/{name}': ({ text: t, body }) => ({
    StreamName: 'clicks',
    Data: base64Json(body['things']),
    PartitionKey: t,
  }),
  'POST /kinesis/many': ({ body }) => ({
    StreamName: 'clicks',
    Records: (body['things'] as readonly { readonly name: string }[]).map((thing) => ({
      Data: base64Json(thing),
      PartitionKey: thing.name,
    })),
  }),
  'POST /service/action/{name}': ({ text: t, body }) => ({
    Name: `/p/${t}.x`,
    Value: places(t),
    Tags: [body],
    Overwrite: true,
    Fixed: AUTHORS_TEXT,
  }),
};

/** The parameters that each SNS route's form must hold. */
export const EXPECTED_FORMS: Readonly<Record<string, (sent: Sent) => Request>> = {
  'POST /sns/body': ({ text: t, body }) => ({
    Action: 'Publish',
    Version: '2010-03-31',
    TopicArn: VALUES['topic'],
    Subject: AUTHORS_TEXT,
    Message: json(body),
    'MessageAttributes.entry.1.Name': 'a.b',
    'MessageAttributes.entry.1.Value.DataType': 'String',
    'MessageAttributes.entry.1.Value.StringValue': t,
    'MessageAttributes.entry.2.Name': 'fixed',
    'MessageAttributes.entry.2.Value.DataType': 'String',
    'MessageAttributes.entry.2.Value.StringValue': AUTHORS_TEXT,
  }),
  'POST /sns/built/{name}': ({ text: t, body }) => ({
    Action: 'Publish',
    Version: '2010-03-31',
    TopicArn: VALUES['topic'],
    Message: json({ id: t, all: body, who: places(t), n: 1, no: null, list: [true, AUTHORS_TEXT, {}] }),
    MessageGroupId: t,
    MessageDeduplicationId: places(t),
  }),
  'POST /sns/text': ({ text: t }) => ({
    Action: 'Publish',
    Version: '2010-03-31',
    TopicArn: VALUES['topic'],
    Subject: `Re: ${t}`,
    Message: `Hi ${t}.`,
  }),
};

/** JSON text, compared by what it says. */
export interface JsonText {
  readonly json: unknown;
}

function json(value: unknown): JsonText {
  return { json: value };
}

function base64(text: string): { readonly base64: string } {
  return { base64: text };
}

function base64Json(value: unknown): { readonly base64: JsonText } {
  return { base64: json(value) };
}
