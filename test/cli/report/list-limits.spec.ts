import { describe, expect, it } from '@jest/globals';
import { listLimits } from '../../../lib/cli/report/list-limits.js';
import { countLimits } from '../../../lib/backends/rest-api/limits/count-limits.js';
import { LIMITS } from '../../../lib/backends/rest-api/limits/limits.js';
import { makeModel, makeRoute } from '../../support/make-model.js';
import { makeRestApi } from '../../support/make-rest-api.js';

describe('listLimits', () => {
  it('shows every limit of an empty API', () => {
    expect(listLimits(countLimits(makeModel(), makeRestApi(makeModel(), {})))).toBe(
      [
        'LIMIT                USED    OF      SHARE',
        'resources            1       300     1 %',
        'routes               0       -       -',
        'authorizers          0       10      0 %',
        'models               0 KB    400 KB  0 %',
        'definition           0.1 KB  6 MB    1 %',
        'largest template     0 KB    300 KB  0 %',
        'resource policy      0       8192    0 %',
        'stage variables      0       100     0 %',
        'documentation parts  0       2000    0 %',
        '',
      ].join('\n'),
    );
  });

  it('shows the largest of several uses of one limit', () => {
    const at = makeRoute();
    const uses = [2048, 310 * 1024, 1024].map((used) => ({ ...LIMITS.template, used, at }));
    expect(listLimits(uses)).toBe(
      'LIMIT             USED    OF      SHARE\nlargest template  310 KB  300 KB  104 %\n',
    );
  });
});
