import { describe, expect, it } from '@jest/globals';
import { renderTemplate } from '../../../lib/testing/index.js';
import { template, print, request, mock, OK, open, testerOf } from '../../support/tested-route.js';

/*
 * What real API Gateway answered in the tests of LocalStack that are validated on AWS: each title ends with the name of
 * the test and the day of its recording. `unit` marks a unit test of LocalStack that says it was compared with AWS by
 * hand, without a recording.
 */

/** What a template prints of a set of names. */
function names(text: string): readonly string[] {
  return print(text).slice(1, -1).split(', ').toSorted();
}

function setPath(value: string): string {
  return `#set($context.requestOverride.path.x = "${value}")${OK}`;
}

describe('what a template reads', () => {
  const compared =
    '#set($v = $input.path(\'$.member\'))$v|$v.x|#if($v == "")empty#end|#if($v == $unset)unset#end|#if($v != "")not#end';

  it.each([
    ['', '||empty|unset|'],
    ['{"member":null}', '||empty|unset|'],
    ['{"member":[]}', '[]||||not'],
    ['{"member":"x"}', 'x||||not'],
  ])('a value of the body %j (test_input_path_template_formatting, 2025-06-18)', (body, printed) => {
    expect(print(compared, { body })).toBe(printed);
  });

  it.each([
    ["$input.path('$')", '{"foo":"bar"}', '{foo=bar}'],
    ["$input.path('$')", '[{"foo":"bar"}]', '[{"foo":"bar"}]'],
    ["$input.path('$')", '{"foo":[{"nested":"bar"}]}', '{foo=[{"nested":"bar"}]}'],
    ["$input.path('$')[0]", '[{"foo":"bar"}]', '{foo=bar}'],
    ["$input.path('$').toString()", '{"list":[{"foo":"bar"}]}', '{list=[{"foo":"bar"}]}'],
  ])('%s of %s (test_input_path_template_formatting, 2025-06-18)', (text, body, printed) => {
    expect(print(text, { body })).toBe(printed);
  });

  it.each([
    ['', '{}', '%7B%7D'],
    ['{"some": "value"}', '{"some": "value"}', '%7B%22some%22%3A+%22value%22%7D'],
    ['some raw data', 'some raw data', 'some+raw+data'],
  ])('the raw body %j (test_input_body_formatting, 2025-03-19)', (body, raw, encoded) => {
    expect(print('$input.body', { body })).toBe(raw);
    expect(print('$util.urlEncode($input.body)|$util.urlEncode($input.body.x)', { body })).toBe(
      `${encoded}|`,
    );
    expect(print('$input.body.some', { body })).toBe('');
  });

  const removed = (
    'Connection Content-Length Content-MD5 Expect Max-Forwards Proxy-Authenticate Server TE Trailer ' +
    'Transfer-Encoding Upgrade WWW-Authenticate'
  ).split(' ');
  const kept = (
    'Accept Accept-Charset Accept-Encoding Age Authorization Content-Encoding Content-Type Date Host Pragma Range ' +
    'Referer User-Agent Via Warn'
  ).split(' ');

  it.each(removed)('not the header %s (TestApiGatewayHeaderRemapping, 2024-12-11)', (name) => {
    const headers = { [name]: 'sent', [name.toLowerCase()]: 'sent' };
    expect(print(`"$input.params('${name}')"`, { headers })).toBe('""');
    const requestParameters = { 'integration.request.header.X-Copy': `method.request.header.${name}` };
    expect(request({ requestParameters }, { headers }).headers).not.toHaveProperty('X-Copy');
  });

  it.each(kept)('the header %s (TestApiGatewayHeaderRemapping, 2024-12-11)', (name) => {
    const requestTemplates = { $default: `"$input.params('${name}')"` };
    expect(request({ requestTemplates }, { headers: { [name]: 'application/json' } }).body).toBe(
      '"application/json"',
    );
  });

  it('names of headers: usual ones in their usual case, others as sent (test_lambda_aws_proxy_integration, 2024-08-02)', () => {
    const headers = { aUThorization: 'a', 'user-Agent': 'b', 'tEsT-HEADeR': 'c' };
    expect(print('$input.params().header.keySet()', { headers })).toBe(
      '[Authorization, User-Agent, tEsT-HEADeR]',
    );
  });

  it('path values as they stand in the URL (test_lambda_aws_proxy_integration, 2024-08-02)', () => {
    const sample = { path: { name: 'test%2Balias@x' } };
    expect(print("$input.params('name') $input.params().path.name $context.path", sample)).toBe(
      'test%2Balias@x test%2Balias@x /test/things/test%2Balias@x',
    );
  });
});

describe('$context (test_sqs_amz_json_protocol, 2025-05-20)', () => {
  it('has the members', () => {
    expect(names('$context.keySet()')).toEqual(
      (
        'resourceId resourcePath httpMethod extendedRequestId requestTime path accountId protocol requestOverride stage ' +
        'domainPrefix requestTimeEpoch requestId identity domainName deploymentId responseOverride apiId'
      )
        .split(' ')
        .toSorted(),
    );
  });

  it('has the members of identity, which print nothing where they do not apply', () => {
    expect(names('$context.identity.keySet()')).toEqual(
      (
        'cognitoIdentityPoolId accountId cognitoIdentityId caller sourceIp principalOrgId accessKey ' +
        'cognitoAuthenticationType cognitoAuthenticationProvider userArn userAgent user'
      )
        .split(' ')
        .toSorted(),
    );
    expect(print('$context.identity.userArn|$context.identity.sourceIp')).toBe('|127.0.0.1');
  });

  it('has overrides that are empty at first', () => {
    expect(names('$context.requestOverride.keySet()')).toEqual(['header', 'path', 'querystring']);
    expect(names('$context.responseOverride.keySet()')).toEqual(['header']);
  });

  it.each([
    'identity',
    'requestOverride',
    'requestOverride.path',
    'responseOverride',
    'responseOverride.header',
  ])('prints nothing for its map %s', (name) => {
    expect(print(`<$context.${name}>`)).toBe('<>');
  });

  it('maps nothing for its map identity', () => {
    const requestParameters = { 'integration.request.header.X': 'context.identity' };
    expect(request({ requestParameters }).headers).not.toHaveProperty('X');
  });

  it('has no member of JavaScript', () => {
    const owners = [
      '$context',
      '$input',
      '$util',
      '$stageVariables',
      '$input.params().path',
      '$context.stage',
    ];
    const text = owners.map((name) => `<${name}.constructor>`).join('');
    expect(print(`${text}<$input.params('constructor')>`)).toBe('<>'.repeat(7));
  });

  it('has no authorizer to walk over', () => {
    expect(print('<#foreach($key in $context.authorizer.keySet())$key#end>')).toBe('<>');
  });
});

describe('overrides', () => {
  const set =
    '#set($context.responseOverride.status = 444)#set($context.responseOverride.header.foo = "bar")' +
    `#set($context.responseOverride.custom = "is also passed around")${OK}`;

  it('of a request template reach the caller (response_override_in_request_template[False], 2025-05-16)', () => {
    expect(mock(set)).toMatchObject({ status: 444, headers: { foo: 'bar' }, body: '' });
  });

  it('of a request template are read by the response template (response_override_in_request_template[True], 2025-05-16)', () => {
    const responseOverride = '$context.responseOverride';
    expect(
      mock(set, `${responseOverride}.status ${responseOverride}.header.foo ${responseOverride}.custom`),
    ).toMatchObject({ status: 444, headers: { foo: 'bar' }, body: '444 bar is also passed around' });
  });

  it('of the path hand data over in a mock (request_overrides_in_response_template, 2024-11-06)', () => {
    const body = '#if($context.requestOverride.path.x == "path one")one#{else}other#end';
    expect(mock(setPath('path one'), body).body).toBe('one');
    expect(mock(setPath('path two'), body).body).toBe('other');
  });

  it('are set by index, put and property (mock_with_vtl_map_assignation, 2025-05-29)', () => {
    const text =
      '#set($name = "a")#set($context.requestOverride.path[$name] = "bar")' +
      '$context.requestOverride.path.put("b", "putBar")' +
      `#set($context["requestOverride"].querystring["n"] = "nested")${OK}`;
    const read =
      '$context.requestOverride.path.a $context.requestOverride.path.b $context.requestOverride.querystring.n';
    expect(mock(text, read).body).toBe('bar putBar nested');
  });

  it('stay with their exchange when it answers twice', () => {
    const responses = {
      default: {
        statusCode: '200',
        responseTemplates: template('$context.responseOverride.a#set($context.responseOverride.a = "set")'),
      },
    };
    const exchange = open(testerOf({ responses }));
    expect([exchange.answer({}).body, exchange.answer({}).body]).toEqual(['', '']);
  });

  it('may be lists, which are several lines (unit, test_handler_integration_request)', () => {
    const text = '#set($context.requestOverride.header.multi = ["1header", "2header"])x';
    expect(request({ requestTemplates: template(text) }).headers).toMatchObject({ multi: '1header,2header' });
    expect(renderTemplate(text).overrides.header).toEqual({ multi: '1header,2header' });
  });
});
