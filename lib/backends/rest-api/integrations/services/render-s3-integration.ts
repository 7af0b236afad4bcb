import type { RouteView } from '../../../../model/documents/view-route.js';
import type { ServiceIntegration, ServiceOptions } from '../../../../services/service-integrations.js';
import type { DeployValue } from '../../../../values/deploy-value.js';
import type { RequestValue } from '../../../../values/request-value.js';
import { message } from './answers.js';
import { renderMapping } from './render-mapping.js';
import { renderService, type ServiceCall } from './render-service.js';
import type { RenderedIntegration, RenderedResponse } from '../rendered-integration.js';
import { join, type Vtl } from '../../vtl/vtl-text.js';
import { renderPath, inUri } from './render-path.js';

type Options = ServiceOptions['s3'];
type Key = string | DeployValue | RequestValue;

const METHODS = { GetObject: 'GET', PutObject: 'PUT', DeleteObject: 'DELETE', ListObjects: 'GET' } as const;

/** What a caller may say about the object that it wants, by header. */
const CONDITIONS = ['Range', 'If-Match', 'If-None-Match', 'If-Modified-Since', 'If-Unmodified-Since'];
/** Without `Content-Length`, which API Gateway writes itself and renames when a mapping sets it. */
const OBJECT_HEADERS = [
  'Content-Type',
  'Content-Range',
  'Accept-Ranges',
  'ETag',
  'Last-Modified',
  'Cache-Control',
  'Content-Disposition',
  'Content-Encoding',
];

export function renderS3Integration(
  { options }: ServiceIntegration<'s3'>,
  route: RouteView,
): RenderedIntegration {
  const target = options.action === 'ListObjects' ? { uri: join(), parameters: {} } : renderPath(options.key);
  const call: ServiceCall = {
    service: 's3',
    target: join('path/', inUri(options.bucket), target.uri),
    method: METHODS[options.action],
    parameters: { ...target.parameters, ...renderParameters(options) },
    ...answers(options, route),
    failures: failures(options),
    // No right, or a bucket in another region: the caller can help neither.
    broken: '3(?!04)\\d{2}|403|5\\d{2}',
  };
  return renderService(call, options, route);
}

/** A header of the caller's, passed on. */
function header(name: string): [string, string] {
  return [`integration.request.header.${name}`, `method.request.header.${name}`];
}

/** An error of S3's, in our own words. */
function failure(status: number, text: string): RenderedResponse {
  return {
    statusCode: String(status),
    responseTemplates: { 'application/json': message(text) },
    responseParameters: { 'method.response.header.Content-Type': "'application/json'" },
  };
}

function renderParameters(options: Options): Readonly<Record<string, Vtl>> {
  switch (options.action) {
    case 'GetObject':
      return Object.fromEntries(CONDITIONS.map(header));
    case 'PutObject':
      // API Gateway removes `Content-MD5` before a mapping reads it.
      return Object.fromEntries(['Content-Type', 'Cache-Control', 'If-None-Match', 'If-Match'].map(header));
    case 'DeleteObject':
      return {};
    case 'ListObjects': {
      const { prefix, delimiter, maxKeys, cursor } = options;
      const given: [string, Key | number | undefined][] = [
        ['prefix', prefix],
        ['delimiter', delimiter],
        ['max-keys', maxKeys],
        ['continuation-token', cursor],
      ];
      return Object.fromEntries([
        ['integration.request.querystring.list-type', "'2'"],
        ...given.flatMap(([name, value]): [string, Vtl][] => {
          const mapping =
            value === undefined ? undefined : typeof value === 'number' ? `'${value}'` : renderMapping(value);
          return mapping === undefined ? [] : [[`integration.request.querystring.${name}`, mapping]];
        }),
      ]);
    }
  }
}

function answers({ action }: Options, { successStatus }: RouteView): Partial<ServiceCall> {
  const passed =
    action === 'GetObject'
      ? OBJECT_HEADERS
      : action === 'ListObjects'
        ? ['Content-Type']
        : action === 'PutObject'
          ? ['ETag']
          : [];
  return {
    ...(passed.length > 0
      ? {
          successParameters: Object.fromEntries(
            passed.map((name) => [`method.response.header.${name}`, `integration.response.header.${name}`]),
          ),
        }
      : {}),
    ...(action === 'PutObject' && successStatus !== '204' ? { success: '{}' } : {}),
  };
}

/** S3 speaks XML, which a template cannot read: its status says what there is to say. */
function failures({ action }: Options): Readonly<Record<string, RenderedResponse>> {
  return {
    ...(action === 'GetObject'
      ? {
          206: {
            statusCode: '206',
            responseParameters: Object.fromEntries(
              OBJECT_HEADERS.map((name) => [
                `method.response.header.${name}`,
                `integration.response.header.${name}`,
              ]),
            ),
          },
          304: { statusCode: '304' },
          416: failure(416, 'Range not satisfiable'),
        }
      : {}),
    404: failure(404, 'Not found'),
    412: failure(412, 'Precondition failed'),
    '4(?!03|04|12|16)\\d{2}': failure(400, 'Bad request'),
  };
}
