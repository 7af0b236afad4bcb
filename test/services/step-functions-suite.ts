import { beforeAll, describe, expect, it } from '@jest/globals';
import {
  CreateStateMachineCommand,
  DescribeExecutionCommand,
  SFNClient,
  type DescribeExecutionCommandOutput,
} from '@aws-sdk/client-sfn';
import * as fc from 'fast-check';
import { clientOptions } from '../support/services-client.js';
import { ACCOUNT, openGateway, REGION, type ServicesGateway } from '../support/services-gateway.js';
import { callerText, anyJson } from '../support/services-hostile.js';
import { RunsController } from '../support/services-runs.js';

const arnOf = (name: string): string => `arn:aws:states:${REGION}:${ACCOUNT}:execution:orders:${name}`;

export function stepFunctionsSuite(moto: () => string): void {
  let client: SFNClient;
  let gateway: ServicesGateway;

  beforeAll(async () => {
    client = new SFNClient({ ...clientOptions(moto()), disableHostPrefix: true });
    const create = async (name: string, type: 'STANDARD' | 'EXPRESS'): Promise<string> =>
      (
        await client.send(
          new CreateStateMachineCommand({
            name,
            type,
            roleArn: `arn:aws:iam::${ACCOUNT}:role/workflow`,
            definition: JSON.stringify({ StartAt: 'Done', States: { Done: { Type: 'Succeed' } } }),
          }),
        )
      ).stateMachineArn!;
    gateway = await openGateway(moto(), [RunsController], {
      workflow_arn: await create('orders', 'STANDARD'),
      express_arn: await create('quick', 'EXPRESS'),
    });
  });

  const read = (executionArn: string): Promise<DescribeExecutionCommandOutput> =>
    client.send(new DescribeExecutionCommand({ executionArn }));

  const RUN = { title: 'O\'Brien "x" \\ ${y} #set\n', more: { deep: [null, 1.5, {}, [], false] } };

  const startSecond = (title: string): ReturnType<ServicesGateway['send']> =>
    gateway.send('POST /runs/of/{name}', { path: { name: 'second' }, body: { title } });
  const sync = (answer: object): ReturnType<ServicesGateway['answer']> =>
    gateway.answer('POST /runs/sync', answer, { body: RUN });

  describe('StartExecution', () => {
    it('starts with the body as input, and answers the execution', async () => {
      const answer = await gateway.send('POST /runs', { body: RUN });
      const { executionArn, startDate, ...rest } = answer.json() as Record<string, unknown>;
      expect({ status: answer.status, rest }).toEqual({ status: 201, rest: {} });
      expect(startDate).toBeDefined();
      const found = await read(String(executionArn));
      expect(found.stateMachineArn).toBe(`arn:aws:states:${REGION}:${ACCOUNT}:stateMachine:orders`);
      expect(JSON.parse(found.input!)).toEqual(RUN);
    });

    it('starts with an empty input where there is no body', async () => {
      const { executionArn } = (await gateway.send('POST /runs/empty')).json() as Record<string, string>;
      expect((await read(executionArn!)).input).toBe('{}');
    });

    it('starts with a name and an input of its own', async () => {
      const answer = await gateway.send('POST /runs/of/{name}', {
        path: { name: 'first' },
        query: { q: '"q"' },
        headers: { 'x-who': "'me'" },
        context: { requestId: 'id-1' },
        body: RUN,
      });
      expect(answer.json()).toHaveProperty('executionArn', arnOf('first'));
      expect(JSON.parse((await read(arnOf('first'))).input!)).toEqual({
        run: RUN,
        title: RUN.title,
        who: "'me'",
        label: '"q"!',
        id: 'id-1',
        fixed: [1, '$x "#set" \\', null],
      });
    });

    it('is a conflict when another execution has the name', async () => {
      expect((await startSecond('a')).status).toBe(201);
      expect(await startSecond('b')).toMatchObject({ status: 409, body: '{"message":"Conflict"}' });
    });

    it('is a bad request when Step Functions refuses the name', async () => {
      const answer = await gateway.send('POST /runs/of/{name}', { path: { name: 'a?b' }, body: RUN });
      expect(answer).toMatchObject({ status: 400, body: '{"message":"Bad request"}' });
    });

    it('says nothing of a missing workflow', async () => {
      const answer = await gateway.send('POST /runs/missing', { body: RUN });
      expect(answer).toMatchObject({ status: 500, body: '{"message":"Internal server error"}' });
    });
  });

  describe('DescribeExecution and StopExecution', () => {
    it('answers the status, and stops', async () => {
      const path = { name: 'third' };
      await gateway.send('POST /runs/of/{name}', { path, body: RUN });
      for (const route of ['GET /runs/of/{name}', 'GET /runs/of/{name}/fixed']) {
        const { status, json: answer } = await gateway.send(route, { path });
        expect({ status, body: answer() }).toMatchObject({ status: 200, body: { status: 'RUNNING' } });
        expect(answer()).not.toHaveProperty('output');
        expect(answer()).not.toHaveProperty('stopDate');
      }
      const stopped = await gateway.send('DELETE /runs/of/{name}', { path, query: { why: '"bored"' } });
      expect(stopped.status).toBe(200);
      expect(Object.keys(stopped.json() as object)).toEqual(['stopDate']);
      expect(await read(arnOf('third'))).toMatchObject({ status: 'ABORTED' });
      const { json: after } = await gateway.send('GET /runs/of/{name}', { path });
      expect(after()).toMatchObject({ status: 'ABORTED', stopDate: expect.anything() });
    });

    it('is not found when there is no execution', async () => {
      for (const route of ['GET /runs/of/{name}', 'DELETE /runs/of/{name}']) {
        expect(await gateway.send(route, { path: { name: 'nobody' } })).toMatchObject({
          status: 404,
          body: '{"message":"Not found"}',
        });
      }
    });

    it('knows no alias of the machine', () => {
      const { body } = gateway.request('GET /runs/of/{name}/alias', { path: { name: 'x' } });
      expect(JSON.parse(String(body))).toEqual({ executionArn: arnOf('x') });
    });

    it('answers the output as JSON', () => {
      const output = { total: 1, text: '"$x" #set(\\' };
      const body = {
        executionArn: arnOf('x'),
        status: 'SUCCEEDED',
        startDate: 1.7e9,
        stopDate: 1700000001.5,
        input: '{}',
        output: JSON.stringify(output),
      };
      expect(gateway.answer('GET /runs/of/{name}', { body }, { path: { name: 'x' } }).json()).toEqual({
        status: 'SUCCEEDED',
        startDate: 1.7e9,
        stopDate: 1700000001.5,
        output,
      });
    });
  });

  describe('StartSyncExecution', () => {
    it('asks for the run with the body as input', () => {
      const { path, headers, body } = gateway.request('POST /runs/sync', { body: RUN });
      expect({ path, target: headers['X-Amz-Target'] }).toEqual({
        path: '/',
        target: 'AWSStepFunctions.StartSyncExecution',
      });
      const { input, ...rest } = JSON.parse(body) as Record<string, string>;
      expect(rest).toEqual({ stateMachineArn: `arn:aws:states:${REGION}:${ACCOUNT}:stateMachine:quick` });
      expect(JSON.parse(input!)).toEqual(RUN);
    });

    it.each([[{ total: 1, text: '"$x" #set(\\\n' }], [[]], ['text "é"'], [null], [0]])(
      'answers the output %j',
      (output) => {
        const answer = sync({
          body: { executionArn: 'arn', status: 'SUCCEEDED', input: '{}', output: JSON.stringify(output) },
        });
        expect({ status: answer.status, body: answer.json() }).toEqual({ status: 200, body: output });
      },
    );

    it.each([
      ['FAILED', 500, 'Workflow failed'],
      ['TIMED_OUT', 504, 'Workflow timed out'],
      ['ABORTED', 500, 'Workflow failed'],
    ])('is an error when the run is %s', (state, status, message) => {
      const answer = sync({
        body: { status: state, error: 'States.Runtime', cause: 'arn:aws:states:secret', input: '{"a":1}' },
      });
      expect({ status: answer.status, body: answer.json() }).toEqual({ status, body: { message } });
    });
  });

  it.each([
    [400, 'com.amazonaws.swf.service.v2.model#ExecutionLimitExceeded', 429],
    [400, 'com.amazon.coral.availability#ThrottlingException', 429],
    [400, 'com.amazonaws.swf.service.v2.model#StateMachineDoesNotExist', 500],
    [400, 'com.amazon.coral.service#AccessDeniedException', 500],
    [400, 'com.amazonaws.swf.service.v2.model#InvalidExecutionInput', 400],
    [500, 'InternalFailure', 500],
  ])('turns %i %s into %i', (status, type, expected) => {
    for (const route of ['POST /runs', 'POST /runs/sync']) {
      const body = { __type: type, message: 'arn:aws:states:x' };
      const answer = gateway.answer(route, { status, body }, { body: RUN });
      expect(answer.status).toBe(expected);
      expect(Object.keys(answer.json() as object)).toEqual(['message']);
    }
  });

  it('any text stays in its own place', () => {
    fc.assert(
      fc.property(callerText, callerText, anyJson, (name, q, more) => {
        const run = { title: q, more: { more } };
        const { input, ...rest } = JSON.parse(
          gateway.request('POST /runs/of/{name}', { path: { name: `n${name}` }, query: { q }, body: run })
            .body,
        ) as Record<string, string>;
        expect(rest).toEqual({
          stateMachineArn: `arn:aws:states:${REGION}:${ACCOUNT}:stateMachine:orders`,
          name: `n${name}`,
        });
        expect(JSON.parse(input!)).toEqual({
          run,
          title: q,
          who: '',
          label: `${q}!`,
          id: 'test-request-id',
          fixed: [1, '$x "#set" \\', null],
        });
      }),
      { numRuns: 100 },
    );
  });

  it('any name is one of an execution of the workflow', () => {
    fc.assert(
      fc.property(callerText, callerText, (name, why) => {
        const path = { name: `n${name}` };
        const executionArn = arnOf(`n${name}`);
        for (const route of ['GET /runs/of/{name}', 'GET /runs/of/{name}/fixed'])
          expect(JSON.parse(gateway.request(route, { path }).body)).toEqual({ executionArn });
        expect(JSON.parse(gateway.request('DELETE /runs/of/{name}', { path, query: { why } }).body)).toEqual({
          executionArn,
          cause: `asked: ${why}`,
          error: 'Stopped',
        });
      }),
      { numRuns: 100 },
    );
  });

  it('any body arrives as the input', async () => {
    await fc.assert(
      fc.asyncProperty(callerText, anyJson, async (title, more) => {
        const run = JSON.parse(
          JSON.stringify({ title, more: { more } }).replace(/\\ud[89a-f]../g, '?'),
        ) as object;
        const { executionArn } = (await gateway.send('POST /runs', { body: run })).json() as Record<
          string,
          string
        >;
        expect(JSON.parse((await read(executionArn!)).input!)).toEqual(run);
      }),
      { numRuns: 30 },
    );
  });
}
