import {
  formatOptionText,
  optionTextInUri,
  parseOptionText,
  type OptionText,
} from '../../../../values/option-text.js';
import { queueUrlOf, readQueueUrl } from '../../../../services/sqs.js';
import type { RouteView } from '../../../../model/documents/view-route.js';
import type { ServiceIntegration, ServiceOptions } from '../../../../services/service-integrations.js';
import { joinDeployValue, type DeployValue } from '../../../../values/deploy-value.js';
import { isRequestValue, type RequestValue } from '../../../../values/request-value.js';
import { renderService } from './render-service.js';
import type { RenderedIntegration } from '../rendered-integration.js';
import { separateMembers, quoted, type Optional, argument } from '../../vtl/json-pieces.js';
import {
  inJson,
  join,
  prologue,
  readExpression,
  writeValue,
  type Vtl,
  jsonName,
} from '../../vtl/vtl-text.js';
import { messageTemplates, writeMessage } from '../../vtl/write-message.js';
import { givenText, givenWhole } from '../../vtl/given.js';

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
      join('"QueueUrl":"', writeValue(queue.url, inJson()), '"'),
      join(',"MessageBody":"', written, '"'),
      Object.keys(attributes).length > 0
        ? join(
            ',"MessageAttributes":{',
            ...separateMembers(Object.entries(attributes).map(attribute), ',', 'comma'),
            '}',
          )
        : '',
      typeof delay === 'number' ? `,"DelaySeconds":${delay}` : '',
      argument('MessageGroupId', groupId),
      argument('MessageDeduplicationId', deduplicationId, givenWhole),
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
        { attributes, delay, groupId, deduplicationId },
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

/** A message attribute. SQS refuses one without a value. */
function attribute([name, value]: readonly [string, Value]): Optional {
  return {
    written: join('"', jsonName(name), '":{"DataType":"String","StringValue":', quoted(value), '}'),
    given: givenText(value),
  };
}

type Value = Vtl | RequestValue;

interface Queue {
  readonly url: OptionText;
  readonly account: DeployValue;
  readonly name: DeployValue;
}

/** The request's own `QueueUrl` decides; the path of the URI is what SQS's older protocol takes. */
function resolveQueue(options: ServiceOptions['sqs'], { model: { settings } }: RouteView): Queue {
  if (options.queueUrl !== undefined) {
    const { owner = '', queue = '' } = readQueueUrl(formatOptionText(options.queueUrl));
    return { url: options.queueUrl, account: inPath(owner), name: inPath(queue) };
  }
  return {
    url: queueUrlOf(options, settings),
    account: optionTextInUri(options.accountId ?? settings.accountId),
    name: optionTextInUri(options.queueName),
  };
}

function inPath(text: string): DeployValue {
  return optionTextInUri(parseOptionText(text));
}
