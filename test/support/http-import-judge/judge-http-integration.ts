import { asJson, type Json } from '../json.js';
import { isCaller, isRole } from '../import-judge/aws-values.js';
import { isHttpUrl, isInvocation, isPrivateTarget } from './http-uris.js';
import { judgeHttpMappings, judgeHttpValue } from './judge-http-mappings.js';
import { variablesOf, type HttpRoute } from './http-verdict.js';

const MEMBERS = [
  'type',
  'uri',
  'httpMethod',
  'payloadFormatVersion',
  'credentials',
  'connectionType',
  'connectionId',
  'requestParameters',
  'timeoutInMillis',
  'tlsConfig',
  'integrationSubtype',
];
const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'ANY'];

/** "x-amazon-apigateway-integration object", "Create AWS Lambda / HTTP / AWS service / private integrations for HTTP APIs" */
export function judgeHttpIntegration(integration: Json, route: HttpRoute): void {
  const { place, report, guard } = route;
  const type = String(integration['type']).toUpperCase();
  if (type !== 'AWS_PROXY' && type !== 'HTTP_PROXY') {
    return report('warned', `Unsupported integration type ${type}. The route has no integration.`, place);
  }
  for (const name of Object.keys(integration)) {
    if (!MEMBERS.includes(name)) report('dropped', `${name} is no member of an integration`, place);
  }
  const { credentials, timeoutInMillis: timeout, requestParameters } = integration;
  if (credentials !== undefined && !isRole(credentials) && !isCaller(credentials))
    report('rejected', 'Invalid ARN specified in the request: credentials', place);
  if (isCaller(credentials) && guard !== 'iam')
    report('rejected', 'AWS_IAM is needed to pass on the identity of the caller', place);
  if (
    timeout !== undefined &&
    !(Number.isInteger(timeout) && Number(timeout) >= 50 && Number(timeout) <= 30_000)
  )
    report('rejected', 'Timeout should be between 50 ms and 30000 ms', place);
  for (const [name, value] of Object.entries(asJson(requestParameters))) {
    if (typeof value !== 'string') report('rejected', `the parameter ${name} is a text`, place);
  }
  if (integration['integrationSubtype'] !== undefined) return judgeSubtype(integration, route);
  judgeHttpMappings(asJson(requestParameters), route);
  if (type === 'AWS_PROXY') judgeFunction(integration, route);
  else judgeBackend(integration, route);
}

function judgeFunction(integration: Json, { place, report }: HttpRoute): void {
  const { uri, httpMethod, payloadFormatVersion, connectionType } = integration;
  if (!isInvocation(uri)) report('rejected', `AWS_PROXY calls functions, not ${String(uri)}`, place);
  if (httpMethod !== 'POST') report('broken', 'a function is invoked with POST', place);
  if (payloadFormatVersion !== '1.0' && payloadFormatVersion !== '2.0')
    report('rejected', 'payloadFormatVersion is 1.0 or 2.0', place);
  if (connectionType !== undefined && connectionType !== 'INTERNET')
    report('rejected', 'a function has no VPC link', place);
}

function judgeBackend(integration: Json, { path, place, report }: HttpRoute): void {
  const { uri, httpMethod, payloadFormatVersion, connectionType, connectionId, tlsConfig } = integration;
  const { requestParameters } = integration;
  if (!METHODS.includes(String(httpMethod)))
    report('rejected', `no method of a backend: ${String(httpMethod)}`, place);
  if (payloadFormatVersion !== '1.0')
    report('rejected', 'the payloadFormatVersion of a backend is 1.0', place);
  const { serverNameToVerify, ...others } = asJson(tlsConfig);
  for (const name of Object.keys(others)) report('dropped', `${name} of tlsConfig`, place);
  if (connectionType === 'VPC_LINK') {
    if (typeof connectionId !== 'string' || connectionId === '')
      report('rejected', 'VPC_LINK has a connectionId', place);
    if (!isPrivateTarget(uri))
      report('rejected', `behind a VPC link are listeners and services, not ${String(uri)}`, place);
    if (asJson(requestParameters)['overwrite:path'] === undefined)
      report('broken', 'the backend gets the name of the stage in the path', place);
    return;
  }
  if (connectionId !== undefined) report('rejected', 'a connectionId needs VPC_LINK', place);
  if (serverNameToVerify !== undefined)
    report('rejected', 'serverNameToVerify is for private integrations', place);
  if (!isHttpUrl(uri))
    return report('rejected', `Invalid HTTP endpoint specified for URI: ${String(uri)}`, place);
  const text = String(uri).replace(/\$\{[^{}]*\}/g, '');
  const known = variablesOf(path);
  for (const name of variablesOf(text)) {
    if (!known.includes(name)) report('broken', `the path has no {${name}}`, place);
  }
}

const REGION = 'Region';
/** "Integration subtype reference": required, then optional parameters. */
const SUBTYPES: Readonly<Record<string, readonly [required: string, optional: string]>> = {
  'EventBridge-PutEvents': ['Detail DetailType Source', 'Time EventBusName Resources TraceHeader'],
  'SQS-SendMessage': [
    'QueueUrl MessageBody',
    'DelaySeconds MessageAttributes MessageDeduplicationId MessageGroupId MessageSystemAttributes',
  ],
  'SQS-ReceiveMessage': [
    'QueueUrl',
    'AttributeNames MaxNumberOfMessages MessageAttributeNames ReceiveRequestAttemptId VisibilityTimeout WaitTimeSeconds',
  ],
  'SQS-DeleteMessage': ['QueueUrl ReceiptHandle', ''],
  'SQS-PurgeQueue': ['QueueUrl', ''],
  'AppConfig-GetConfiguration': [
    'Application Environment Configuration ClientId',
    'ClientConfigurationVersion',
  ],
  'Kinesis-PutRecord': ['StreamName Data PartitionKey', 'SequenceNumberForOrdering ExplicitHashKey'],
  'StepFunctions-StartExecution': ['StateMachineArn', 'Name Input'],
  'StepFunctions-StartSyncExecution': ['StateMachineArn', 'Name Input TraceHeader'],
  'StepFunctions-StopExecution': ['ExecutionArn', 'Cause Error'],
};

function judgeSubtype(integration: Json, route: HttpRoute): void {
  const { place, report } = route;
  const name = String(integration['integrationSubtype']);
  const parameters = SUBTYPES[name];
  if (!parameters) return report('rejected', `no integration subtype: ${name}`, place);
  if (String(integration['type']).toUpperCase() !== 'AWS_PROXY')
    report('rejected', 'a subtype is of AWS_PROXY', place);
  for (const member of ['uri', 'httpMethod', 'connectionId', 'connectionType', 'tlsConfig']) {
    if (integration[member] !== undefined) report('rejected', `a subtype has no ${member}`, place);
  }
  if (integration['payloadFormatVersion'] !== '1.0')
    report('rejected', 'the payloadFormatVersion of a subtype is 1.0', place);
  if (integration['credentials'] === undefined) report('rejected', 'a subtype has credentials', place);
  const given = asJson(integration['requestParameters']);
  const [required, optional] = parameters.map((words) => words.split(' ').filter(Boolean));
  for (const parameter of required!) {
    if (given[parameter] === undefined) report('rejected', `${name} has a ${parameter}`, place);
  }
  for (const [parameter, value] of Object.entries(given)) {
    if (![...required!, ...optional!, REGION].includes(parameter))
      report('rejected', `${name} has no ${parameter}`, place);
    judgeHttpValue(parameter, String(value), route);
  }
}
