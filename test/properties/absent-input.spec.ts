import { Body, Controller, Post, type Type } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { describe, expect, it } from '@jest/globals';
import {
  AwsDynamoDb,
  AwsEventBridge,
  AwsKinesis,
  AwsService,
  AwsSns,
  AwsSqs,
  AwsStepFunctions,
  LambdaAuthorizer,
  type RequestValue,
} from 'nestjs-aws-gateway';
import { createGatewayTester } from '../../lib/testing/index.js';
import { writeTree } from '../../lib/values/deploy-tree.js';
import {
  BODY_TYPES,
  optionalValues,
  readOptional,
  sampleOf,
  type OptionalValue,
} from '../support/arbitrary-optional.js';
import { compileControllers } from '../support/create-app.js';
import { asJson, type Json } from '../support/json.js';
import { createClass } from './build-dtos.js';
import { assertCovering } from './assert-covering.js';

type Named<T> = Readonly<Record<string, T>>;

/** A call of a service, and what its request must say of the values that were sent. */
interface Call {
  readonly decorate: (values: Named<RequestValue>, first: RequestValue) => MethodDecorator;
  readonly expected: (sent: Named<string>, first: string | undefined, members: Json) => unknown;
  readonly read: (body: string) => unknown;
}

const queue = { queueUrl: 'https://sqs.eu-west-1.amazonaws.com/111122223333/jobs' };
const topic = { topicArn: 'arn:aws:sns:eu-west-1:111122223333:news' };
const stateMachineArn = 'arn:aws:states:eu-west-1:111122223333:stateMachine:jobs';
const TEXT = 'fixed';

/** Only what has a value. */
const given = (members: Named<unknown>): Json =>
  Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as Json;
const mapValues = <T, U>(values: Named<T>, change: (value: T) => U): Named<U> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, change(value)]));

const CALLS: Named<Call> = {
  sqs: {
    decorate: (attributes, first) =>
      AwsSqs({ ...queue, message: TEXT, attributes: { ...attributes, kind: TEXT }, deduplicationId: first }),
    expected: (sent, first) =>
      given({
        attributes: mapValues({ ...sent, kind: TEXT }, (StringValue) => ({
          DataType: 'String',
          StringValue,
        })),
        first,
      }),
    read: (body) => {
      const { MessageAttributes, MessageDeduplicationId } = asJson(JSON.parse(body));
      return given({ attributes: MessageAttributes, first: MessageDeduplicationId });
    },
  },
  'sqs message': {
    decorate: (values) => AwsSqs({ ...queue, message: { values, kind: TEXT } }),
    expected: (_, __, members) => ({ values: members, kind: TEXT }),
    read: (body) => JSON.parse(String(asJson(JSON.parse(body))['MessageBody'])) as unknown,
  },
  sns: {
    decorate: (attributes, subject) => AwsSns({ ...topic, message: TEXT, attributes, subject }),
    expected: (sent, first) => given({ ...mapValues(sent, (value) => `String ${value}`), first }),
    read: readTopic,
  },
  'step functions': {
    decorate: (input, name) => AwsStepFunctions({ action: 'StartExecution', stateMachineArn, input, name }),
    expected: (_, first, members) => given({ members, first }),
    read: (body) => {
      const { input, name } = asJson(JSON.parse(body));
      return given({ members: JSON.parse(String(input)), first: name });
    },
  },
  eventbridge: {
    decorate: (detail, first) =>
      AwsEventBridge({ source: TEXT, detailType: TEXT, detail: { detail }, resources: [first, TEXT] }),
    expected: (_, first, members) => ({
      detail: { detail: members },
      resources: [...(first === undefined ? [] : [first]), TEXT],
    }),
    read: (body) => {
      const [entry] = asJson(JSON.parse(body))['Entries'] as readonly Json[];
      return { detail: JSON.parse(String(entry!['Detail'])), resources: entry!['Resources'] };
    },
  },
  kinesis: {
    decorate: (data) => AwsKinesis({ stream: 'clicks', partitionKey: TEXT, data }),
    expected: (_, __, members) => members,
    read: (body) =>
      JSON.parse(Buffer.from(String(asJson(JSON.parse(body))['Data']), 'base64').toString()) as unknown,
  },
  service: {
    decorate: (body) => AwsService({ service: 'ssm', action: 'PutParameter', body: { body } }),
    expected: (_, __, members) => ({ body: members }),
    read: (body) => JSON.parse(body) as unknown,
  },
  'dynamodb put': {
    decorate: (attributes) =>
      AwsDynamoDb({ action: 'PutItem', table: 'jobs', key: { pk: TEXT }, attributes }),
    expected: (sent) => mapValues({ ...sent, pk: TEXT }, (S) => ({ S })),
    read: (body) => asJson(JSON.parse(body))['Item'],
  },
};

function readTopic(body: string): unknown {
  const form = new URLSearchParams(body);
  const attributes: Record<string, string> = {};
  for (let entry = 1; form.has(`MessageAttributes.entry.${entry}.Name`); entry += 1) {
    const part = `MessageAttributes.entry.${entry}`;
    attributes[form.get(`${part}.Name`)!] =
      `${form.get(`${part}.Value.DataType`)} ${form.get(`${part}.Value.StringValue`)}`;
  }
  return given({ ...attributes, first: form.get('Subject') ?? undefined });
}

class JobDto {}
for (const [name, type] of Object.entries(BODY_TYPES)) {
  Reflect.defineMetadata('design:type', Object, JobDto.prototype, name);
  ApiProperty({ type, required: false })(JobDto.prototype, name);
}

/** One controller with a route for each call. */
function buildCalls(values: readonly OptionalValue[]): Type {
  const controller = createClass('JobsController');
  const prototype = controller.prototype as object;
  const named = Object.fromEntries(values.map((value, index) => [`a${index}`, readOptional(value)]));
  for (const [index, { decorate }] of Object.values(CALLS).entries()) {
    const name = `h${index}`;
    // Nest finds the arguments of a handler by the function's own name.
    const value = { [name]: (): void => undefined }[name];
    Object.defineProperty(prototype, name, { value, configurable: true, writable: true });
    Body()(prototype, name, 0);
    Reflect.defineMetadata('design:paramtypes', [JobDto], prototype, name);
    const decorators = [Post(name), decorate(named, readOptional(values[0]!))];
    Reflect.decorate(decorators, prototype, name, Object.getOwnPropertyDescriptor(prototype, name)!);
  }
  Controller()(controller);
  return controller;
}

describe('input that callers leave out', () => {
  it('is left out of every request of every service, and what is sent keeps its type', async () => {
    await assertCovering<readonly OptionalValue[], 'whole' | 'partial'>(
      optionalValues,
      { whole: 2, partial: 20 },
      async (values) => {
        const { privateDocument, diagnostics } = await compileControllers([buildCalls(values)], {
          credentials: 'arn:aws:iam::111122223333:role/gateway',
          authorizer: new LambdaAuthorizer({ name: 'caller', functionArn: '${authorizer_arn}' }),
        });
        expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
        const tester = createGatewayTester(writeTree(privateDocument) as object, {
          values: { authorizer_arn: 'arn:aws:lambda:eu-west-1:111122223333:function:guard' },
        });
        for (const [index, [name, { expected, read }]] of Object.entries(CALLS).entries()) {
          const { request } = tester.open(`POST /h${index}`, sampleOf(values));
          const sent = given(
            Object.fromEntries(values.map((one, place) => [`a${place}`, textOf(one)])),
          ) as Named<string>;
          expect([name, read(request!.body)]).toEqual([
            name,
            expected(sent, textOf(values[0]!), membersOf(values)),
          ]);
        }
        return values.every(({ sent }) => sent !== undefined) ? 'whole' : 'partial';
      },
      { numRuns: 30 },
    );
  });
});

const textOf = ({ sent }: OptionalValue): string | undefined =>
  sent === undefined ? undefined : String(sent);

/** JSON: a member of the body keeps its type or is left out, every other value is text. */
function membersOf(values: readonly OptionalValue[]): Json {
  return given(
    Object.fromEntries(
      values.map(({ at, sent }, index) => [`a${index}`, sent ?? (at === 'body' ? undefined : '')]),
    ),
  );
}
