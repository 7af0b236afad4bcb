import { describe, expect, it } from '@jest/globals';
import { docsOf, type Diagnostic } from '../../lib/diagnostics/diagnostic.js';
import { countDiagnostics } from '../../lib/diagnostics/count-diagnostics.js';
import { formatDiagnostics } from '../../lib/diagnostics/format-diagnostics.js';
import { formatPlace } from '../../lib/diagnostics/format-place.js';

const missing: Diagnostic = {
  code: 'route-without-integration',
  severity: 'error',
  at: { controller: 'UsersController', handler: 'create', method: 'POST', path: '/users' },
  message: 'no integration says what answers this route',
  fix: 'Add `@AwsLambda`.',
  docs: docsOf('route-without-integration'),
};
const hostile: Diagnostic = {
  code: 'odd,code:1',
  severity: 'warning',
  at: {},
  message: '100% of "a::b",\r\nc',
  fix: 'Write %25.',
  docs: 'page',
};

describe('formatDiagnostics as text', () => {
  it('says the place, the message, the remedy and the code of each, then how many there are', () => {
    expect(formatDiagnostics([missing, hostile], 'text')).toBe(
      [
        'UsersController.create, POST /users',
        '  no integration says what answers this route',
        '  Add `@AwsLambda`.',
        '  route-without-integration (error), see nestjs-aws-gateway/docs/diagnostics.md#route-without-integration',
        '',
        'AwsGatewayModule.forRoot',
        '  100% of "a::b",',
        '  c',
        '  Write %25.',
        '  odd,code:1 (warning), see page',
        '',
        '1 error, 1 warning',
        '',
      ].join('\n'),
    );
  });

  it('says nothing when there is nothing to say', () => {
    expect(formatDiagnostics([], 'text')).toBe('');
  });
});

describe('formatDiagnostics as JSON', () => {
  it('writes the diagnostics as they are', () => {
    expect(JSON.parse(formatDiagnostics([missing, hostile], 'json'))).toEqual([missing, hostile]);
  });

  it('writes an empty array when there are none', () => {
    expect(formatDiagnostics([], 'json')).toBe('[]\n');
  });
});

describe('formatDiagnostics for GitHub', () => {
  it('writes one annotation a line', () => {
    expect(formatDiagnostics([missing], 'github')).toBe(
      '::error title=route-without-integration::UsersController.create, POST /users: no integration says what answers this route%0AAdd `@AwsLambda`.%0ASee nestjs-aws-gateway/docs/diagnostics.md#route-without-integration\n',
    );
  });

  it('escapes what would end a command or a property', () => {
    expect(formatDiagnostics([hostile], 'github')).toBe(
      '::warning title=odd%2Ccode%3A1::AwsGatewayModule.forRoot: 100%25 of "a::b",%0D%0Ac%0AWrite %2525.%0ASee page\n',
    );
  });

  it('writes nothing when there are none', () => {
    expect(formatDiagnostics([], 'github')).toBe('');
  });
});

describe('formatPlace', () => {
  it.each([
    [{}, 'AwsGatewayModule.forRoot'],
    [{ controller: 'A' }, 'A'],
    [{ controller: 'A', handler: 'b' }, 'A.b'],
    [{ method: 'GET', path: '/' }, 'GET /'],
    [{ path: '/users' }, '/users'],
    [{ controller: 'A', member: 'UserDto.email' }, 'A, `UserDto.email`'],
    [{ option: '--var a' }, '--var a'],
  ])('names %j %s', (place, words) => {
    expect(formatPlace(place)).toBe(words);
  });
});

describe('countDiagnostics', () => {
  it.each([
    [[], ''],
    [[missing], '1 error'],
    [[missing, missing], '2 errors'],
    [[hostile, hostile], '2 warnings'],
    [[hostile, missing], '1 error, 1 warning'],
  ])('counts %#', (diagnostics, words) => {
    expect(countDiagnostics(diagnostics)).toBe(words);
  });
});
