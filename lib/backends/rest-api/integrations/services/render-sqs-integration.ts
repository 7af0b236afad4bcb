import type { RouteView } from '../../../../model/view-route.js';
import type { ServiceIntegration, ServiceOptions } from '../../../../services/service-integrations.js';
import { joinDeployValue, type DeployValue } from '../../../../values/deploy-value.js';
import { isRequestValue } from '../../../../values/request-value.js';
import { asDeployValue } from '../../../../values/deploy-text.js';
import { renderService } from './render-service.js';
import type { RenderedIntegration } from '../rendered-integration.js';
import { object, quoted, separate } from '../../vtl/json-pieces.js';
import {
  inJson,
  join,
  jsonText,
  prologue,
  readExpression,
  writeValue,
  type Vtl,
} from '../../vtl/vtl-text.js';
import { messageTemplates, writeMessage } from '../../vtl/write-message.js';

export function renderSqsIntegration(
  { options }: ServiceIntegration<'sqs'>,
  route: RouteView,
): RenderedIntegration {
  const { message, attributes, delay, groupId, deduplicationId } = options;
  const queue = resolveQueue(options, route);
  const template = (written: Vtl): Vtl =>
    join(
      prologue(options),
      '{',
      ...separate(
        [
          join('"QueueUrl":"', writeValue(queue.url, inJson()), '"'),
          join('"MessageBody":"', written, '"'),
          ...(Object.keys(attributes).length > 0
            ? [
                object(
                  'MessageAttributes',
                  Object.entries(attributes).map(([name, value]) =>
                    join(`"${jsonText(name)}":{"DataType":"String","StringValue":`, quoted(value), '}'),
                  ),
                ),
              ]
            : []),
          ...(typeof delay === 'number' ? [`"DelaySeconds":${delay}`] : []),
          ...(groupId === undefined ? [] : [join('"MessageGroupId":', quoted(groupId))]),
          ...(deduplicationId === undefined
            ? []
            : [join('"MessageDeduplicationId":', quoted(deduplicationId))]),
        ],
        ',',
      ),
      isRequestValue(delay) && delay['@request'] !== 'text' && delay['@request'] !== 'vtl'
        ? `#set($delay = ${readExpression(delay)})#if($delay.matches('[0-9]{1,3}')),"DelaySeconds":$delay#end`
        : '',
      '}',
    );
  return renderService(
    {
      service: 'sqs',
      target: joinDeployValue('path/', queue.account, '/', queue.name),
      headers: { 'Content-Type': 'application/x-amz-json-1.0', 'X-Amz-Target': 'AmazonSQS.SendMessage' },
      templates: messageTemplates(
        message,
        route,
        template,
        (value) => writeMessage(value, 'json', route),
        'json',
      ),
      success: `{"messageId":$input.json('$.MessageId')}`,
    },
    options,
    route,
  );
}

interface Queue {
  readonly url: DeployValue;
  readonly account: DeployValue | string;
  readonly name: DeployValue | string;
}

/** The request's own `QueueUrl` decides; the path of the URI is what SQS's older protocol takes. */
function resolveQueue(options: ServiceOptions['sqs'], { model: { settings } }: RouteView): Queue {
  if (options.queueUrl !== undefined) {
    const url = asDeployValue(options.queueUrl);
    const parts = /\/(\w+)\/([^/]+)$/.exec(typeof options.queueUrl === 'string' ? options.queueUrl : '');
    return { url, account: parts?.[1] ?? '', name: parts?.[2] ?? '' };
  }
  const account = options.accountId === undefined ? settings.accountId : asDeployValue(options.accountId);
  const name = asDeployValue(options.queueName);
  return {
    account,
    name,
    url: joinDeployValue('https://sqs.', settings.region, '.amazonaws.com/', account, '/', name),
  };
}
