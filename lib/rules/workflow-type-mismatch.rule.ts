import type { Route } from '../model/gateway-model.js';
import { nameRoute, placeOf, type Rule } from './rule.js';

/** Express workflows run synchronously and are not described or stopped; Standard ones are the other way round. */
export const workflowTypeMismatch: Rule = {
  code: 'workflow-type-mismatch',
  severity: 'error',
  *check({ routes }) {
    const express = new Map<string, Route>();
    const machines = routes.flatMap((route) => {
      if (route.integration?.kind !== 'step-functions') return [];
      const { action, stateMachineArn } = route.integration.options;
      const machine = JSON.stringify(stateMachineArn);
      if (action === 'StartSyncExecution') express.set(machine, route);
      return [{ route, action, machine }];
    });
    for (const { route, action, machine } of machines) {
      const sync = express.get(machine);
      if (!sync || (action !== 'DescribeExecution' && action !== 'StopExecution')) continue;
      yield {
        at: placeOf(route),
        message: `\`${action}\` needs a Standard workflow, and ${nameRoute(sync)} runs the same one with \`StartSyncExecution\`, which needs an Express one`,
        fix: 'Name two state machines, or start this one with `StartExecution`.',
      };
    }
  },
};
