import type { OpenAPIObject } from '@nestjs/swagger';
import { CONFIG } from '../../../../support/create-app.js';
import { testRule } from '../../../../support/test-rule.js';

const POLICY = 'x-amazon-apigateway-security-policy';
const ACCESS = 'x-amazon-apigateway-endpoint-access-mode';
type Config = Omit<OpenAPIObject, 'paths'>;
const extended = (extensions: object): Config => ({ ...CONFIG, ...extensions });

testRule('invalid-extension', [
  {
    name: 'is silent on policies that there are',
    controllers: [],
    config: extended({ [POLICY]: 'SecurityPolicy_TLS13_1_3_2025_09', [ACCESS]: 'STRICT' }),
    reports: [],
  },
  {
    name: 'is silent on one that needs no access mode',
    controllers: [],
    config: extended({ [POLICY]: 'TLS_1_2' }),
    reports: [],
  },
  {
    name: 'reports a policy and an access mode that there are not',
    controllers: [],
    config: extended({ [POLICY]: 'TLS_1_1', [ACCESS]: 'LOOSE' }),
    reports: [
      ['invalid-extension error at module', 'LOOSE', 'STRICT'],
      ['invalid-extension error at module', 'TLS_1_1', 'SecurityPolicy_TLS12_2018_EDGE'],
    ],
  },
  {
    name: 'reports an enhanced policy alone',
    controllers: [],
    config: extended({ [POLICY]: 'SecurityPolicy_TLS13_1_2_2021_06' }),
    reports: [['invalid-extension error at module', 'SecurityPolicy_TLS13_1_2_2021_06', 'STRICT']],
  },
]);
