import { Body, Controller, Header, Post, type Type } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiProduces, ApiProperty } from '@nestjs/swagger';
import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { AwsHttp, AwsLambda, AwsS3, AwsSqs, fromPath, fromRawBody } from 'nestjs-aws-gateway';
import { writeTree } from '../../lib/values/deploy-tree.js';
import { compileControllers } from '../support/create-app.js';
import { asJson } from '../support/json.js';
import { assertCovering } from './assert-covering.js';
import { createClass } from './build-dtos.js';

const TEXT = ['application/json', 'text/csv', 'application/problem+json'] as const;
const BINARY = ['image/png', 'application/pdf', 'application/octet-stream'] as const;

/** What passes between a caller and a route. */
interface BinaryRoute {
  readonly kind: 'lambda' | 'http' | 's3' | 'sqs' | 'custom';
  readonly consumes: (typeof TEXT)[number] | (typeof BINARY)[number];
  readonly produces: (typeof TEXT)[number] | (typeof BINARY)[number];
  /** Whether a body and an answer are documented, which Nest shows the types beside. */
  readonly documented: boolean;
  /** Whether `@Header` names the type of the answer. */
  readonly byHeader: boolean;
}

interface BinaryApplication {
  readonly routes: readonly BinaryRoute[];
  /** Of `forRoot({ binaryMediaTypes })`. */
  readonly given: readonly string[];
}

const type = fc.constantFrom(...TEXT, ...BINARY);
const binaryApplication: fc.Arbitrary<BinaryApplication> = fc.record({
  routes: fc.array(
    fc.record({
      kind: fc.constantFrom('lambda' as const, 'http', 's3', 'sqs', 'custom'),
      consumes: type,
      produces: type,
      documented: fc.boolean(),
      byHeader: fc.boolean(),
    }),
    { minLength: 1, maxLength: 4 },
  ),
  given: fc.oneof(
    { weight: 4, arbitrary: fc.constant([]) },
    fc.subarray(['image/*', 'application/json', '*/*'], { minLength: 1, maxLength: 1 }),
  ),
});

class PayloadDto {
  @ApiProperty() declare name: string;
}

const DECORATE: Readonly<Record<BinaryRoute['kind'], () => MethodDecorator>> = {
  lambda: () => AwsLambda('${function_arn}'),
  http: () => AwsHttp('https://example.com'),
  s3: () => AwsS3({ action: 'PutObject', bucket: 'files', key: fromPath('id') }),
  sqs: () => AwsSqs({ queueUrl: '${queue_url}', message: fromRawBody() }),
  custom: () => AwsLambda({ functionArn: '${function_arn}', mode: 'custom' }),
};

function buildRoutes(routes: readonly BinaryRoute[]): Type {
  const controller = createClass('FilesController');
  const prototype = controller.prototype as object;
  for (const [index, { kind, consumes, produces, documented, byHeader }] of routes.entries()) {
    const name = `h${index}`;
    const value = { [name]: (): void => undefined }[name];
    Object.defineProperty(prototype, name, { value, configurable: true, writable: true });
    if (documented) Body()(prototype, name, 0);
    Reflect.defineMetadata('design:paramtypes', documented ? [PayloadDto] : [], prototype, name);
    const decorators = [
      Post(`${name}/:id`),
      ApiConsumes(consumes),
      ...(documented ? [ApiBody({ type: PayloadDto }), ApiOkResponse({ type: PayloadDto })] : []),
      byHeader ? Header('Content-Type', produces) : ApiProduces(produces),
      DECORATE[kind](),
    ];
    Reflect.decorate(decorators, prototype, name, Object.getOwnPropertyDescriptor(prototype, name)!);
  }
  Controller()(controller);
  return controller;
}

const isBinary = (one: string): boolean => (BINARY as readonly string[]).includes(one);

/** What proxies pass on byte by byte, and what S3 stores so. */
function passedOn({ kind, consumes, produces }: BinaryRoute): readonly string[] {
  if (kind === 's3') return [consumes];
  return kind === 'lambda' || kind === 'http' ? [consumes, produces] : [];
}

const covers = (binary: string, one: string): boolean =>
  binary === '*/*' || binary === one || (binary.endsWith('/*') && one.startsWith(binary.slice(0, -1)));

describe('binary types beside text', () => {
  it('are declared where bytes pass, and reported where a template would have to read them', async () => {
    await assertCovering<BinaryApplication, 'silent' | 'reported'>(
      binaryApplication,
      { silent: 15, reported: 15 },
      async ({ routes, given }) => {
        const { privateDocument, diagnostics } = await compileControllers([buildRoutes(routes)], {
          credentials: '${role_arn}',
          ...(given.length > 0 ? { binaryMediaTypes: given } : {}),
        });
        const document = asJson(writeTree(privateDocument));
        const declared = (document['x-amazon-apigateway-binary-media-types'] ?? []) as readonly string[];
        const needed = new Set([...given, ...routes.flatMap(passedOn).filter(isBinary)]);
        expect(new Set(declared)).toEqual(needed);

        const reported = diagnostics
          .filter(({ code }) => code === 'binary-body-in-template')
          .map(({ at }) => at?.handler)
          .toSorted();
        expect(reported).toEqual(
          routes.flatMap((_, index) => {
            const operation = asJson(asJson(asJson(document['paths'])[`/h${index}/{id}`])['post']);
            const integration = asJson(operation['x-amazon-apigateway-integration']);
            const templates = asJson(integration['requestTemplates'] ?? {});
            const isRead = Object.entries(templates).some(
              ([one, template]) =>
                /\$!?\{?input\.(?:body|json|path)/.test(String(template)) &&
                (isBinary(one) || declared.some((binary) => covers(binary, one))),
            );
            return isRead ? [`h${index}`] : [];
          }),
        );
        return reported.length > 0 ? 'reported' : 'silent';
      },
      { numRuns: 60 },
    );
  });
});
