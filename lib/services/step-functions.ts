import type { OptionsShape } from '../options/option-shape.js';
import { isPlaceholder, joinDeployValue, mapDeployText, type DeployValue } from '../values/deploy-value.js';
import { asDeployValue, formatDeployText } from '../values/deploy-text.js';
import { arn } from './resource-shapes.js';
import type { ServiceDefinition } from './service-definition.js';
import type { ServiceOptions } from './service-integrations.js';
import { json, value } from './value-shapes.js';

const stateMachineArn = arn('states', 'stateMachine:NAME');
const start: OptionsShape = {
  options: { stateMachineArn, input: json, name: value },
  required: ['stateMachineArn'],
};
const running: OptionsShape = {
  options: { stateMachineArn, name: value, cause: value, error: value },
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
  permissions: (options) => {
    const machine = asDeployValue(options.stateMachineArn);
    return [
      {
        actions: [`states:${options.action}`],
        resources: [isWorkflowStart(options) ? machine : executionsOf(machine)],
      },
    ];
  },
  listNeeded: (options) => (isWorkflowStart(options) ? [] : [options.name]),
  listOptional: (options) => (isWorkflowStart(options) ? [options.name] : [options.cause, options.error]),
  structured: ['input'],
  bodyByDefault: null,
  privateNames: {},
  listMapped: () => [],
  listBinaryTypes: () => [],
  describe: (options) => `states ${options.action} ${formatDeployText(options.stateMachineArn)}`,
};

function executionsOf(machine: DeployValue): DeployValue {
  const [only] = machine['@deploy'];
  return machine['@deploy'].length === 1 && isPlaceholder(only)
    ? { '@deploy': [{ placeholder: only.placeholder.replace(/_?arn$/i, '') + '_executions_arn' }] }
    : joinDeployValue(
        mapDeployText(machine, (text) => text.replace(':stateMachine:', ':execution:')),
        ':*',
      );
}
