import { describe, expect, it } from '@jest/globals';
import type { AwsGatewayId } from 'nestjs-aws-gateway';
import { GATEWAYS } from '../../lib/backends/index.js';
import { application, type ApplicationSpec } from '../support/arbitrary-application.js';
import { assertCovering } from './assert-covering.js';
import { behind } from './behind.js';
import { compileApplication } from './compile-application.js';

const [first, ...others] = Object.keys(GATEWAYS) as AwsGatewayId[];

describe('the gateways of any application', () => {
  it('have one public document', async () => {
    await assertCovering<ApplicationSpec, 'guarded' | 'open'>(
      application(),
      { guarded: 5, open: 0 },
      async (spec) => {
        const { publicDocument } = await compileApplication(behind(first!)(spec));
        for (const gateway of others) {
          const other = await compileApplication(behind(gateway)(spec));
          expect({ gateway, document: other.publicDocument }).toEqual({ gateway, document: publicDocument });
        }
        return JSON.stringify(publicDocument.paths).includes('"security":[{') ? 'guarded' : 'open';
      },
      { numRuns: 12 },
    );
  });
});
