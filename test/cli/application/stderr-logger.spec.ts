import { beforeEach, describe, expect, it } from '@jest/globals';
import { createStderrLogger } from '../../../lib/cli/application/stderr-logger.js';

describe('createStderrLogger', () => {
  let written: string;
  const logger = createStderrLogger((text) => (written += text));

  beforeEach(() => {
    written = '';
  });

  it('passes on warnings and errors, one a line', () => {
    logger.warn('careful', 'RoutesResolver');
    logger.error('broken', 'Error: broken\n    at x', 'Injector');
    logger.error(new Error('worse'), 'Injector');
    logger.warn('alone');
    expect(written).toBe('[RoutesResolver] careful\n[Injector] broken\n[Injector] worse\nalone\n');
  });

  it('leaves out what Nest tells, what it throws as well, and that it builds no provider', () => {
    logger.log('Starting', 'NestFactory');
    logger.debug?.('a');
    logger.verbose?.('b');
    logger.error(new Error('thrown'), 'ExceptionHandler');
    logger.warn('Application is running in the PREVIEW mode!', 'NestApplicationContext');
    logger.warn('------', 'NestApplicationContext');
    expect(written).toBe('');
  });
});
