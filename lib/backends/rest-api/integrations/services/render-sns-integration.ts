import { parseOptionText } from '../../../../values/option-text.js';
import { givenText, givenWhole, whenGiven } from '../../vtl/given.js';
import type { RouteView } from '../../../../model/documents/view-route.js';
import type { ServiceIntegration } from '../../../../services/service-integrations.js';
import type { RequestValue } from '../../../../values/request-value.js';
import type { DeployValue } from '../../../../values/deploy-value.js';
import { renderService } from './render-service.js';
import type { RenderedIntegration } from '../rendered-integration.js';
import { inForm, join, prologue, writeValue, type Vtl } from '../../vtl/vtl-text.js';
import { writeMessage, messageTemplates } from '../../vtl/write-message.js';

type Value = string | DeployValue | RequestValue;

/** SNS speaks its query protocol: a form, which answers JSON because API Gateway asks for it. */
export function renderSnsIntegration(
  { options }: ServiceIntegration<'sns'>,
  route: RouteView,
): RenderedIntegration {
  const { topicArn, message, subject, attributes, groupId, deduplicationId } = options;
  const form = (written: Vtl): Vtl =>
    join(
      prologue(options),
      'Action=Publish&Version=2010-03-31',
      field('TopicArn', topicArn),
      '&Message=',
      written,
      field('Subject', subject),
      ...writeAttributes(Object.entries(attributes)),
      field('MessageGroupId', groupId),
      field('MessageDeduplicationId', deduplicationId, givenWhole),
    );
  return renderService(
    {
      service: 'sns',
      target: 'action/Publish',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      templates: messageTemplates(
        message,
        { subject, attributes, groupId, deduplicationId },
        route,
        form,
        (value) => writeMessage(value, 'form', route),
      ),
      success: `{"messageId":$input.json('$.PublishResponse.PublishResult.MessageId')}`,
      errorName: '$.Error.Code',
    },
    options,
    route,
  );
}

/** SNS refuses an empty text. */
function field(name: string, value: Value | undefined, isGiven = givenText): Vtl {
  return value === undefined ? '' : whenGiven(isGiven(value), writeField(name, value));
}

function writeField(name: string, value: Value): Vtl {
  return join(`&${name}=`, writeValue(value, inForm()));
}

/** Attributes are counted: where one may be missing, the template counts. */
function writeAttributes(attributes: readonly (readonly [string, Value])[]): readonly Vtl[] {
  const given = attributes.map(([, value]) => givenText(value));
  const counted = given.some((one) => one !== undefined);
  return [
    counted ? '#set($entry = 0)' : '',
    ...attributes.map(([name, value], index) => {
      const entry = `MessageAttributes.entry.${counted ? '${entry}' : index + 1}`;
      const written = join(
        counted ? '#set($entry = $entry + 1)' : '',
        writeField(`${entry}.Name`, parseOptionText(name)),
        `&${entry}.Value.DataType=String`,
        writeField(`${entry}.Value.StringValue`, value),
      );
      return whenGiven(given[index], written);
    }),
  ];
}
