import { describe, expect, it } from '@jest/globals';
import { stripAmazonExtensions } from '../../../lib/backends/public-openapi/strip-amazon-extensions.js';

const EXTENSION = { 'x-amazon-apigateway-integration': {} };

describe('stripAmazonExtensions', () => {
  it('reads the response `default` and components of any name', () => {
    const given = {
      responses: { default: { description: 'Any', ...EXTENSION }, ...EXTENSION },
      components: {
        schemas: { default: { type: 'object', ...EXTENSION } },
        parameters: { example: { name: 'a', ...EXTENSION } },
      },
    };
    expect(stripAmazonExtensions(given)).toEqual({
      responses: { default: { description: 'Any' } },
      components: { schemas: { default: { type: 'object' } }, parameters: { example: { name: 'a' } } },
    });
  });

  it('leaves data and names', () => {
    const given = {
      default: EXTENSION,
      properties: { responses: { default: EXTENSION }, ...EXTENSION },
    };
    expect(stripAmazonExtensions(given)).toEqual(given);
  });
});
