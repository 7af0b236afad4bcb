import { Controller, Get, type Type } from '@nestjs/common';
import { describe, expect, it } from '@jest/globals';
import {
  AwsAuthorizer,
  AwsLambda,
  JwtAuthorizer,
  LambdaAuthorizer,
  type AwsGatewayOptions,
} from 'nestjs-aws-gateway';
import { CONFIG, compileControllers } from '../../../support/create-app.js';

const many = (count: number): readonly string[] => Array.from({ length: count }, (_, index) => `n${index}`);

/** A controller with so many routes, each with decorators of its own. */
function createController(count: number, decorate: (index: number) => MethodDecorator): Type {
  class ManyController {}
  for (const [index, name] of many(count).entries()) {
    Object.defineProperty(ManyController.prototype, name, { value: () => name, configurable: true });
    const descriptor = Object.getOwnPropertyDescriptor(ManyController.prototype, name)!;
    for (const decorator of [decorate(index), Get(name)])
      decorator(ManyController.prototype, name, descriptor);
  }
  Controller('many')(ManyController);
  return ManyController;
}

async function check(controller: Type, options: AwsGatewayOptions = {}, info = CONFIG.info) {
  const { diagnostics, gatewayOutput } = await compileControllers(
    [controller],
    {
      gateway: 'http-api',
      integration: { kind: 'lambda', functionArn: '${api_function_arn}' },
      ...options,
    },
    { config: { ...CONFIG, info } },
  );
  return {
    codes: diagnostics.map(({ code, severity, message }) => `${code} ${severity}: ${message}`),
    used: Object.fromEntries(gatewayOutput.limits.map(({ name, used, of }) => [name, `${used} of ${of}`])),
  };
}

/** A route whose function may take so long, in milliseconds. */
const wait = (timeout: number) => createController(1, () => AwsLambda({ functionArn: '${f_arn}', timeout }));

const exceeds = (words: string): unknown => expect.stringMatching(`^limit-exceeded error: .*${words}`);

describe('the limits of an HTTP API', () => {
  it('are 300 integrations, which routes share, and 300 routes, which AWS raises', async () => {
    const own = createController(301, (index) => AwsLambda(`\${function_${index}_arn}`));
    const { codes, used } = await check(own);
    expect(used).toMatchObject({ routes: '301 of 300', integrations: '301 of 300' });
    expect(codes).toEqual([exceeds('301 of 300 integrations'), exceeds('301 of 300 routes')]);
    expect((await check(own, { limits: { routes: 400 } })).codes).toEqual([
      exceeds('301 of 300 integrations'),
    ]);

    const shared = createController(301, () => AwsLambda('${function_arn}'));
    const raised = { limits: { routes: 1000 } };
    expect(await check(shared, raised)).toMatchObject({ codes: [], used: { integrations: '1 of 300' } });
    expect((await check(shared, { ...raised, httpApi: { inlineIntegrations: true } })).codes).toEqual([
      exceeds('301 of 300 integrations'),
    ]);
  });

  it('are 10 authorizers, 50 audiences and 10 scopes', async () => {
    const guards = many(11).map((name) => new LambdaAuthorizer({ name, functionArn: '${authorizer_arn}' }));
    const guarded = createController(11, (index) => AwsAuthorizer(guards[index]!));
    expect((await check(guarded)).codes).toEqual([exceeds('11 of 10 authorizers')]);
    expect((await check(guarded, { limits: { authorizers: 20 } })).codes).toEqual([]);

    const jwt = new JwtAuthorizer({ name: 'jwt', issuer: 'https://id.example.com', audience: many(51) });
    const scoped = createController(1, () => AwsAuthorizer(jwt, { scopes: [...many(11)] }));
    const { codes, used } = await check(scoped);
    expect(used).toMatchObject({
      'audiences of an authorizer': '51 of 50',
      'scopes of a route': '11 of 10',
    });
    expect(codes).toEqual([exceeds('11 of 10 scopes'), exceeds('51 of 50 audiences')]);
  });

  it('are the lengths of the name, the description and the version', async () => {
    const one = createController(1, () => AwsLambda('${function_arn}'));
    const info = { title: 'x'.repeat(129), description: 'x'.repeat(1025), version: 'x'.repeat(65) };
    const { codes, used } = await check(one, {}, info);
    expect(used).toMatchObject({ title: '129 of 128', description: '1025 of 1024', version: '65 of 64' });
    expect(codes).toEqual(['1025 of 1024', '129 of 128', '65 of 64'].map(exceeds));
  });

  it('admit what AWS admits, to the last piece', async () => {
    const filled = createController(300, (index) => AwsLambda(`\${function_${index}_arn}`));
    const info = { title: 'x'.repeat(128), description: 'x'.repeat(1024), version: 'x'.repeat(64) };
    const full = await check(filled, {}, info);
    expect(full.used).toMatchObject({
      routes: '300 of 300',
      integrations: '300 of 300',
      title: '128 of 128',
    });
    expect(full.codes.filter((code) => !code.startsWith('limit-near'))).toEqual([]);

    const guards = many(10).map(
      (name) => new JwtAuthorizer({ name, issuer: 'https://id.example.com', audience: many(50) }),
    );
    const guarded = createController(10, (index) => AwsAuthorizer(guards[index]!, { scopes: [...many(10)] }));
    const { codes, used } = await check(guarded);
    expect(used).toMatchObject({
      authorizers: '10 of 10',
      'audiences of an authorizer': '50 of 50',
      'scopes of a route': '10 of 10',
    });
    expect(codes.filter((code) => !code.startsWith('limit-near'))).toEqual([]);
  });

  it('are 30 seconds for an integration', async () => {
    expect((await check(wait(30_000))).codes).toEqual([]);
    expect((await check(wait(30_001))).codes).toEqual([
      expect.stringMatching(/^not-expressible error: .*30001.* 30000 ms/),
    ]);
  });
});
