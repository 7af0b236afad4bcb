import { Controller, Get } from '@nestjs/common';
import type { OpenAPIObject } from '@nestjs/swagger';
import { ANSWERED, testRule } from '../support/test-rule.js';

@Controller('pets')
class PetsController {
  @Get()
  list(): void {}
}

/** Renames the paths and keeps the operations. */
const rename = (document: OpenAPIObject): OpenAPIObject => ({
  ...document,
  paths: Object.fromEntries(Object.entries(document.paths).map(([path, item]) => [`/shop${path}`, item])),
});

const addOperation = (document: OpenAPIObject): OpenAPIObject => ({
  ...document,
  paths: { ...document.paths, '/graphql': { post: { responses: {} } } },
});

testRule('operation-without-route', [
  {
    name: 'is silent about operations under other paths',
    controllers: [PetsController],
    options: { ...ANSWERED, transformDocument: rename },
    reports: [],
  },
  {
    name: 'is silent about an operation that is made anew in its place',
    controllers: [PetsController],
    options: {
      ...ANSWERED,
      transformDocument: (document) => ({
        ...document,
        paths: { '/pets': { get: { responses: { 200: { description: 'Pets' } } } } },
      }),
    },
    reports: [],
  },
  {
    name: 'speaks of an operation that no handler is known for',
    controllers: [PetsController],
    options: { ...ANSWERED, transformDocument: addOperation },
    reports: [['operation-without-route error at module POST /graphql', 'POST /graphql']],
  },
  {
    name: 'is ignored with a reason',
    controllers: [PetsController],
    options: {
      ...ANSWERED,
      transformDocument: addOperation,
      ignore: { 'operation-without-route': 'served by another gateway' },
    },
    reports: [],
  },
]);
