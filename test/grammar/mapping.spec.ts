import { describe, expect, it } from '@jest/globals';
import { findMappingFaults, type MappingSide } from '../../lib/grammar/mapping.js';

const KEYS: Readonly<Record<MappingSide, string>> = {
  request: 'integration.request.header.A',
  response: 'method.response.header.A',
  gateway: 'gatewayresponse.header.A',
};

describe('findMappingFaults', () => {
  it.each(Object.entries(KEYS) as [MappingSide, string][])(
    'refuses an apostrophe in a text of the %s',
    (side, key) => {
      expect(findMappingFaults(side, key, "'its'")).toEqual([]);
      expect(findMappingFaults(side, key, "'it's'")).toEqual([
        {
          message: `the mapping \`${key}\` is \`'it's'\`, whose text contains a single quote, which ends the text`,
          fix: "Remove `'` from the text: API Gateway has no escape for it.",
        },
      ]);
    },
  );
});
