import { joinDeployValue, type DeployValue } from '../values/deploy-value.js';
import { formatOptionText, parseOptionText, type OptionText } from '../values/option-text.js';
import { arnBeside, pattern, regionIn } from './resource-arn.js';
import type { OptionsShape } from '../options/option-shape.js';
import { arn } from './resource-shapes.js';
import type { Account, ServiceDefinition } from './service-definition.js';
import type { ServiceOptions } from './service-integrations.js';
import { json, value, valueLike } from './value-shapes.js';

const stateMachineArn = arn('states', 'stateMachine:NAME', 'stateMachine:[^\\s:*?]{1,80}(?::[^\\s:*?]+)?');
/** The names that executions may have. */
const name = valueLike(
  /^[^\s<>{}[\]?*"#%\\^|~`$&,;:/\p{Cc}]{1,80}$/u,
  'of 1 to 80 characters without blanks, brackets and `?*"#%\\^|~$&,;:/` or backticks',
);
const start: OptionsShape = {
  options: { stateMachineArn, input: json, name },
  required: ['stateMachineArn'],
};
const running: OptionsShape = {
  options: { stateMachineArn, name, cause: value, error: value },
  required: ['stateMachineArn', 'name'],
};

type Options = ServiceOptions['step-functions'];
export type WorkflowStart = Extract<Options, { action: 'StartExecution' | 'StartSyncExecution' }>;

export function isWorkflowStart(options: Options): options is WorkflowStart {
  return options.action === 'StartExecution' || options.action === 'StartSyncExecution';
}

export const STEP_FUNCTIONS: ServiceDefinition<'step-functions'> = {
  actions: {
    StartExecution: start,
    StartSyncExecution: start,
    DescribeExecution: running,
    StopExecution: running,
  } satisfies Readonly<Record<Options['action'], OptionsShape>>,
  defaultAction: null,
  complete: (options) => options,
  findConflicts: () => [],
  regionOf: (options) => regionIn(options.stateMachineArn),
  permissions: (options, account) => [
    {
      actions: [`states:${options.action}`],
      resources: [
        isWorkflowStart(options)
          ? pattern(options.stateMachineArn)
          : executionsOf(options.stateMachineArn, account),
      ],
    },
  ],
  keyActions: () => ['kms:Decrypt', 'kms:GenerateDataKey'],
  listNeeded: (options) => (isWorkflowStart(options) ? [] : [options.name]),
  listOptional: (options) => (isWorkflowStart(options) ? [options.name] : [options.cause, options.error]),
  structured: ['input'],
  accepts: {},
  bodyByDefault: null,
  privateNames: {},
  listMapped: () => [],
  listBinaryTypes: () => [],
  errorStatuses: ({ action }) =>
    action === 'StartExecution' ? [409] : action === 'StartSyncExecution' ? [504] : [404],
  describe: (options) => `states ${options.action} ${formatOptionText(options.stateMachineArn)}`,
};

function executionsOf(machine: OptionText, account: Account): DeployValue {
  const written = formatOptionText(machine);
  const only = /^\$\{([A-Za-z_]\w*)\}(?::[^:]+)?$/.exec(written)?.[1];
  if (only !== undefined) return arnBeside(only, /_?arn$/i, '_executions_arn', account);
  return joinDeployValue(pattern(parseOptionText(executionPrefix(written))), ':*');
}

/** The beginning of the ARNs of a machine's executions, which know no alias or version of the machine. */
export function executionPrefix(machine: string): string {
  return machine.replace(/:stateMachine:([^:]+)(?::[^:]+)?$/, ':execution:$1');
}
