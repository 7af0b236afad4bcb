import type { GatewayCall, ServiceCall } from '../local-gateway-ports.js';
import { NotServed } from '../not-served.js';
import { readMapping } from './read-mapping.js';

type Parameters = Readonly<Record<string, string>>;

/** How the parameters of a first-class integration become a request. */
interface Subtype {
  readonly service: string;
  /** A query protocol: a form. Absent: JSON. */
  readonly isForm?: boolean;
  body(parameters: Parameters): object;
}

/**
 * The first-class integrations. SQS is called by its query protocol, which answers XML.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-aws-services-reference.html
 */
const SUBTYPES: Readonly<Record<string, Subtype>> = {
  'EventBridge-PutEvents': {
    service: 'events',
    body: ({ Resources, ...entry }) => ({
      Entries: [
        { ...entry, ...(Resources === undefined ? {} : { Resources: readJson(Resources, 'Resources') }) },
      ],
    }),
  },
  'SQS-SendMessage': {
    service: 'sqs',
    isForm: true,
    body: ({ MessageAttributes, MessageSystemAttributes, ...parameters }) => ({
      ...parameters,
      ...listAttributes('MessageAttribute', MessageAttributes),
      ...listAttributes('MessageSystemAttribute', MessageSystemAttributes),
    }),
  },
  'SQS-ReceiveMessage': {
    service: 'sqs',
    isForm: true,
    body: ({ AttributeNames, MessageAttributeNames, ...parameters }) => ({
      ...parameters,
      ...listNames('AttributeName', AttributeNames),
      ...listNames('MessageAttributeName', MessageAttributeNames),
    }),
  },
  'SQS-DeleteMessage': { service: 'sqs', isForm: true, body: (parameters) => parameters },
  'SQS-PurgeQueue': { service: 'sqs', isForm: true, body: (parameters) => parameters },
  'Kinesis-PutRecord': {
    service: 'kinesis',
    body: ({ Data = '', ...parameters }) => ({ ...parameters, Data: Buffer.from(Data).toString('base64') }),
  },
  'StepFunctions-StartExecution': { service: 'states', body: lowerNames },
  'StepFunctions-StartSyncExecution': { service: 'states', body: lowerNames },
  'StepFunctions-StopExecution': { service: 'states', body: lowerNames },
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
  const { service, isForm } = subtype;
  const given = subtype.body(parameters);
  const body = isForm
    ? new URLSearchParams(given as Record<string, string>).toString()
    : JSON.stringify(given);
  call.explain({
    step: 'request mapping',
    outcome: `${integrationSubtype}: ${body}`,
    data: { mappings: requestParameters, parameters },
  });
  return {
    request: {
      method: 'POST',
      uri: `arn:aws:apigateway:${Region}:${service}:action/${action}`,
      service,
      action,
      path: '/',
      query: {},
      headers: isForm ? { 'Content-Type': 'application/x-www-form-urlencoded' } : {},
      body,
    },
    body: Buffer.from(body),
  };
}

/** Step Functions writes its members in lower camel case. */
function lowerNames(parameters: Parameters): object {
  return Object.fromEntries(
    Object.entries(parameters).map(([name, value]) => [`${name[0]!.toLowerCase()}${name.slice(1)}`, value]),
  );
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
