import type { HttpIntegration, MappedText } from '../../../model/integrations/integration.js';
import type { Route } from '../../../model/routes/route.js';
import { formatDeployValue, mapDeployText, type DeployValue } from '../../../values/deploy-value.js';
import type { DeployMembers, DeployTree } from '../../../values/deploy-tree.js';
import type { Refusal } from '../../refusal.js';
import { mapValue } from './map-value.js';
import { refuseTimeout, unless, type Rendered } from './rendered.js';
import { isReservedHeader } from './reserved-headers.js';
import { splitUrl } from '../../../grammar/split-url.js';

export function renderHttp(integration: HttpIntegration, route: Pick<Route, 'path'>): Rendered {
  const { method, url, vpcLink, timeout } = integration;
  const refusals: Refusal[] = [...refuseTimeout(timeout), ...refuseOptions(integration)];
  const parameters: (readonly [string, DeployTree])[] = [];
  const add = (place: 'header' | 'querystring', values: Readonly<Record<string, MappedText>> = {}): void => {
    for (const [name, value] of Object.entries(values)) {
      const mapped = mapValue(value);
      if (mapped === undefined) refusals.push(refuseMapping(place, name));
      else if (place === 'header' && isReservedHeader(name)) refusals.push(refuseHeader(name));
      else parameters.push([`overwrite:${place}.${name}`, mapped]);
    }
  };
  add('header', integration.headers);
  add('querystring', integration.query);
  const link = vpcLink === undefined ? undefined : renderLink(integration, route, vpcLink);
  if (link) refusals.push(...link.refusals);
  const requestParameters = [...(link?.parameters ?? []), ...parameters];
  return unless(refusals, {
    type: 'HTTP_PROXY',
    httpMethod: method,
    uri: url,
    payloadFormatVersion: '1.0',
    ...link?.members,
    ...(requestParameters.length === 0 ? {} : { requestParameters: Object.fromEntries(requestParameters) }),
    ...(timeout === undefined ? {} : { timeoutInMillis: timeout }),
  });
}

interface Link {
  readonly members: DeployMembers;
  readonly parameters: readonly (readonly [string, DeployTree])[];
  readonly refusals: readonly Refusal[];
}

/**
 * Behind a VPC link the URI is an ARN, and the path has the name of the stage in front, unless it is overwritten.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-private.html
 */
function renderLink(
  { url, target }: HttpIntegration,
  route: Pick<Route, 'path'>,
  vpcLink: DeployValue,
): Link {
  const parts = splitUrl(url);
  const refusals: readonly Refusal[] = [
    ...(target === undefined || /:loadbalancer\//.test(formatDeployValue(target)) ? [NO_LISTENER] : []),
    ...(parts === undefined ? [NO_SCHEME] : []),
    ...(parts && formatDeployValue(parts.path).includes('?') ? [QUERY_IN_URL] : []),
  ];
  if (target === undefined || parts === undefined) return { members: {}, parameters: [], refusals };
  return {
    members: {
      uri: target,
      connectionType: 'VPC_LINK',
      connectionId: vpcLink,
      ...(parts.secure ? { tlsConfig: { serverNameToVerify: withoutPort(parts.host) } } : {}),
    },
    parameters: [['overwrite:path', mapPath(parts.path, route)]],
    refusals,
  };
}

/** The path of a URL with its variables as mappings. The caller's own path needs none. */
function mapPath(path: DeployValue, route: Pick<Route, 'path'>): DeployTree {
  if (formatDeployValue(path) === route.path.replace(/\+\}/g, '}')) return '$request.path';
  return mapDeployText(path, (text) => text.replace(/\{([^{}]+)\}/g, '${request.path.$1}'));
}

function withoutPort(host: DeployValue): DeployValue {
  return mapDeployText(host, (text) => text.replace(/:\d*$/, ''));
}

const NO_LISTENER: Refusal = {
  what: '`@AwsHttp({ vpcLink })` without the `target` of a listener',
  why: 'a private integration of an HTTP API needs the ARN of a listener or of a Cloud Map service, and a VPC link for HTTP APIs',
  fix: "Add `target: '${listener_arn}'`.",
};

const NO_SCHEME: Refusal = {
  what: 'a URL behind a VPC link that starts with a placeholder',
  why: 'the path must be known, because API Gateway sends the name of the stage in front of it',
  fix: "Write the scheme outside the placeholder: `baseUrl: 'http://${host}'`.",
};

const QUERY_IN_URL: Refusal = {
  what: 'a query in the URL behind a VPC link',
  why: 'only the path is taken from the URL',
  fix: 'Set the parameter in `query`.',
};

function refuseOptions({ insecureSkipVerification, streaming }: HttpIntegration): readonly Refusal[] {
  return [
    ...(insecureSkipVerification
      ? [
          {
            what: '`@AwsHttp({ insecureSkipVerification: true })`',
            why: 'an HTTP API accepts only certificates of public authorities',
            fix: 'Give the backend such a certificate, or reach it with `http://` over a VPC link.',
          },
        ]
      : []),
    ...(streaming
      ? [
          {
            what: '`@AwsHttp({ streaming: true })`',
            why: 'an HTTP API answers only when the backend is done',
            fix: 'Remove `streaming`, or serve the route from a REST API.',
          },
        ]
      : []),
  ];
}

function refuseMapping(place: string, name: string): Refusal {
  return {
    what: `the value of the ${place === 'header' ? 'header' : 'query parameter'} \`${name}\``,
    why: 'a parameter mapping of an HTTP API takes fixed text without `$`, or values of the request without VTL',
    fix: 'Use `fromPath`, `fromQuery`, `fromHeader`, `fromAuthorizer`, `fromContext` or a member of the body.',
  };
}

function refuseHeader(name: string): Refusal {
  return {
    what: `the header \`${name}\``,
    why: 'API Gateway keeps this header for itself in mappings of an HTTP API',
    fix: 'Use a header of another name, such as `X-App-…`.',
  };
}
