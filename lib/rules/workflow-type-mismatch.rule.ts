import type { Route } from '../model/routes/route.js';
import { nameRoute, placeOf, type Rule } from './rule.js';

/** Only Express workflows run synchronously. Only Standard workflows can be described and stopped. */
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
        message: `\`${action}\` needs a Standard workflow, but ${nameRoute(sync)} starts the same state machine with \`StartSyncExecution\`, which needs an Express workflow`,
        fix: 'Set a different `stateMachineArn` on one route, or use `StartExecution` instead of `StartSyncExecution`.',
      };
    }
  },
};
