import { describe, expect, it } from '@jest/globals';
import type { AwsGatewayResponseType } from 'nestjs-aws-gateway';
import {
  GATEWAY_RESPONSES,
  type GatewayResponseType,
} from '../../../lib/testing/gateway/gateway-responses.js';

/** Types of which the local gateway gives no answer. A type that it does not know and that is missing here does not compile. */
const NEVER_ANSWERED: Readonly<Record<Exclude<AwsGatewayResponseType, GatewayResponseType>, string>> = {
  RESOURCE_NOT_FOUND: 'API Gateway answers MISSING_AUTHENTICATION_TOKEN where no resource fits',
  WAF_FILTERED: 'AWS WAF stands in front of the API',
};

describe('GATEWAY_RESPONSES', () => {
  it('has no type that is never answered', () => {
    for (const type of Object.keys(NEVER_ANSWERED)) expect(GATEWAY_RESPONSES).not.toHaveProperty(type);
  });

  it('answers each type with a status of an error', () => {
    for (const { status } of Object.values(GATEWAY_RESPONSES)) {
      expect(status).toBeGreaterThanOrEqual(400);
      expect(status).toBeLessThan(600);
    }
  });
});
