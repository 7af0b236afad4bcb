import { describe, expect, it } from '@jest/globals';
import { HTTP, LAMBDA, INTERNAL, template, mock, open, testerOf } from '../../support/tested-route.js';

/*
 * What real API Gateway answered in the tests of LocalStack that are validated on AWS: each title ends with the name of
 * the test and the day of its recording. `unit` marks a unit test of LocalStack that says it was compared with AWS by
 * hand, without a recording.
 */

describe('headers of an answer (TestApiGatewayHeaderRemapping, 2024-12-11)', () => {
  const remapped = (
    'Authorization Connection Content-Length Content-MD5 Date Expect Host Max-Forwards Proxy-Authenticate Server ' +
    'Trailer Upgrade User-Agent WWW-Authenticate'
  ).split(' ');
  const kept =
    'Accept Accept-Charset Accept-Encoding Age Content-Encoding Content-Type Pragma Range Referer TE Via Warn'.split(
      ' ',
    );
  const responseParameters = Object.fromEntries(
    [...remapped, ...kept].map((name) => [`method.response.header.${name}`, `'mapped ${name}'`]),
  );
  const { headers } = open(
    testerOf({ responses: { default: { statusCode: '200', responseParameters } } }),
  ).answer({});

  it.each(remapped)('%s comes under another name', (name) => {
    expect(headers).not.toHaveProperty(name);
    expect(headers[`x-amzn-Remapped-${name}`]).toBe(`mapped ${name}`);
  });

  it.each(kept)('%s keeps its name', (name) => {
    expect(headers[name]).toBe(`mapped ${name}`);
  });

  it('of a backend have all their lines (unit, test_parameters_mapping)', () => {
    const parameters = {
      'method.response.header.one': 'integration.response.header.Set-Cookie',
      'method.response.header.all': 'integration.response.multivalueheader.Set-Cookie',
    };
    const responses = { default: { statusCode: '200', responseParameters: parameters } };
    const given = { 'set-cookie': ['a=1', 'b=2'] };
    expect(open(testerOf({ ...HTTP, responses })).answer({ headers: given }).headers).toMatchObject({
      one: 'b=2',
      all: 'a=1,b=2',
    });
  });

  it('of a proxied backend pass', () => {
    const given = { 'X-Own': 'a', Connection: 'b', 'Content-Length': '2', Date: 'c', Server: 'd' };
    expect(open(testerOf({ ...HTTP, type: 'http_proxy' })).answer({ headers: given }).headers).toEqual({
      'X-Own': 'a',
      'x-amzn-Remapped-Connection': 'b',
      'x-amzn-Remapped-Content-Length': '2',
      'x-amzn-Remapped-Date': 'c',
      'x-amzn-Remapped-Server': 'd',
    });
  });
});

describe('a mock', () => {
  it.each([
    ['{statusCode: 200}', 200],
    ["{'statusCode': 200, '': ''}", 200],
    ['{"statusCode": 200,}', 200],
    ['{"statusCode": 200,,}', 200],
    ['{"statusCode": 200 words }}', 200],
    ['{"a": "b", statusCode: 404}', 404],
    ['{"statusCode": 0}', 0],
    ['{"statusCode": -1000}', -1000],
  ])(
    'answers %s by the status %i (mock_with_path_param, 2024-11-29; unit, test_mock_integration)',
    (text, status) => {
      const responses = {
        default: { statusCode: '500' },
        [String(status)]: { statusCode: '201' },
      };
      const tester = testerOf({ type: 'mock', requestTemplates: template(text), responses });
      expect(open(tester).answer().status).toBe(201);
    },
  );

  it.each([
    '{"statusCode": "200"}',
    "{statusCode: '200'}",
    '{"statusCode": 200',
    '"statusCode": 200',
    'statusCode: 200',
    '{"statusCode\': 200}',
    '{\'statusCode": 200}',
    '{"statusCode": 200.5}',
    '{"inner": {"statusCode": 200}}',
    '',
    'null',
  ])('fails for %s (unit, test_mock_integration)', (text) => {
    expect(mock(`#set($nothing = "")${text}`)).toEqual(INTERNAL);
  });
});

describe('the response', () => {
  it('is the one with the lower status where two patterns fit (test_lambda_selection_patterns, 2025-05-05)', () => {
    const responses = {
      default: { statusCode: '200' },
      '.+': { statusCode: '502' },
      '.*four hundred.*': { statusCode: '405' },
    };
    const tester = testerOf({ uri: LAMBDA, responses });
    expect(open(tester).answer({ body: { errorMessage: 'four hundred' } }).status).toBe(405);
    expect(open(tester).answer({ body: { errorMessage: 'other' } }).status).toBe(502);
    expect(open(tester).answer({ body: { ok: true } }).status).toBe(200);
  });
});
