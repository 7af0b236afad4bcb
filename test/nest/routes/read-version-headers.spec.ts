import { VersioningType, type VersioningOptions } from '@nestjs/common';
import { describe, expect, it } from '@jest/globals';
import { readVersionHeaders } from '../../../lib/nest/routes/read-version-headers.js';
import { createApp, moduleOf } from '../../support/create-app.js';

type Extractor = Extract<VersioningOptions, { type: VersioningType.CUSTOM }>['extractor'];

const read = async (options?: VersioningOptions): Promise<readonly string[]> =>
  readVersionHeaders(
    await createApp(moduleOf([]), { configure: (app) => options && void app.enableVersioning(options) }),
  );

const custom = (extractor: Extractor): Promise<readonly string[]> =>
  read({ type: VersioningType.CUSTOM, extractor });

interface Request {
  readonly headers: Readonly<Record<string, string>>;
  readonly raw: { readonly headers: Readonly<Record<string, string>> };
  get(name: string): string | undefined;
}

describe('readVersionHeaders', () => {
  it('reads the header of each type that has one', async () => {
    expect(await read()).toEqual([]);
    expect(await read({ type: VersioningType.URI })).toEqual([]);
    expect(await read({ type: VersioningType.HEADER, header: 'X-API-Version' })).toEqual(['X-API-Version']);
    expect(await read({ type: VersioningType.MEDIA_TYPE, key: 'v=' })).toEqual(['Accept']);
  });

  it('sees what an extractor reads, however it does', async () => {
    expect(await custom((request) => (request as Request).headers['x-version'] ?? '1')).toEqual([
      'x-version',
    ]);
    expect(
      await custom((request) => {
        const { get, raw } = request as Request;
        return get('X-Version') ?? raw.headers['x-fallback'] ?? '1';
      }),
    ).toEqual(['X-Version', 'x-fallback']);
    expect(
      await custom((request) => ('x-version' in (request as Request).headers ? ['2', '1'] : '1')),
    ).toEqual(['x-version']);
  });

  it('takes what an extractor read before it failed', async () => {
    expect(await custom((request) => (request as Request).headers['x-version']!.split(','))).toEqual([
      'x-version',
    ]);
    expect(
      await custom(() => {
        throw new Error('no version');
      }),
    ).toEqual([]);
  });
});
