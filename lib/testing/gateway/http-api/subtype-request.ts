import type { ServiceRequest } from '../exchange-types.js';
import type { GatewayCall, ServiceCall } from '../local-gateway-ports.js';
import { NotServed } from '../not-served.js';
import { readMapping } from './read-mapping.js';

type Parameters = Readonly<Record<string, string>>;

type Written = Pick<ServiceRequest, 'method' | 'path' | 'query' | 'headers' | 'body'>;

/** How the parameters of a first-class integration become a request. */
interface Subtype {
  readonly service: string;
  write(parameters: Parameters): Written;
}

/**
 * The first-class integrations. SQS is called by its query protocol, which answers XML.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-aws-services-reference.html
 */
const SUBTYPES: Readonly<Record<string, Subtype>> = {
  'EventBridge-PutEvents': {
    service: 'events',
    write: ({ Resources, ...entry }) =>
      writeJson({
        Entries: [
          { ...entry, ...(Resources === undefined ? {} : { Resources: readJson(Resources, 'Resources') }) },
        ],
      }),
  },
  'SQS-SendMessage': {
    service: 'sqs',
    write: ({ MessageAttributes, MessageSystemAttributes, ...parameters }) =>
      writeForm({
        ...parameters,
        ...listAttributes('MessageAttribute', MessageAttributes),
        ...listAttributes('MessageSystemAttribute', MessageSystemAttributes),
      }),
  },
  'SQS-ReceiveMessage': {
    service: 'sqs',
    write: ({ AttributeNames, MessageAttributeNames, ...parameters }) =>
      writeForm({
        ...parameters,
        ...listNames('AttributeName', AttributeNames),
        ...listNames('MessageAttributeName', MessageAttributeNames),
      }),
  },
  'SQS-DeleteMessage': { service: 'sqs', write: writeForm },
  'SQS-PurgeQueue': { service: 'sqs', write: writeForm },
  'AppConfig-GetConfiguration': { service: 'appconfig', write: writeConfigurationRequest },
  'Kinesis-PutRecord': {
    service: 'kinesis',
    write: ({ Data = '', ...parameters }) =>
      writeJson({ ...parameters, Data: Buffer.from(Data).toString('base64') }),
  },
  'StepFunctions-StartExecution': { service: 'states', write: writeLowerNames },
  'StepFunctions-StartSyncExecution': { service: 'states', write: writeLowerNames },
  'StepFunctions-StopExecution': { service: 'states', write: writeLowerNames },
};

/** The request of a first-class integration to its service. A parameter without a value is left out. */
export function subtypeRequest(call: GatewayCall, region: string): ServiceCall {
  const { integrationSubtype = '', requestParameters = {} } = call.route.integration;
  const subtype = Object.hasOwn(SUBTYPES, integrationSubtype) ? SUBTYPES[integrationSubtype] : undefined;
  if (!subtype)
    throw new NotServed(
      `The integration \`${integrationSubtype}\` is not run here. Those that are: ${Object.keys(SUBTYPES).join(', ')}.`,
    );
  const { Region = region, ...parameters } = Object.fromEntries(
    Object.entries(requestParameters).flatMap(([name, text]) => {
      const value = readMapping(text, call);
      return value === undefined ? [] : [[name, value] as const];
    }),
  );
  const action = integrationSubtype.split('-')[1]!;
  const { service } = subtype;
  const written = subtype.write(parameters);
  const { method, path, body } = written;
  call.explain({
    step: 'request mapping',
    outcome: `${integrationSubtype}: ${body === '' ? `${method} ${path}` : body}`,
    data: { mappings: requestParameters, parameters },
  });
  const uri = `arn:aws:apigateway:${Region}:${service}:action/${action}`;
  return { request: { ...written, uri, service, action }, body: Buffer.from(body) };
}

function writeJson(value: object): Written {
  return { method: 'POST', path: '/', query: {}, headers: {}, body: JSON.stringify(value) };
}

function writeForm(parameters: Parameters): Written {
  const body = new URLSearchParams(parameters).toString();
  return { ...writeJson({}), headers: { 'Content-Type': 'application/x-www-form-urlencoded' }, body };
}

/** Step Functions writes its members in lower camel case. */
function writeLowerNames(parameters: Parameters): Written {
  return writeJson(
    Object.fromEntries(
      Object.entries(parameters).map(([name, value]) => [`${name[0]!.toLowerCase()}${name.slice(1)}`, value]),
    ),
  );
}

/** @see https://docs.aws.amazon.com/appconfig/2019-10-09/APIReference/API_GetConfiguration.html */
function writeConfigurationRequest({
  Application = '',
  Environment = '',
  Configuration = '',
  ClientId = '',
  ClientConfigurationVersion: version,
}: Parameters): Written {
  const names = { applications: Application, environments: Environment, configurations: Configuration };
  const path = Object.entries(names).map(([kind, name]) => `/${kind}/${encodeURIComponent(name)}`);
  const query = {
    client_id: ClientId,
    ...(version === undefined ? {} : { client_configuration_version: version }),
  };
  return { method: 'GET', path: path.join(''), query, headers: {}, body: '' };
}

function readJson(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new NotServed(`The parameter \`${name}\` of the integration is not JSON: \`${text}\`.`);
  }
}

/** `{"kind":{"DataType":"String","StringValue":"a"}}` as the query protocol has it. */
function listAttributes(prefix: string, text: string | undefined): Parameters {
  if (text === undefined) return {};
  const attributes = readJson(text, `${prefix}s`) as Readonly<Record<string, Parameters>>;
  return Object.fromEntries(
    Object.entries(attributes).flatMap(([name, value], index) => [
      [`${prefix}.${index + 1}.Name`, name],
      ...Object.entries(value).map(([member, part]) => [`${prefix}.${index + 1}.Value.${member}`, part]),
    ]),
  ) as Parameters;
}

function listNames(prefix: string, text: string | undefined): Parameters {
  if (text === undefined) return {};
  const names = text.startsWith('[') ? (readJson(text, `${prefix}s`) as readonly string[]) : text.split(',');
  return Object.fromEntries(names.map((name, index) => [`${prefix}.${index + 1}`, name]));
}
