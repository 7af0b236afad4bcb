import type { AwsJsonValue, AwsValue } from '../values/request-value.js';
import { recordDeclaration } from './decorator-metadata.js';
import type { AwsServiceBase } from './service-options.js';

export interface AwsEventBridgeOptions extends AwsServiceBase {
  /** @default 'PutEvents' */
  readonly action?: 'PutEvents';
  /** Name of the event bus. @default 'default' */
  readonly eventBus?: string;
  /** Not beginning with `aws.`. */
  readonly source: AwsValue;
  readonly detailType: AwsValue;
  /** The event, as JSON. @default fromBody() */
  readonly detail?: AwsJsonValue;
  /** ARNs that the event is about. */
  readonly resources?: readonly AwsValue[];
}

/**
 * Puts an event on an EventBridge bus. The caller gets `{ "eventId" }`; an event that the bus refuses is an error.
 *
 * @example
 * ```ts
 * @Post('orders')
 * @AwsEventBridge({ eventBus: '${bus_name}', source: 'shop', detailType: 'OrderPlaced', detail: fromBody() })
 * place(@Body() order: OrderDto): void {}
 * ```
 * @see https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEvents.html
 * @publicApi
 */
export function AwsEventBridge(options: AwsEventBridgeOptions): ClassDecorator & MethodDecorator {
  return recordDeclaration('integration', 'AwsEventBridge', [options]);
}
