import type { RouteView } from '../../../../model/documents/view-route.js';
import { isObject } from '../../../../openapi/openapi.js';
import { queueUrlOf } from '../../../../services/sqs.js';
import type {
  ServiceIntegration,
  ServiceKind,
  ServiceOptions,
} from '../../../../services/service-integrations.js';
import { executionPrefix, isWorkflowStart } from '../../../../services/step-functions.js';
import { formatOptionText, parseOptionText } from '../../../../values/option-text.js';

/** The action of a service, and its parameters as the options give them. One that is `undefined` is not given. */
export interface Call {
  readonly action: string;
  readonly parameters: Readonly<Record<string, unknown>>;
}

/** Why a service has no first-class integration. */
export interface NoCall {
  readonly why: string;
  readonly fix: string;
}

type ListParameters<Kind extends ServiceKind> = (
  options: ServiceOptions[Kind],
  view: RouteView,
) => Call | NoCall;

const BODY = { '@request': 'body', path: '$' };

/** A kind that is missing here does not compile. */
const CALLS = {
  dynamodb: none('DynamoDB'),
  s3: none('S3'),
  sns: none('SNS'),
  sqs: (options, { model: { settings } }) => {
    const { delay, attributes, message, groupId, deduplicationId } = options;
    return {
      action: `sqs ${options.action}`,
      parameters: {
        QueueUrl: queueUrlOf(options, settings),
        MessageBody: message,
        DelaySeconds: delay,
        MessageAttributes: Object.keys(attributes).length === 0 ? undefined : listAttributes(attributes),
        MessageGroupId: groupId,
        MessageDeduplicationId: deduplicationId,
      },
    };
  },
  'step-functions': (options, view) => {
    const action = `states ${options.action}`;
    if (isWorkflowStart(options)) {
      const input = options.input ?? (view.requestType ? BODY : {});
      return {
        action,
        parameters: { StateMachineArn: options.stateMachineArn, Name: options.name, Input: input },
      };
    }
    const machine = formatOptionText(options.stateMachineArn);
    const prefix = executionPrefix(machine);
    if (prefix === machine && options.action === 'StopExecution') {
      return {
        why: 'it takes the ARN of the execution, which does not follow from a placeholder or a variable',
        fix: "Write the ARN out: `stateMachineArn: 'arn:aws:states:${region}:${account}:stateMachine:${name}'`.",
      };
    }
    return {
      action,
      parameters: {
        ExecutionArn: { '@request': 'text', parts: [parseOptionText(`${prefix}:`), options.name] },
        Cause: options.cause,
        Error: options.error,
      },
    };
  },
  eventbridge: ({ action, source, detailType, detail = BODY, eventBus, resources }) => ({
    action: `events ${action}`,
    parameters: {
      Detail: detail,
      DetailType: detailType,
      Source: source,
      EventBusName: eventBus,
      Resources: resources,
    },
  }),
  kinesis: (options) => ({
    action: `kinesis ${options.action}`,
    parameters: {
      StreamName: options.stream,
      Data: options.action === 'PutRecords' ? options.records : options.data,
      PartitionKey: options.partitionKey,
    },
  }),
  service: ({ service, action, body }) => ({
    action: `${formatOptionText(service)} ${formatOptionText(action ?? '')}`.trim(),
    parameters: Object.fromEntries(
      // The services spell their members in either case.
      Object.entries(isObject(body) ? body : {}).map(([name, value]) => [
        name.charAt(0).toUpperCase() + name.slice(1),
        value,
      ]),
    ),
  }),
} satisfies { readonly [Kind in ServiceKind]: ListParameters<Kind> };

export function listParameters({ kind, options }: ServiceIntegration, view: RouteView): Call | NoCall {
  return (CALLS[kind] as ListParameters<ServiceKind>)(options as never, view);
}

function none(service: string): () => NoCall {
  return () => ({
    why: `an HTTP API calls ${service} only through a function`,
    fix: 'Let a function do it (`@AwsLambda`), or serve the route from a REST API.',
  });
}

function listAttributes(attributes: Readonly<Record<string, unknown>>): object {
  return Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [name, { DataType: 'String', StringValue: value }]),
  );
}
