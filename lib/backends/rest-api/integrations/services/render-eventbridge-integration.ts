import type { RouteView } from '../../../../model/documents/view-route.js';
import type { ServiceIntegration } from '../../../../services/service-integrations.js';
import { message } from './answers.js';
import { renderService } from './render-service.js';
import type { RenderedIntegration } from '../rendered-integration.js';
import { separateMembers, quoted, intersperse, type Optional } from '../../vtl/json-pieces.js';
import { join, prologue, printOrNothing, type Vtl } from '../../vtl/vtl-text.js';
import { jsonIn, writeWhole, type JsonValue } from '../../vtl/write-json.js';
import type { RequestValue } from '../../../../values/request-value.js';
import { templatesByType } from '../../vtl/templates-by-type.js';
import { givenText } from '../../vtl/given.js';

export function renderEventBridgeIntegration(
  { options }: ServiceIntegration<'eventbridge'>,
  route: RouteView,
): RenderedIntegration {
  const { eventBus, source, detailType, resources } = options;
  const detail = (options.detail as JsonValue | undefined) ?? { '@request': 'body' as const, path: '$' };
  return renderService(
    {
      service: 'events',
      target: 'action/PutEvents',
      headers: { 'Content-Type': 'application/x-amz-json-1.1', 'X-Amz-Target': 'AWSEvents.PutEvents' },
      templates: templatesByType(
        join(
          prologue(options),
          '{"Entries":[{',
          ...intersperse(
            [
              join('"EventBusName":', quoted(eventBus)),
              join('"Source":', quoted(source)),
              join('"DetailType":', quoted(detailType)),
              join('"Detail":"', writeWhole(detail, jsonIn(1)), '"'),
              ...(resources
                ? [join('"Resources":[', ...separateMembers(resources.map(asEntry), ',', 'comma'), ']')]
                : []),
            ],
            ',',
          ),
          '}]}',
        ),
        [options, detail],
        route,
      ),
      // A refused entry is a success to EventBridge itself.
      success:
        `#if(${printOrNothing("input.path('$.FailedEntryCount')")} == "0"){"eventId":$input.json('$.Entries[0].EventId')}` +
        `#else#set($context.responseOverride.status = 500)${message('Event refused')}#end`,
    },
    options,
    route,
  );
}

function asEntry(value: Vtl | RequestValue): Optional {
  return { written: quoted(value), given: givenText(value) };
}
