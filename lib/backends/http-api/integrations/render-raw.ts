import { listUriVariables } from '../../../grammar/list-uri-variables.js';
import type { RawIntegration } from '../../../model/integrations/integration.js';
import type { Route } from '../../../model/routes/route.js';
import { isObject } from '../../../openapi/openapi.js';
import { formatDeployText } from '../../../values/deploy-text.js';
import type { DeployTree } from '../../../values/deploy-tree.js';
import { refuse, type Refusal } from '../../refusal.js';
import { checkNames } from './services/check-names.js';
import { SUBTYPES } from './services/subtypes.js';
import { refuseTimeout, unless, type Rendered } from './rendered.js';
import { isReservedHeader } from './reserved-headers.js';

const MEMBERS = [
  'type',
  'integrationSubtype',
  'uri',
  'httpMethod',
  'payloadFormatVersion',
  'credentials',
  'connectionType',
  'connectionId',
  'requestParameters',
  'timeoutInMillis',
  'tlsConfig',
];
/** They mean nothing to a proxy, and exports have them. */
const IDLE = ['passthroughBehavior', 'cacheNamespace', 'responses', 'requestTemplates'];

/** An `x-amazon-apigateway-integration` object, as far as import knows it for HTTP APIs. */
export function renderRaw({ object }: RawIntegration, { path }: Pick<Route, 'path'>): Rendered {
  const type = formatDeployText(object['type']).toUpperCase();
  if (type !== 'AWS_PROXY' && type !== 'HTTP_PROXY') {
    return refuse(
      `\`@AwsIntegration({ type: '${formatDeployText(object['type'])}' })\``,
      'import takes only `aws_proxy` and `http_proxy`, and leaves the route without an integration',
      'Use `@AwsLambda` or `@AwsHttp`, or serve the route from a REST API.',
    );
  }
  const subtype = object['integrationSubtype'];
  const isService = typeof subtype === 'string';
  const given = isObject(object['requestParameters'])
    ? Object.entries(object['requestParameters'] as Readonly<Record<string, DeployTree>>)
    : [];
  const parameters = given.filter(([name, value]) => isService || !isOwnVariable(name, value));
  const { timeoutInMillis: timeout, payloadFormatVersion, httpMethod } = object;
  const refusals = [
    ...Object.keys(object).flatMap((name) =>
      MEMBERS.includes(name) || IDLE.includes(name) ? [] : [refuseMember(name)],
    ),
    ...(isService
      ? checkSubtype(
          subtype,
          parameters.map(([name]) => name),
        )
      : parameters.flatMap(([name, value]) => checkMapping(name, value))),
    ...refuseLink(object),
    ...(type === 'HTTP_PROXY' ? refuseVariables(formatDeployText(object['uri'] ?? ''), path) : []),
    ...refuseTimeout(typeof timeout === 'number' ? timeout : undefined),
  ];
  const kept = MEMBERS.filter((name) => object[name] !== undefined).map(
    (name) => [name, object[name]] as const,
  );
  return unless(refusals, {
    ...(Object.fromEntries(kept) as Readonly<Record<string, DeployTree>>),
    type,
    ...(typeof httpMethod === 'string' ? { httpMethod: httpMethod.toUpperCase() } : {}),
    payloadFormatVersion: payloadFormatVersion ?? (type === 'AWS_PROXY' && !isService ? '2.0' : '1.0'),
    requestParameters: parameters.length > 0 ? Object.fromEntries(parameters) : undefined,
  });
}

/** A REST API maps the variables of the URI, an HTTP API fills them in itself. */
function isOwnVariable(name: string, value: DeployTree): boolean {
  const variable = /^integration\.request\.path\.(.+)$/.exec(name)?.[1];
  return variable !== undefined && formatDeployText(value) === `method.request.path.${variable}`;
}

function refuseMember(name: string): Refusal {
  return {
    what: `\`${name}\` of \`@AwsIntegration\``,
    why: 'an integration of an HTTP API has no such member',
    fix: `Remove \`${name}\`, or serve the route from a REST API.`,
  };
}

function checkSubtype(name: string, given: readonly string[]): readonly Refusal[] {
  const known = Object.values(SUBTYPES);
  const subtype = known.find((one) => one.name === name);
  if (subtype) return checkNames('`@AwsIntegration`', subtype, given, 'requestParameters');
  return [
    {
      what: `\`@AwsIntegration({ integrationSubtype: '${name}' })\``,
      why: 'an HTTP API has no such integration',
      fix: `Use ${known.map((one) => `\`${one.name}\``).join(', ')}.`,
    },
  ];
}

const KEY = /^(?:(?:append|overwrite|remove):(header|querystring)\.(\S+)|overwrite:path)$/;
const SOURCE =
  /^(request\.(header|querystring|path)\.[^\s{}]+|request\.(path|body)|request\.body[.[][^\s{}]*|context\.[\w.]+|stageVariables\.\w+)$/;

function checkMapping(name: string, value: DeployTree): readonly Refusal[] {
  const [found, place, target = ''] = KEY.exec(name) ?? [];
  if (found === undefined) {
    return [
      {
        what: `the mapping \`${name}\``,
        why: 'an HTTP API can append, overwrite and remove headers and query parameters, and overwrite the path',
        fix: "Write `'overwrite:header.NAME'`, `'overwrite:querystring.NAME'` or `'overwrite:path'`.",
      },
    ];
  }
  if (place === 'header' && isReservedHeader(target)) {
    return [
      {
        what: `the mapping \`${name}\``,
        why: 'API Gateway keeps this header for itself in mappings of an HTTP API',
        fix: 'Use a header of another name, such as `X-App-…`.',
      },
    ];
  }
  const text = formatDeployText(value);
  const isRemoval = name.startsWith('remove:');
  if (isRemoval ? text === "''" : isMappedValue(text)) return [];
  return [
    {
      what: `the value \`${text}\` of the mapping \`${name}\``,
      why: isRemoval
        ? 'a removal has two single quotes as its value'
        : 'it is neither fixed text without `$` nor a source of an HTTP API',
      fix: isRemoval
        ? `Write \`'${name}': "''"\`.`
        : 'Write fixed text, `$request.header.NAME`, `$request.querystring.NAME`, `$request.path.NAME`, `$request.body.MEMBER`, `$context.NAME` or `$stageVariables.NAME`.',
    },
  ];
}

/** Fixed text, one source, or text with sources in braces. A placeholder may become either. */
function isMappedValue(text: string): boolean {
  if (text.startsWith('$') && !text.startsWith('${')) return SOURCE.test(text.slice(1));
  const fixed = text.replace(/\$\{([^{}]*)\}/g, (whole, source: string) =>
    SOURCE.test(source) || /^\w+$/.test(source) ? '' : whole,
  );
  return !fixed.includes('$') && !text.startsWith('method.request.');
}

/** An HTTP API fills the variables of a URI in from the path of the route. */
function refuseVariables(uri: string, path: string): readonly Refusal[] {
  return listUriVariables(uri)
    .filter((name) => !path.includes(`{${name}}`) && !path.includes(`{${name.replace(/\+$/, '')}+}`))
    .map((name) => ({
      what: `the variable \`{${name}}\` in the \`uri\` of \`@AwsIntegration\``,
      why: `the path \`${path}\` has no such variable`,
      fix: 'Name a variable of the path, or remove it from `uri`.',
    }));
}

/** How a private backend is reached, and its certificate is checked. */
function refuseLink({ connectionType, uri, tlsConfig }: RawIntegration['object']): readonly Refusal[] {
  const target = formatDeployText(uri ?? '');
  return [
    ...(connectionType === 'VPC_LINK' && /^https?:/i.test(target)
      ? [
          {
            what: `the \`uri\` \`${target}\` of \`@AwsIntegration\` behind a VPC link`,
            why: 'a private integration of an HTTP API has the ARN of a listener or of a Cloud Map service there',
            fix: "Set `uri: '${listener_arn}'`, or use `@AwsHttp` with `vpcLink` and `target`.",
          },
        ]
      : []),
    ...(connectionType !== 'VPC_LINK' && isObject(tlsConfig) && tlsConfig['serverNameToVerify'] !== undefined
      ? [
          {
            what: '`serverNameToVerify` of `@AwsIntegration` without a VPC link',
            why: 'an HTTP API accepts it only for private integrations',
            fix: "Remove it, or set `connectionType: 'VPC_LINK'` with a `connectionId`.",
          },
        ]
      : []),
    ...(isObject(tlsConfig) && tlsConfig['insecureSkipVerification'] === true
      ? [
          {
            what: '`insecureSkipVerification` of `@AwsIntegration`',
            why: 'an HTTP API accepts only certificates of public authorities',
            fix: 'Give the backend such a certificate.',
          },
        ]
      : []),
  ];
}
