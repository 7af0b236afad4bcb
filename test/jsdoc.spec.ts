import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { listUndocumentedFields } from './support/list-undocumented-fields.js';

describe('the fields of exported types', () => {
  it.each([
    ['lib/index.ts', 'AwsSnsOptions.topicArn'],
    ['lib/cli/index.ts', 'ApigenOptions.document'],
    ['lib/testing/index.ts', 'GatewayAnswer.body'],
  ])('of %s are explained', (entry, known) => {
    const path = fileURLToPath(new URL(`../${entry}`, import.meta.url));
    const { fields, undocumented } = listUndocumentedFields(path);
    expect(fields).toContain(known);
    expect(undocumented).toEqual([]);
  });
});
