import type { RouteView } from '../../../../model/documents/view-route.js';
import type { ServiceIntegration } from '../../../../services/service-integrations.js';
import { definitionOf } from '../../../../services/services.js';
import { asDeployValue } from '../../../../values/deploy-text.js';
import type { DeployValue } from '../../../../values/deploy-value.js';
import { isRequestValue } from '../../../../values/request-value.js';
import type { Refusal } from '../../../refusal.js';
import { refuseTimeout, unless, type Rendered } from '../rendered.js';
import { checkNames } from './check-names.js';
import { listParameters } from './list-parameters.js';
import { mapJson } from './map-json.js';
import { SUBTYPES } from './subtypes.js';

/** A service as a first-class integration: parameters instead of templates, and the service's answer as it is. */
export function renderService(integration: ServiceIntegration, view: RouteView): Rendered {
  const { options } = integration;
  const what = `\`${definitionOf(integration).describe(options as never)}\``;
  const call = listParameters(integration, view);
  if ('why' in call) return { refusals: [{ what, ...call }] };
  const subtype = Object.hasOwn(SUBTYPES, call.action) ? SUBTYPES[call.action] : undefined;
  if (!subtype) return { refusals: [{ what, ...NO_SUBTYPE }] };
  const given = Object.entries({ ...call.parameters, Region: options.region }).filter(
    ([, value]) => value !== undefined,
  );
  const mapped = given.map(([name, value]) => [name, mapJson(value)] as const);
  const refusals = [
    ...mapped.flatMap(([name, value]) => (value === undefined ? [refuseParameter(what, name)] : [])),
    ...checkNames(
      what,
      subtype,
      given.map(([name]) => name),
      'body',
    ),
    ...refuseTemplates(options),
    ...refuseTimeout(options.timeout),
  ];
  const role = options.credentials ?? view.model.settings.credentials;
  return unless(refusals, {
    type: 'AWS_PROXY',
    integrationSubtype: subtype.name,
    payloadFormatVersion: '1.0',
    ...(role === undefined || isRequestValue(role) ? {} : { credentials: asDeployValue(role) }),
    requestParameters: Object.fromEntries(mapped as readonly (readonly [string, DeployValue])[]),
    ...(options.timeout === undefined ? {} : { timeoutInMillis: options.timeout }),
  });
}

const NO_SUBTYPE = {
  why: 'an HTTP API calls only some actions of SQS, EventBridge, Kinesis, Step Functions and AppConfig itself',
  fix: 'Let a function do it (`@AwsLambda`), or serve the route from a REST API.',
};

function refuseParameter(what: string, name: string): Refusal {
  return {
    what: `\`${name}\` of ${what}`,
    why: 'a parameter takes fixed text without `$`, one value of the request, or text with such values: JSON with values in it would need a template',
    fix: 'Pass the whole body or a member of it, such as `fromBody()`, or use `@AwsLambda`.',
  };
}

function refuseTemplates(options: ServiceIntegration['options']): readonly Refusal[] {
  return (['requestTemplates', 'responses'] as const)
    .filter((name) => options[name] !== undefined)
    .map((name) => ({
      what: `\`${name}\` of a service`,
      why: 'an HTTP API has no mapping templates, and passes on the answer of the service as it is',
      fix: `Remove \`${name}\`, or use \`@AwsLambda\`.`,
    }));
}
