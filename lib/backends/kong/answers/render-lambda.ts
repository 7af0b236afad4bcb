import type { GatewaySettings } from '../../../model/settings/gateway-settings.js';
import type { LambdaFunction } from '../../../model/functions/lambda-function.js';
import type { LambdaIntegration } from '../../../model/integrations/integration.js';
import type { Route } from '../../../model/routes/route.js';
import { DEFAULT_TIMEOUT } from '../../../model/integrations/timeout-of.js';
import { formatDeployValue, parseDeployValue, type DeployValue } from '../../../values/deploy-value.js';
import { regionOfArn } from '../../../values/region-of-arn.js';
import { refuse, type Refusal } from '../../refusal.js';
import { captureName } from '../paths/capture-name.js';
import { unless, type Rendered } from './answer.js';

const INVOKE_ARN = /:lambda:path\/2015-03-31\/functions\/(\S+)\/invocations$/;

/**
 * A function, which Kong calls with the event of a REST API, version 1.0.
 *
 * The plugin `aws-lambda` of Kong 3.9: it drops bodies above 8 kB and sends each body as Base64 unless it is told
 * otherwise.
 */
export function renderLambda(
  integration: LambdaIntegration,
  route: Route,
  settings: GatewaySettings,
): Rendered {
  const { mode, payloadFormat, credentials, timeout, streaming, requestTemplates } = integration;
  if (mode === 'custom') {
    return refuse(
      "`@AwsLambda({ mode: 'custom' })`",
      'Kong runs no mapping templates',
      "Use `mode: 'proxy'`: the function gets the whole request, and returns status, headers and body.",
    );
  }
  const refusals: Refusal[] = [];
  if (payloadFormat === '2.0') refusals.push(PAYLOAD_2);
  if (requestTemplates) refusals.push(TEMPLATES);
  if (streaming) refusals.push(STREAMING);
  if (mode === 'async') refusals.push(ASYNC_EVENT);
  for (const { name } of mode === 'proxy' ? route.pathParameters : []) {
    const capture = captureName(route.path, name);
    if (capture !== name) refusals.push(refuseName(name, capture));
  }
  const called = functionOf(integration.function);
  if (called === undefined) refusals.push(UNKNOWN_FUNCTION);
  const region = called && regionOf(called, settings);
  if (called && region === undefined) refusals.push(UNKNOWN_REGION);
  return unless(refusals, {
    plugins: [
      {
        name: 'aws-lambda',
        config: {
          aws_region: region,
          function_name: called,
          ...(credentials === undefined ? {} : { aws_assume_role_arn: credentials }),
          timeout: timeout ?? DEFAULT_TIMEOUT,
          ...(mode === 'async'
            ? { invocation_type: 'Event' }
            : {
                awsgateway_compatible: true,
                is_proxy_integration: true,
                base64_encode_body: (settings.binaryMediaTypes ?? []).length > 0,
                empty_arrays_mode: 'correct',
              }),
          skip_large_bodies: false,
          aws_imds_protocol_version: 'v2',
          log_type: 'None',
        },
      },
    ],
  });
}

/** The ARN of the function. Absent: only a deployment knows it. */
function functionOf(given: LambdaFunction): DeployValue | undefined {
  if ('functionArn' in given) return given.functionArn;
  const [, arn] = INVOKE_ARN.exec(formatDeployValue(given.invokeArn)) ?? [];
  return arn === undefined ? undefined : parseDeployValue(arn);
}

/** The region of the ARN, or that of the module. */
function regionOf(called: DeployValue, { region }: GatewaySettings): DeployValue | undefined {
  const ofArn = regionOfArn(called);
  if (ofArn !== undefined) return ofArn;
  return region['@deploy'].some((part) => typeof part === 'object' && 'variable' in part)
    ? undefined
    : region;
}

const PAYLOAD_2: Refusal = {
  what: "`@AwsLambda({ payloadFormat: '2.0' })`",
  why: 'open-source Kong sends events of the version 1.0 only',
  fix: "Set `payloadFormat: '1.0'`, which every gateway sends.",
};

const TEMPLATES: Refusal = {
  what: '`requestTemplates` of `@AwsLambda`',
  why: 'Kong runs no mapping templates',
  fix: 'Remove `requestTemplates`: the function reads the request itself.',
};

const STREAMING: Refusal = {
  what: '`@AwsLambda({ streaming: true })`',
  why: 'Kong waits for the end of the function, which then has to answer without a stream',
  fix: 'Remove `streaming`, or let the application answer with `forRoot({ kong: { upstream } })`.',
};

const ASYNC_EVENT: Refusal = {
  what: "the event of `@AwsLambda({ mode: 'async' })` as API Gateway sends it",
  why: 'its members are those of the JSON body and the parameters of the query together',
  fix: 'Send a JSON object without parameters of the query, or use a queue behind an application (`@AwsHttp`).',
  severity: 'warning',
};

const UNKNOWN_FUNCTION: Refusal = {
  what: 'an `invokeArn` that is known only at deployment',
  why: 'Kong calls a function by its own ARN',
  fix: "Write `functionArn: '${function_arn}'` instead of `invokeArn`.",
};

const UNKNOWN_REGION: Refusal = {
  what: 'a function whose region is not known',
  why: 'Kong signs each call for one region',
  fix: "Set `forRoot({ region: 'eu-west-1' })`, or `forRoot({ region: '${aws_region}' })`.",
};

function refuseName(name: string, capture: string): Refusal {
  return {
    what: `the path variable \`${name}\``,
    why: `a variable of Kong has at most 31 letters, digits and \`_\`, and a name of its own, so the function finds it as \`${capture}\``,
    fix: `Rename the variable to \`${capture}\`.`,
    severity: 'warning',
  };
}
