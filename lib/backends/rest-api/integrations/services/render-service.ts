import type { RouteView } from '../../../../model/documents/view-route.js';
import type { Parsed } from '../../../../services/service-integrations.js';
import type { AwsServiceCommonOptions } from '../../../../decorators/service-options.js';
import { joinDeployValue } from '../../../../values/deploy-value.js';
import { joinResponses } from '../join-responses.js';
import type { RenderedIntegration, RenderedResponse } from '../rendered-integration.js';
import { mapValues } from '../../../../values/map-values.js';
import { layOutAnswer, layOutRequest } from '../../vtl/lay-out.js';
import type { Vtl } from '../../vtl/vtl-text.js';
import { message, clientError } from './answers.js';
import { optionTextInUri } from '../../../../values/option-text.js';

/** One call of a service, as its renderer describes it. */
export interface ServiceCall {
  readonly service: string;
  /** `action/NAME` or `path/…`. */
  readonly target: Vtl;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly parameters?: Readonly<Record<string, Vtl>>;
  /** Content type of the caller's request to template. Absent: the body passes. */
  readonly templates?: Readonly<Record<string, Vtl>>;
  /** The service may keep the request's body as it is: nothing is added to it. */
  readonly keepsBody?: true;
  /** The answer's template for the caller; absent: the service's body passes. */
  readonly success?: Vtl;
  readonly successParameters?: Readonly<Record<string, string>>;
  /** Further answers by pattern, before the common ones. */
  readonly failures?: Readonly<Record<string, RenderedResponse>>;
  /** Statuses of the service that the caller did not cause. @default `5\\d{2}` */
  readonly broken?: string;
  /** Where a 4xx body of the service names its error. */
  readonly errorName?: string;
}

const JSON_TYPE = 'application/json';

/** The parts that every direct service integration has in common. */
export function renderService(
  call: ServiceCall,
  options: Parsed<AwsServiceCommonOptions>,
  { model, successStatus }: RouteView,
): RenderedIntegration {
  const { settings } = model;
  const credentials =
    options.credentials === undefined ? settings.credentials : optionTextInUri(options.credentials);
  const templates =
    options.requestTemplates ??
    (call.keepsBody || !call.templates
      ? call.templates
      : mapValues(call.templates, (template) => layOutRequest(template, options)));
  const parameters = {
    ...Object.fromEntries(
      Object.entries(call.headers ?? {}).map(([name, value]) => [
        `integration.request.header.${name}`,
        `'${value}'`,
      ]),
    ),
    ...call.parameters,
  };
  return {
    type: 'aws',
    httpMethod: call.method ?? 'POST',
    uri: joinDeployValue(
      'arn:',
      settings.partition,
      ':apigateway:',
      options.region === undefined ? settings.region : optionTextInUri(options.region),
      `:${call.service}:`,
      call.target,
    ),
    ...(credentials ? { credentials } : {}),
    ...(options.timeout === undefined ? {} : { timeoutInMillis: options.timeout }),
    // A body that no template takes would reach the service as the caller wrote it, with the role's rights.
    passthroughBehavior: templates ? 'never' : 'when_no_match',
    ...(Object.keys(parameters).length > 0 ? { requestParameters: parameters } : {}),
    ...(templates ? { requestTemplates: templates } : {}),
    responses: joinResponses(
      {
        default: {
          statusCode: successStatus,
          ...(call.successParameters ? { responseParameters: call.successParameters } : {}),
          ...(call.success === undefined
            ? {}
            : { responseTemplates: { [JSON_TYPE]: layOutAnswer(call.success, options) } }),
        },
        ...(call.failures ?? {
          '4\\d{2}': {
            statusCode: '400',
            responseTemplates: { [JSON_TYPE]: clientError(call.errorName ?? '$.__type') },
          },
        }),
        [call.broken ?? '5\\d{2}']: {
          statusCode: '500',
          responseTemplates: { [JSON_TYPE]: message('Internal server error') },
        },
      },
      overrides(options.responses),
    ),
  };
}

function overrides(
  responses: Parsed<AwsServiceCommonOptions>['responses'],
): Readonly<Record<string, RenderedResponse>> {
  return Object.fromEntries(
    Object.entries(responses ?? {}).map(([pattern, response]) => [
      pattern,
      { ...response, statusCode: String(response.statusCode) } as RenderedResponse,
    ]),
  );
}
