import { describe, expect, it } from '@jest/globals';
import { renderParameters } from '../../../../lib/backends/rest-api/document/render-parameters.js';
import type { OpenApiParameter } from '../../../../lib/openapi/openapi.js';
import { makeRoute } from '../../../support/make-model.js';

const render = (
  path: string,
  parameters: readonly OpenApiParameter[],
  mapped: readonly string[] = [],
): readonly unknown[] =>
  renderParameters(
    makeRoute({ path }),
    { parameters },
    mapped,
    parameters.filter(({ required }) => required === true),
  );
const schema = { type: 'string' };

describe('renderParameters', () => {
  it('declares every variable of the path, documented or not, without its plus', () => {
    expect(
      render('/{id}/{rest+}', [{ name: 'id', in: 'path', schema: { type: 'integer' }, description: 'Id' }]),
    ).toEqual([
      { name: 'id', in: 'path', required: true, description: 'Id', schema: { type: 'integer' } },
      { name: 'rest', in: 'path', required: true, schema },
    ]);
  });

  it('keeps what import knows of query and header parameters', () => {
    const given = {
      name: 'limit',
      in: 'query',
      required: true,
      style: 'form',
      explode: true,
      example: 3,
      schema: { type: 'number', enum: [1, 2], default: 1 },
    };
    expect(
      render('/', [given, { name: 'X-List', in: 'header', required: false, schema: { type: 'array' } }]),
    ).toEqual([
      { name: 'limit', in: 'query', required: true, schema: { type: 'number' } },
      { name: 'X-List', in: 'header', schema },
    ]);
  });

  it('writes the one type of several, and text for any other', () => {
    const types = [['integer', 'null'], ['boolean'], 'object', undefined];
    expect(
      render(
        '/',
        types.map((type, index) => ({ name: `p${index}`, in: 'query', schema: { type } })),
      ).map((parameter) => (parameter as { schema: unknown }).schema),
    ).toEqual([{ type: 'integer' }, { type: 'boolean' }, schema, schema]);
  });

  it('leaves out cookies, names that import refuses, and variables that the path lacks', () => {
    const names = [
      { name: 'session', in: 'cookie' },
      { name: 'filter[a]', in: 'query' },
      { name: 'gone', in: 'path', required: true },
      { name: 'filter.a', in: 'query' },
    ];
    expect(render('/', names)).toEqual([{ name: 'filter.a', in: 'query', schema }]);
  });

  it('declares what is mapped', () => {
    expect(
      render(
        '/',
        [],
        [
          'method.request.querystring.q',
          'method.request.multivalueheader.X-A',
          'method.request.body.a',
          "'literal'",
          'context.requestId',
          'method.request.path.none',
        ],
      ),
    ).toEqual([
      { name: 'q', in: 'query', schema },
      { name: 'X-A', in: 'header', schema },
    ]);
  });

  it('keeps one of a name: of the path, then the mapped one', () => {
    const parameters = [
      { name: 'id', in: 'query' },
      { name: 'key', in: 'query', required: true },
      { name: 'key', in: 'header', description: 'Mapped' },
    ];
    expect(render('/{id}', parameters, ['method.request.header.key'])).toEqual([
      { name: 'id', in: 'path', required: true, schema },
      { name: 'key', in: 'header', description: 'Mapped', schema },
    ]);
  });
});
