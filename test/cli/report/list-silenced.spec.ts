import { describe, expect, it } from '@jest/globals';
import { listSilenced } from '../../../lib/cli/report/list-silenced.js';
import type { SilencedDiagnostic } from '../../../lib/diagnostics/diagnostic.js';

const silenced = (code: string, at: SilencedDiagnostic['at'], reason: string): SilencedDiagnostic => ({
  code,
  severity: 'warning',
  at,
  message: 'm',
  fix: 'f',
  docs: 'd',
  reason,
});

describe('listSilenced', () => {
  it('shows what is kept silent where and why, a line each', () => {
    expect(
      listSilenced([
        silenced('limit-near', {}, 'the quota\n  is being raised '),
        silenced(
          'cors-disagreement',
          { controller: 'A', handler: 'b', method: 'GET', path: '/b' },
          'no browser',
        ),
      ]),
    ).toBe(
      [
        'IGNORED            PLACE                     REASON',
        'limit-near         AwsGatewayModule.forRoot  the quota is being raised',
        'cors-disagreement  A.b, GET /b               no browser',
        '',
      ].join('\n'),
    );
  });
});
