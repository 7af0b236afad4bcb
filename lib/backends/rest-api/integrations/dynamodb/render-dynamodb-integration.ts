import type { RouteView } from '../../../../model/documents/view-route.js';
import type { ServiceIntegration } from '../../../../services/service-integrations.js';
import { clientError } from '../services/answers.js';
import { renderService } from '../services/render-service.js';
import type { RenderedIntegration } from '../rendered-integration.js';
import { quoted, intersperse } from '../../vtl/json-pieces.js';
import { templatesByType } from '../../vtl/templates-by-type.js';
import { join, prologue } from '../../vtl/vtl-text.js';
import type { DynamoDbCall, Of, DynamoDbOptions } from './dynamodb-call.js';
import { getItem } from './get-item.js';
import { putItem } from './put-item.js';
import { updateItem } from './update-item.js';
import { deleteItem } from './delete-item.js';
import { query, scan } from './read-page.js';

const ACTIONS = {
  GetItem: getItem,
  PutItem: putItem,
  UpdateItem: updateItem,
  DeleteItem: deleteItem,
  Query: query,
  Scan: scan,
} satisfies {
  [Action in DynamoDbOptions['action']]: (options: Of<Action>, route: RouteView) => DynamoDbCall;
};

export function renderDynamoDbIntegration(
  { options }: ServiceIntegration<'dynamodb'>,
  route: RouteView,
): RenderedIntegration {
  const call = (ACTIONS[options.action] as (options: DynamoDbOptions, route: RouteView) => DynamoDbCall)(
    options,
    route,
  );
  const template = join(
    prologue(options),
    call.before ?? '',
    '{',
    ...intersperse([join('"TableName":', quoted(options.table)), ...call.members], ','),
    call.after ?? '',
    '}',
  );
  return renderService(
    {
      service: 'dynamodb',
      target: `action/${options.action}`,
      headers: {
        'Content-Type': 'application/x-amz-json-1.0',
        'X-Amz-Target': `DynamoDB_20120810.${options.action}`,
      },
      templates: templatesByType(template, options, route),
      success: call.success,
      failures: {
        '4\\d{2}': {
          statusCode: '400',
          responseTemplates: {
            'application/json': clientError('$.__type', [['ConditionalCheckFailed', 409, 'Conflict']]),
          },
        },
      },
    },
    options,
    route,
  );
}
