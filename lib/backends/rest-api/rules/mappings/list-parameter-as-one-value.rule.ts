import { readDataType } from '../../../../openapi/data-type.js';
import { listRequestValues } from '../../../../services/list-request-values.js';
import { valuesOf } from '../../../../model/integrations/values-of.js';
import { viewRoute } from '../../../../model/documents/view-route.js';
import { placeOf, type Rule } from '../../../../rules/rule.js';

/** API Gateway maps only the last value of a parameter with several values. */
export const listParameterAsOneValue: Rule = {
  code: 'list-parameter-as-one-value',
  severity: 'warning',
  *check(model) {
    for (const route of model.routes) {
      const values = valuesOf(route.integration);
      if (values === undefined) continue;
      const { operation, lookup } = viewRoute(route, model);
      const read = new Set(
        [...listRequestValues(values)].flatMap((value) =>
          value['@request'] === 'query' || value['@request'] === 'header'
            ? [`${value['@request']} ${value.name}`]
            : [],
        ),
      );
      for (const { name, in: place, schema } of operation.parameters ?? []) {
        if (!read.has(`${place} ${name}`) || schema === undefined) continue;
        const { kind } = readDataType(schema, lookup);
        if (kind !== 'list' && kind !== 'set') continue;
        yield {
          at: placeOf(route),
          message: `\`${place === 'query' ? 'fromQuery' : 'fromHeader'}('${name}')\` is documented as a list, but API Gateway maps only its last value`,
          fix: 'Document it as one value, or use `fromBody()` for the list.',
        };
      }
    }
  },
};
