import { fillWords } from '../../../../grammar/read-target.js';
import { listNames, readLive } from '../../../../grammar/read-template.js';
import type { Integration } from '../../../../model/integrations/integration.js';
import { checkContextValues } from '../../../../rules/aws/check-context-values.js';
import { findEmptyContext, guardOf, type Guarding } from '../../../../rules/aws/find-empty-context.js';
import { placeOf, type Finding, type Rule } from '../../../../rules/rule.js';
import { listMappings, listOf, type Mapping } from '../mappings/list-mappings.js';
import { listTemplates } from './list-templates.js';

/** A variable of `$context` that API Gateway does not have, or has nothing for on this route, is always empty. */
export const emptyContextVariable: Rule = {
  code: 'empty-context-variable',
  severity: 'error',
  *check(model) {
    for (const route of model.routes) {
      const { integration } = route;
      if (!integration) continue;
      const guard = guardOf(route, model);
      const faults = [
        ...checkContextValues(route, model, 'rest-api'),
        ...checkMappings(listMappings(integration), guard),
        ...checkTemplates(integration, guard),
      ];
      // The same value may be used several times.
      const distinct = new Map(faults.map((fault) => [fault.message, fault]));
      for (const fault of distinct.values()) yield { at: placeOf(route), ...fault };
    }
    for (const { responseParameters } of Object.values(model.settings.gatewayResponses ?? {})) {
      for (const fault of checkMappings(listOf('gateway', responseParameters), 'unknown'))
        yield { at: {}, ...fault };
    }
  },
};

type Fault = Omit<Finding, 'at'>;

function* checkMappings(mappings: readonly Mapping[], guard: Guarding): Generator<Fault> {
  for (const { side, value } of mappings) {
    const text = fillWords(value);
    const name = /^context\.(.+)$/.exec(text)?.[1];
    const fault =
      name === undefined || text !== value
        ? undefined
        : findEmptyContext(text, name, guard, 'rest-api', side === 'gateway');
    if (fault) yield fault;
  }
}

function* checkTemplates(integration: Integration, guard: Guarding): Generator<Fault> {
  for (const { text } of listTemplates(integration)) {
    for (const { written, names, called } of listNames(readLive(text), 'context')) {
      // A call may be a method. A template may write an override.
      if (called || /^(request|response)Override$/.test(names[0]!)) continue;
      const fault = findEmptyContext(written, names.join('.'), guard, 'rest-api');
      if (fault) yield fault;
    }
  }
}
