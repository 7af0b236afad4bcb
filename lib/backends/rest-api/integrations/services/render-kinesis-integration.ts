import type { RouteView } from '../../../../model/documents/view-route.js';
import type { ServiceIntegration, ServiceOptions } from '../../../../services/service-integrations.js';
import { isRequestValue } from '../../../../values/request-value.js';
import { renderService } from './render-service.js';
import type { RenderedIntegration } from '../rendered-integration.js';
import { writeBase64 } from '../../vtl/write-base64.js';
import { isMessageType, readsJson, templatesByType } from '../../vtl/templates-by-type.js';
import { quoted } from '../../vtl/json-pieces.js';
import { escapeJson, join, prologue, printOrNothing, vtlString, type Vtl } from '../../vtl/vtl-text.js';

export function renderKinesisIntegration(
  { options }: ServiceIntegration<'kinesis'>,
  route: RouteView,
): RenderedIntegration {
  const { action } = options;
  return renderService(
    {
      service: 'kinesis',
      target: `action/${action}`,
      headers: { 'Content-Type': 'application/x-amz-json-1.1', 'X-Amz-Target': `Kinesis_20131202.${action}` },
      templates: renderTemplates(options, route),
      success:
        action === 'PutRecord'
          ? `{"sequenceNumber":$input.json('$.SequenceNumber'),"shardId":$input.json('$.ShardId')}`
          : RECORDS_ANSWER,
    },
    options,
    route,
  );
}

/** A list is answered as a whole: entries that Kinesis refuses are an error, with their number. */
const RECORDS_ANSWER =
  `#set($failed = ${printOrNothing("input.path('$.FailedRecordCount')")})` +
  `#if($failed == "0"){"records":[#foreach($record in $input.path('$.Records'))` +
  `{"sequenceNumber":"${escapeJson(printOrNothing("record.get('SequenceNumber')"))}","shardId":"${escapeJson(printOrNothing("record.get('ShardId')"))}"}` +
  `#if($foreach.hasNext),#end#end]}` +
  `#else#set($context.responseOverride.status = 500){"message":"Records refused","failedRecordCount":$failed}#end`;

type Options = ServiceOptions['kinesis'];

function renderRequest(options: Options, route: RouteView): Vtl {
  const stream = join('{"StreamName":', quoted(options.stream));
  if (options.action === 'PutRecords') {
    const list =
      isRequestValue(options.records) && options.records['@request'] === 'body' ? options.records.path : '$';
    const key = vtlString(typeof options.partitionKey === 'string' ? options.partitionKey : '');
    // An entry is printed as JSON by its place in the list: a map would print in Java's own form.
    const path = `#set($path = "${list.replace('$', '$!{dollar}')}[$foreach.index]")`;
    return join(
      "#set($dollar = '$')",
      stream,
      `,"Records":[#foreach($record in $input.path('${list}'))${path}` +
        `{"Data":"$util.base64Encode($input.json($path))","PartitionKey":"${escapeJson(printOrNothing(`record.get(${key})`))}"}` +
        '#if($foreach.hasNext),#end#end]}',
    );
  }
  const { before, expression } = writeBase64(options.data, route);
  return join(before, stream, `,"Data":"${expression}","PartitionKey":`, quoted(options.partitionKey), '}');
}

/** Data that is the body itself is the same bytes whatever their type is. */
function renderTemplates(options: Options, route: RouteView): Readonly<Record<string, Vtl>> {
  const template = join(prologue(options), renderRequest(options, route));
  const data: unknown = options.action === 'PutRecords' ? undefined : options.data;
  const isBody = isRequestValue(data) && data['@request'] === 'body' && data.path === '$';
  if (!isBody || readsJson(options.partitionKey)) return templatesByType(template, options, route);
  const types = route.otherContentTypes.filter(isMessageType);
  return Object.fromEntries(['application/json', ...types].map((type) => [type, template]));
}
