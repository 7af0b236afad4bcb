import { Controller, Get } from '@nestjs/common';
import { AwsCors, AwsLambda, AwsMock } from 'nestjs-aws-gateway';
import { createGatewayTester } from '../../lib/testing/index.js';

/** Answers of every kind that have CORS headers, for a list of origins that deployment fills in. */
@Controller('open')
@AwsCors({ allowOrigins: '${cors_origins}' })
export class OpenController {
  @Get()
  @AwsMock({ body: { ok: true } })
  read(): void {}
}

@Controller('private')
@AwsCors({ allowOrigins: '${cors_origins}', allowCredentials: true })
export class PrivateController {
  @Get()
  @AwsMock({ body: { ok: true } })
  read(): void {}
}

/** What an HTTP API can have too. */
@Controller('proxied')
@AwsCors({ allowOrigins: '${cors_origins}' })
export class ProxiedController {
  @Get()
  @AwsLambda('arn:aws:lambda:eu-west-1:111122223333:function:api')
  read(): void {}
}

const NONE: readonly string[] = [];
const ONE: readonly string[] = ['https://a.example.com'];
const SEVERAL: readonly string[] = ['https://a.example.com', 'https://b.example.com:8443'];

interface Seen {
  readonly preflight: string;
  readonly answer: string;
  readonly error: string;
}

interface Document {
  readonly 'x-amazon-apigateway-gateway-responses': Readonly<
    Record<string, { readonly responseParameters: Readonly<Record<string, string>> }>
  >;
}

/** `origin vary` */
function find(headers: Readonly<Record<string, string>>): string {
  return ['access-control-allow-origin', 'vary']
    .map((wanted) => Object.entries(headers).find(([name]) => name.toLowerCase().endsWith(wanted))?.[1])
    .map((value) => value ?? '-')
    .join(' ');
}

/**
 * `origin vary` of each kind of answer that a page of an origin gets; `-` where there is no header. Of the errors of API
 * Gateway itself what they are mapped from.
 */
export function askFrom(privateDocument: object, path: string, origin: string): Seen {
  const tester = createGatewayTester(privateDocument);
  const ask = (route: string): string => find(tester.open(route, { headers: { origin } }).answer().headers);
  const responses = (privateDocument as Document)['x-amazon-apigateway-gateway-responses'];
  return {
    preflight: ask(`OPTIONS /${path}`),
    answer: ask(`GET /${path}`),
    error: find(responses['DEFAULT_4XX']!.responseParameters),
  };
}

const A = 'https://a.example.com';
const B = 'https://b.example.com:8443';
const EVIL = 'https://evil.example.com';
const dynamic = (given: string) => ({ preflight: `${given} Origin`, answer: `${given} Origin` });

/** What pages see: the list, the origin of the page, the answers without and with credentials. */
export const EXPECTED: readonly (readonly [
  name: string,
  list: readonly string[],
  origin: string,
  open: Seen,
  guarded: Seen,
])[] = [
  ['none', NONE, A, { ...dynamic('-'), error: "'none' -" }, { ...dynamic('-'), error: "'none' 'Origin'" }],
  ['one', ONE, A, { ...dynamic(A), error: `'${A}' -` }, { ...dynamic(A), error: `'${A}' 'Origin'` }],
  [
    'another',
    ONE,
    EVIL,
    { ...dynamic('-'), error: `'${A}' -` },
    { ...dynamic('-'), error: `'${A}' 'Origin'` },
  ],
  [
    'several',
    SEVERAL,
    B,
    { ...dynamic(B), error: "'*' -" },
    { ...dynamic(B), error: "method.request.header.origin 'Origin'" },
  ],
  [
    'no one of several',
    SEVERAL,
    EVIL,
    { ...dynamic('-'), error: "'*' -" },
    { ...dynamic('-'), error: "method.request.header.origin 'Origin'" },
  ],
];
