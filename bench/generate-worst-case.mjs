import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DECORATE } from './decorate-source.mjs';

/** A chain of so many DTOs, each with two members of the next, as the body of one route that a queue takes. */
export function generateChain(folder, levels, withGateway) {
  const names = Array.from({ length: levels }, (_, index) => `Level${index}Dto`);
  const dtos = names.toReversed().map((name, index) => {
    const next = names[levels - index];
    return dto(name, next === undefined ? ['String'] : [next, next]);
  });
  return writeApplication(folder, dtos, [{ path: 'chain', body: names[0] }], withGateway);
}

/** So many DTOs: ten a route, nine of them members of the first. */
export function generateDtos(folder, count, withGateway) {
  const routes = Array.from({ length: Math.ceil(count / 10) }, (_, index) => ({
    path: `things${index}`,
    body: `Body${index}Dto`,
  }));
  const dtos = routes.flatMap(({ body }, index) => {
    const parts = Array.from({ length: 9 }, (_, part) => `Part${index}x${part}Dto`);
    return [...parts.map((name) => dto(name, ['String', 'Number', 'Boolean'])), dto(body, parts)];
  });
  return writeApplication(folder, dtos, routes, withGateway);
}

function dto(name, types) {
  return `export class ${name} {}\n${types
    .map(
      (type, index) => `decorate([ApiProperty()], ${name}.prototype, 'member${index}', { type: ${type} });`,
    )
    .join('\n')}`;
}

function writeApplication(folder, dtos, routes, withGateway) {
  mkdirSync(folder, { recursive: true });
  const root = join(folder, 'app.module.mjs');
  writeFileSync(join(folder, 'decorate.mjs'), DECORATE);
  writeFileSync(
    root,
    `
import { Body, Controller, Module, Post } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
${withGateway ? "import { AwsGatewayModule, AwsSqs, fromBody } from 'nestjs-aws-gateway';" : ''}
import { decorate } from './decorate.mjs';
${dtos.join('\n')}
class ThingsController {
${routes.map(({ path }) => `  ${path}() {}`).join('\n')}
}
${routes
  .map(
    ({ path, body }) => `decorate([
  Post('${path}'),
  ${withGateway ? "AwsSqs({ queueUrl: '${queue_url}', message: fromBody(), credentials: '${role_arn}' })," : ''}
  (target, key) => Body()(target, key, 0),
], ThingsController.prototype, '${path}', { parameters: [${body}] });`,
  )
  .join('\n')}
decorate([Controller()], ThingsController);
export class AppModule {}
decorate([Module({
  imports: [${withGateway ? "AwsGatewayModule.forRoot({ ignore: { 'limit-exceeded': 'it is never deployed' } })" : ''}],
  controllers: [ThingsController],
})], AppModule);
`,
  );
  return root;
}
