import { executionPrefix } from '../../../../services/step-functions.js';
import { formatOptionText, parseOptionText } from '../../../../values/option-text.js';
import { isWorkflowStart, type WorkflowStart } from '../../../../services/step-functions.js';
import type { RouteView } from '../../../../model/documents/view-route.js';
import type { ServiceIntegration, ServiceOptions } from '../../../../services/service-integrations.js';
import { clientError, message, type ErrorCase } from './answers.js';
import { renderService } from './render-service.js';
import type { RenderedIntegration } from '../rendered-integration.js';
import { inJson, join, prologue, writeValue, type Vtl } from '../../vtl/vtl-text.js';
import { jsonIn, writeWhole, type JsonValue } from '../../vtl/write-json.js';
import { templatesByType } from '../../vtl/templates-by-type.js';
import { givenWhole } from '../../vtl/given.js';
import { argument } from '../../vtl/json-pieces.js';

type Options = ServiceOptions['step-functions'];

export function renderStepFunctionsIntegration(
  { options }: ServiceIntegration<'step-functions'>,
  route: RouteView,
): RenderedIntegration {
  return renderService(
    {
      service: 'states',
      target: `action/${options.action}`,
      headers: {
        'Content-Type': 'application/x-amz-json-1.0',
        'X-Amz-Target': `AWSStepFunctions.${options.action}`,
      },
      templates: templatesByType(
        join(prologue(options), '{', ...renderRequest(options, route), '}'),
        isWorkflowStart(options) ? [options, inputOf(options, route)] : options,
        route,
      ),
      success: SUCCESS[options.action],
      failures: {
        '4\\d{2}': {
          statusCode: '400',
          responseTemplates: { 'application/json': clientError('$.__type', ERRORS) },
        },
      },
    },
    options,
    route,
  );
}

function renderRequest(options: Options, route: RouteView): readonly Vtl[] {
  const machine = options.stateMachineArn;
  if (isWorkflowStart(options)) {
    return [
      join('"stateMachineArn":"', writeValue(machine, inJson()), '"'),
      join(',"input":"', writeWhole(inputOf(options, route), jsonIn(1)), '"'),
      argument('name', options.name, givenWhole),
    ];
  }
  return [
    join('"executionArn":"', ...executionArn(options), '"'),
    argument('cause', options.cause),
    argument('error', options.error),
  ];
}

function inputOf(options: WorkflowStart, route: RouteView): JsonValue {
  const byDefault: JsonValue =
    route.requestType || route.otherContentTypes.length > 0 ? { '@request': 'body', path: '$' } : {};
  return (options.input as JsonValue | undefined) ?? byDefault;
}

/** An execution's ARN follows from its machine's, so that a caller can name no other machine's executions. */
function executionArn(options: Exclude<Options, WorkflowStart>): readonly Vtl[] {
  const written = formatOptionText(options.stateMachineArn);
  const name = writeValue(options.name, inJson());
  const prefix = executionPrefix(written);
  if (prefix !== written) return [writeValue(parseOptionText(prefix), inJson()), ':', name];
  // What is in a placeholder or a variable of the stage is known when the template runs.
  const machine = writeValue(options.stateMachineArn, {
    text: (text) => text,
    expression: (expression) => `$!{${expression.replace(/^"\$!\{(.*)\}"$/, '$1')}}`,
  });
  return [
    join('#set($machine = "', machine, "\")$machine.replaceAll(':stateMachine:([^:]+).*',':execution:$1'):"),
    name,
  ];
}

const ERRORS: readonly ErrorCase[] = [
  ['ExecutionDoesNotExist', 404, 'Not found'],
  ['ExecutionAlreadyExists', 409, 'Conflict'],
];

const FAILED = `#set($context.responseOverride.status = 500)${message('Workflow failed')}`;

const SUCCESS: Readonly<Record<Options['action'], string>> = {
  StartExecution: `{"executionArn":$input.json('$.executionArn'),"startDate":$input.json('$.startDate')}`,
  StartSyncExecution:
    `#set($status = "$!{input.path('$.status')}")#if($status == "SUCCEEDED")$input.path('$.output')` +
    `#elseif($status == "TIMED_OUT")#set($context.responseOverride.status = 504)${message('Workflow timed out')}` +
    `#else${FAILED}#end`,
  DescribeExecution:
    `{"status":$input.json('$.status'),"startDate":$input.json('$.startDate')` +
    `#if("$!{input.path('$.stopDate')}" != ""),"stopDate":$input.json('$.stopDate')#end` +
    `#if("$!{input.path('$.output')}" != ""),"output":$input.path('$.output')#end}`,
  StopExecution: `{"stopDate":$input.json('$.stopDate')}`,
};
