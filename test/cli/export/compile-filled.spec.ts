import { All, Body, Controller, Get, Post, type Type } from '@nestjs/common';
import { describe, expect, it } from '@jest/globals';
import {
  AwsAuthorizer,
  AwsCors,
  AwsDynamoDb,
  AwsHttp,
  AwsLambda,
  AwsMock,
  AwsSqs,
  CognitoAuthorizer,
  fromBody,
  fromHeader,
  text,
  type AwsGatewayOptions,
} from 'nestjs-aws-gateway';
import { compileFilled, type CompiledFilled } from '../../../lib/cli/export/compile-filled.js';
import { compileGateway } from '../../../lib/compile-gateway.js';
import type { AppSource } from '../../../lib/model/app-source.js';
import { readApplication } from '../../../lib/nest/read-application.js';
import { CONFIG, createApp, moduleOf } from '../../support/create-app.js';

const ARN = 'arn:aws:lambda:eu-west-1:111122223333:function:list';
const ROLE = 'arn:aws:iam::111122223333:role/gateway';

async function sourceOf(controller: Type): Promise<AppSource> {
  return readApplication(await createApp(moduleOf([controller])), CONFIG);
}

async function fill(
  controller: Type,
  vars: Readonly<Record<string, string>>,
  options: AwsGatewayOptions = {},
): Promise<CompiledFilled> {
  return compileFilled(await sourceOf(controller), options, new Map(Object.entries(vars)));
}

/** One route with everything that a value can be wrong for. */
function route(...decorators: readonly MethodDecorator[]): Type {
  @Controller('things')
  class ThingsController {
    @Get()
    list(): void {}
  }
  const { prototype } = ThingsController;
  const descriptor = Object.getOwnPropertyDescriptor(prototype, 'list')!;
  for (const decorate of decorators) decorate(prototype, 'list', descriptor);
  return ThingsController;
}

describe('compileFilled', () => {
  it.each<[string, MethodDecorator, string, string]>([
    ['an empty function', AwsLambda('${v}'), '', 'invalid-deploy-value'],
    [
      'a function that is wrapped already',
      AwsLambda('${v}'),
      `arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/${ARN}/invocations`,
      'invalid-deploy-value',
    ],
    [
      'a role that is only a name',
      AwsLambda({ functionArn: ARN, credentials: '${v}' }),
      'my-role',
      'invalid-deploy-value',
    ],
    ['a host without a scheme', AwsHttp('${v}'), 'backend.example.com', 'invalid-deploy-value'],
    ['a scheme that is no scheme', AwsHttp('${v}://backend.example.com'), 'ftp', 'invalid-deploy-value'],
    [
      'an origin with a path',
      AwsCors({ allowOrigins: ['${v}'] }),
      'https://a.example/',
      'invalid-deploy-value',
    ],
    [
      'a user pool that is only its id',
      AwsAuthorizer(new CognitoAuthorizer({ name: 'pool', userPoolArns: ['${v}'] })),
      'eu-west-1_abc',
      'invalid-deploy-value',
    ],
    [
      'a queue that is only a name',
      AwsSqs({ queueUrl: '${v}', message: fromHeader('a') }),
      'jobs',
      'invalid-deploy-value',
    ],
  ])('checks %s as it checks a literal, and names the option', async (_, decorator, value, code) => {
    const controller = route(decorator);
    const found = await fill(controller, { v: value });
    const unfilled = compileGateway(await sourceOf(controller), {});
    const known = unfilled.diagnostics.map((one) => one.code);
    expect(known).not.toContain(code);
    const caused = found.diagnostics.filter((one) => one.code === code);
    expect(caused).toHaveLength(1);
    expect(caused[0]).toMatchObject({
      severity: 'error',
      at: { controller: 'ThingsController', handler: 'list' },
    });
    expect(caused[0]!.message).toContain(`(set by \`--var v=${value}\`)`);
  });

  it('names only the empty value for what is empty', async () => {
    const options: AwsGatewayOptions = { cors: { allowOrigins: ['${origin}'] } };
    const { diagnostics } = await fill(route(AwsLambda('${v}')), { v: '', origin: 'x' }, options);
    const messages = diagnostics.map(({ message }) => message).filter((one) => one.includes('functionArn'));
    expect(messages).toEqual([expect.stringContaining('(set by `--var v=`)')]);
  });

  it('names the option for what stands in the module, and not where it plays no part', async () => {
    const options: AwsGatewayOptions = { integration: { kind: 'lambda', functionArn: '${v}' } };
    const found = await fill(route(), { v: 'x', other: 'y' }, options);
    const { diagnostics } = found;
    expect(diagnostics.filter(({ code }) => code === 'invalid-deploy-value')).toEqual([
      expect.objectContaining({ at: {}, message: expect.stringContaining('(set by `--var v=x`)') }),
    ]);
    expect((await fill(route(), { v: ARN }, options)).diagnostics).toEqual(
      (await fill(route(), {}, options)).diagnostics,
    );
  });

  it('renders what its author would have written: escaped for JSON, Velocity and a form', async () => {
    const HOSTILE = `a"b'c\\d#if($x)$util é {&=?} \n`;
    class Job {
      name!: string;
    }
    const build = (part: string): Type => {
      @Controller('jobs')
      class JobsController {
        @Post('a')
        @AwsDynamoDb({
          action: 'PutItem',
          table: part,
          key: { pk: text`x#${part}#${fromBody('$.name')}` },
          item: fromBody(),
          credentials: ROLE,
        })
        a(@Body() job: Job): void {
          void job;
        }

        @Post('b')
        @AwsSqs({
          queueUrl: 'https://sqs.eu-west-1.amazonaws.com/111122223333/jobs',
          message: { part, name: fromBody('$.name') },
          credentials: ROLE,
        })
        b(@Body() job: Job): void {
          void job;
        }

        @All('c')
        @AwsMock({ body: { part }, headers: { 'X-Part': part } })
        c(): void {}
      }
      return JobsController;
    };
    const filled = await fill(build('${part}'), { part: HOSTILE });
    const literal = compileGateway(await sourceOf(build(HOSTILE)), {});
    expect(filled.gatewayOutput.document).toEqual(literal.gatewayOutput.document);
    expect(filled.outputs['iam-policy']).toEqual(literal.outputs['iam-policy']);
    expect(filled.unfilled.gatewayOutput.document).not.toEqual(filled.gatewayOutput.document);
  });
});
