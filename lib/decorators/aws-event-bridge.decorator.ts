import type { AwsJsonValue, AwsValue } from '../values/request-value.js';
import { recordDeclaration } from './decorator-metadata.js';
import type { AwsServiceCommonOptions } from './service-options.js';

export interface AwsEventBridgeOptions extends AwsServiceCommonOptions {
  /** What is called. @default 'PutEvents' */
  readonly action?: 'PutEvents';
  /** Name of the event bus. @default 'default' */
  readonly eventBus?: string;
  /** Where the event comes from, such as `shop`. AWS keeps names that start with `aws.` for itself. */
  readonly source: AwsValue;
  /** What kind of event it is, such as `OrderPlaced`. */
  readonly detailType: AwsValue;
  /** The event: an object, or a member of the body that is one. @default fromBody() */
  readonly detail?: AwsJsonValue;
  /** ARNs that the event is about. Absent: none. */
  readonly resources?: readonly AwsValue[];
}

/**
 * Puts an event on an EventBridge bus. The caller gets `{ "eventId" }`, or an error if the bus refuses the event.
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
