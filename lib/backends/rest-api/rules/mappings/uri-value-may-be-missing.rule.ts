import { listUriVariables } from '../../../../grammar/list-uri-variables.js';
import { isObject } from '../../../../openapi/openapi.js';
import { requiresMember } from '../../../../openapi/requires-member.js';
import { formatDeployText } from '../../../../values/deploy-text.js';
import type { RenderedIntegration } from '../../integrations/rendered-integration.js';
import type { RenderedRoute, RestApi } from '../../rest-api-output.js';
import type { Route } from '../../../../model/routes/route.js';
import { placeOf, type Rule } from '../../../../rules/rule.js';
import { TARGET } from './uri-variable-mismatch.rule.js';
import { VALIDATED } from '../../../../model/routes/validated.js';

/** A variable of a URI stays as it is written where a request has no value for it. */
export const uriValueMayBeMissing: Rule<RestApi> = {
  code: 'uri-value-may-be-missing',
  severity: 'error',
  *check(_, { operations }) {
    for (const [route, rendered] of operations) {
      for (const { variable, source } of listSources(rendered.integration)) {
        const fault = findFault(source, route, rendered);
        if (!fault) continue;
        yield {
          at: placeOf(route),
          message: `the path in the URI of the integration reads \`${source}\`, but ${fault.why}: without it the path has the text \`{${variable}}\``,
          fix: fault.fix,
        };
      }
    }
  },
};

interface Mapping {
  readonly variable: string;
  readonly source: string;
}

function listSources(integration: RenderedIntegration | undefined): readonly Mapping[] {
  if (!integration || String(integration.type).toLowerCase() === 'mock') return [];
  const variables = listUriVariables(formatDeployText(integration['uri']));
  return Object.entries(integration.requestParameters ?? {}).flatMap(([key, source]) => {
    const variable = key.startsWith(TARGET) ? key.slice(TARGET.length) : '';
    return variables.includes(variable) && typeof source === 'string' ? [{ variable, source }] : [];
  });
}

interface Fault {
  readonly why: string;
  readonly fix: string;
}

function findFault(source: string, route: Route, rendered: RenderedRoute): Fault | undefined {
  const [, place, name = ''] =
    /^method\.request\.(?:multivalue)?(querystring|header|body)(?:\.(.+))?$/.exec(source) ?? [];
  if (place === undefined) return undefined;
  if (place === 'body') return findBodyFault(name, route, rendered);
  const isChecked = VALIDATED[route.validation].params;
  const isRequired = rendered.parameters.some(
    (one) =>
      one['name'] === name &&
      one['in'] === (place === 'header' ? place : 'query') &&
      one['required'] === true,
  );
  if (isChecked && isRequired) return undefined;
  return isRequired
    ? {
        why: 'API Gateway does not check the parameters of the route',
        fix: "Set `@AwsValidation('params')` or `'all'`.",
      }
    : { why: 'a request may lack it', fix: 'Make the parameter required, or read the value from the path.' };
}

const READ_ELSEWHERE = 'Read the value from the path, the query or a header.';

/** A body of a type without a model is not checked. Where a template reads the body, no other type passes. */
function findBodyFault(name: string, route: Route, { integration, view }: RenderedRoute): Fault | undefined {
  const { requestTemplates, passthroughBehavior } = integration ?? {};
  const passesOthers = passthroughBehavior !== 'never' || !isObject(requestTemplates);
  if (passesOthers) return { why: 'a body of another type than JSON has no members', fix: READ_ELSEWHERE };
  if (!VALIDATED[route.validation].body)
    return {
      why: 'API Gateway does not check the bodies of the route',
      fix: "Set `@AwsValidation('body')` or `'all'`.",
    };
  if (name === '' || requiresMember(view.requestSchema, name.split('.'), view.lookup)) return undefined;
  return {
    why: 'a body may lack it',
    fix: 'Make the member required in the DTO, or read the value from the path, the query or a header.',
  };
}
