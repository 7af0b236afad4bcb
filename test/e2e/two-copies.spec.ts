import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Both builds of the package in one process, with one Nest between them. */
const TWO_COPIES = `
import 'reflect-metadata';
import { createRequire } from 'node:module';
import { Controller, Get, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
const esm = await import('./dist/esm/index.js');
const cjs = createRequire(process.cwd() + '/')('./dist/cjs/index.js');

function controllerOf({ AwsLambda, AwsAuthorizer, LambdaAuthorizer }) {
  class PetsController { list() {} }
  const descriptor = Object.getOwnPropertyDescriptor(PetsController.prototype, 'list');
  Get()(PetsController.prototype, 'list', descriptor);
  AwsLambda('\${arn}')(PetsController.prototype, 'list', descriptor);
  AwsAuthorizer(new LambdaAuthorizer({ name: 'bearer', functionArn: '\${auth}' }))(PetsController);
  Controller('pets')(PetsController);
  return PetsController;
}
async function documentsOf({ decorators, module, reader }) {
  class AppModule {}
  Module({ controllers: [controllerOf(decorators)], imports: [module.AwsGatewayModule.forRoot()] })(AppModule);
  const app = await NestFactory.create(AppModule, { preview: true, logger: false });
  const config = new DocumentBuilder().build();
  const { publicDocument, privateDocument, diagnostics } = reader.AwsGatewayModule.createDocuments(app, config);
  const served = SwaggerModule.createDocument(app, config);
  return JSON.stringify({ publicDocument, privateDocument, diagnostics, served });
}
const results = [];
const hooks = new Set();
for (const [decorators, module, reader] of [[esm, esm, esm], [cjs, esm, esm], [esm, cjs, esm], [cjs, cjs, esm], [esm, esm, cjs]]) {
  results.push(await documentsOf({ decorators, module, reader }));
  hooks.add(SwaggerModule.createDocument);
}
console.log(JSON.stringify({ copies: esm.AwsGatewayModule === cjs.AwsGatewayModule ? 1 : 2, hooks: hooks.size, results }));
`;

describe('two copies of the package', () => {
  it('meet: decorators, authorizers, options and hook of one are known to the other', () => {
    const output = execFileSync(process.execPath, ['--input-type=module', '--eval', TWO_COPIES], {
      cwd: root,
      encoding: 'utf8',
    });
    const { copies, hooks, results } = JSON.parse(output) as {
      copies: number;
      hooks: number;
      results: readonly string[];
    };
    expect({ copies, hooks }).toEqual({ copies: 2, hooks: 1 });
    expect(new Set(results).size).toBe(1);
    const { publicDocument, privateDocument, diagnostics, served } = JSON.parse(results[0]!) as Record<
      string,
      unknown
    >;
    expect(diagnostics).toEqual([]);
    expect(served).toEqual(publicDocument);
    expect(publicDocument).toMatchObject({ paths: { '/pets': { get: { security: [{ bearer: [] }] } } } });
    expect(privateDocument).toMatchObject({
      paths: { '/pets': { get: { 'x-amazon-apigateway-integration': { type: 'aws_proxy' } } } },
    });
  });
});
