import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DECORATE } from './decorate-source.mjs';

const ROUTES = [
  ['Get', '', 'list'],
  ['Post', '', 'create'],
  ['Get', ':id', 'read'],
  ['Put', ':id', 'replace'],
  ['Patch', ':id', 'update'],
  ['Delete', ':id', 'remove'],
  ['Get', ':id/parts', 'listParts'],
  ['Post', ':id/parts', 'addPart'],
  ['Get', ':id/parts/:part', 'readPart'],
  ['Delete', ':id/parts/:part', 'removePart'],
];
const FIELDS = [
  ['name', 'String', '{ minLength: 1, maxLength: 80 }'],
  ['description', 'String', "{ required: false, description: 'What it is for' }"],
  ['price', 'Number', '{ minimum: 0 }'],
  ['count', 'Number', "{ type: 'integer', minimum: 0 }"],
  ['active', 'Boolean', '{ default: true }'],
  ['tags', 'Array', '{ type: [String] }'],
  ['kind', 'String', "{ enum: ['small', 'medium', 'large'] }"],
  ['createdAt', 'Date', "{ format: 'date-time' }"],
];

/** It is never deployed, and calls no function. */
const IGNORE = {
  'limit-exceeded': 'it is never deployed',
  'proxy-without-cors-headers': 'the functions answer them',
};

/**
 * Writes an application of so many routes as JavaScript modules, ten routes a controller, whose decorators are applied
 * by calls, as a compiler would. Answers the path of its root module.
 */
export function generateApplication(folder, routeCount, withGateway) {
  mkdirSync(folder, { recursive: true });
  const count = Math.ceil(routeCount / ROUTES.length);
  for (let index = 0; index < count; index += 1) {
    const routes = ROUTES.slice(0, routeCount - index * ROUTES.length);
    writeFileSync(join(folder, `things${index}.controller.mjs`), controller(index, routes, withGateway));
  }
  const root = join(folder, 'app.module.mjs');
  writeFileSync(root, rootModule(count, withGateway));
  writeFileSync(join(folder, 'decorate.mjs'), DECORATE);
  if (withGateway) writeFileSync(join(folder, 'bearer.mjs'), BEARER);
  return root;
}

const BEARER = `
import { LambdaAuthorizer } from 'nestjs-aws-gateway';
export const bearer = new LambdaAuthorizer({
  name: 'bearer',
  functionArn: '\${authorizer_function_arn}',
  identitySources: ['header.Authorization'],
  resultTtl: 300,
});
`;

function dto(name) {
  return `
export class ${name} {}
${FIELDS.map(([field, type, options]) => `decorate([ApiProperty(${options})], ${name}.prototype, '${field}', { type: ${type} });`).join('\n')}
`;
}

function controller(index, routes, withGateway) {
  const name = `Things${index}Controller`;
  const [input, output] = [`SaveThing${index}Dto`, `Thing${index}Dto`];
  return `
import { Body, Controller, Delete, Get, Param, Patch, Post, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty } from '@nestjs/swagger';
import { decorate } from './decorate.mjs';
${withGateway ? "import { AwsAuthorizer, AwsCors, AwsLambda } from 'nestjs-aws-gateway';\nimport { bearer } from './bearer.mjs';" : ''}
${dto(input)}${dto(output)}
export class ${name} {
${routes.map(([, , handler]) => `  ${handler}() {}`).join('\n')}
}
${routes.map((route) => handlerDecorators(name, index, route, [input, output], withGateway)).join('\n')}
decorate([
  Controller('things${index}'),
  ${withGateway ? "AwsAuthorizer(bearer),\n  AwsCors({ allowOrigins: ['https://app.example.com'], allowCredentials: true, maxAge: 600 })," : ''}
], ${name});
`;
}

function handlerDecorators(name, index, [verb, path, handler], [input, output], withGateway) {
  const takesBody = ['Post', 'Put', 'Patch'].includes(verb);
  const parameters = [...path.matchAll(/:(\w+)/g)].map((match) => match[1]);
  const types = [...parameters.map(() => 'String'), ...(takesBody ? [input] : [])];
  const bindings = [
    ...parameters.map((parameter) => `Param('${parameter}')`),
    ...(takesBody ? ['Body()'] : []),
  ];
  return `
decorate([
  ${verb}('${path}'),
  ApiOperation({ summary: '${handler} of things ${index}' }),
  ApiOkResponse({ type: ${handler.startsWith('list') ? `[${output}]` : output} }),
  ${withGateway ? `AwsLambda('\${things${index}_${handler}_arn}'),` : ''}
  ${bindings.map((binding, at) => `(target, key) => ${binding}(target, key, ${at}),`).join('\n  ')}
], ${name}.prototype, '${handler}', { parameters: [${types.join(', ')}] });`;
}

function rootModule(count, withGateway) {
  const indexes = Array.from({ length: count }, (_, index) => index);
  return `
import { Module } from '@nestjs/common';
import { decorate } from './decorate.mjs';
${withGateway ? "import { AwsGatewayModule } from 'nestjs-aws-gateway';" : ''}
${indexes.map((index) => `import { Things${index}Controller } from './things${index}.controller.mjs';`).join('\n')}
export class AppModule {}
decorate([Module({
  imports: [${withGateway ? `AwsGatewayModule.forRoot({ ignore: ${JSON.stringify(IGNORE)} })` : ''}],
  controllers: [${indexes.map((index) => `Things${index}Controller`).join(', ')}],
})], AppModule);
`;
}
