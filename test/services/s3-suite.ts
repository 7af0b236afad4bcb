import { beforeAll, describe, expect, it } from '@jest/globals';
import {
  CreateBucketCommand,
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import * as fc from 'fast-check';
import { clientOptions } from '../support/services-client.js';
import { openGateway, type ServicesGateway } from '../support/services-gateway.js';
import { callerText } from '../support/services-hostile.js';
import { BUCKET, FilesController, NotesController } from '../support/services-files.js';

export function s3Suite(moto: () => string): void {
  let client: S3Client;
  let gateway: ServicesGateway;

  beforeAll(async () => {
    client = new S3Client({ ...clientOptions(moto()), forcePathStyle: true });
    await client.send(new CreateBucketCommand({ Bucket: BUCKET }));
    gateway = await openGateway(moto(), [FilesController, NotesController], { files_bucket: BUCKET });
  });

  const FILE = '/files/{path+}';
  const put = (Key: string, body = 'content', more: object = {}): Promise<unknown> =>
    client.send(new PutObjectCommand({ Bucket: BUCKET, Key, Body: body, ...more }));
  const content = async (Key: string): Promise<string | undefined> =>
    (await client.send(new GetObjectCommand({ Bucket: BUCKET, Key }))).Body?.transformToString();
  const exists = (Key: string): Promise<boolean> =>
    client.send(new HeadObjectCommand({ Bucket: BUCKET, Key })).then(
      () => true,
      (thrown: unknown) => {
        expect(thrown).toMatchObject({ name: 'NotFound' });
        return false;
      },
    );

  describe('PutObject', () => {
    it('stores the body with its type, under a key of several segments', async () => {
      const answer = await gateway.send(`PUT ${FILE}`, {
        path: { path: 'a b/ü&+/c.txt' },
        headers: { 'Content-Type': 'text/csv', 'Cache-Control': 'max-age=5' },
        body: 'x,"y"\n',
      });
      const stored = await client.send(new GetObjectCommand({ Bucket: BUCKET, Key: 'a b/ü&+/c.txt' }));
      expect(answer).toMatchObject({ status: 200, body: '{}' });
      expect(answer.headers['ETag']).toBe(stored.ETag);
      expect(stored).toMatchObject({ ContentType: 'text/csv', CacheControl: 'max-age=5' });
      expect(await stored.Body?.transformToString()).toBe('x,"y"\n');
    });

    it('writes below what stands in front of the value', async () => {
      const answer = await gateway.send('PUT /notes/{name}', {
        path: { name: 'a/../b' },
        headers: { 'X-Tenant': 't"1', 'Content-Type': 'text/plain' },
        body: 'note',
      });
      expect(answer).toMatchObject({ status: 204, body: '' });
      expect(await content('my notes/t"1/a/../b.txt')).toBe('note');
    });

    it('answers 412 when there is an object already', async () => {
      await put('once');
      const answer = await gateway.send(`PUT ${FILE}`, {
        path: { path: 'once' },
        headers: { 'If-None-Match': '*' },
        body: 'new',
      });
      expect(answer).toMatchObject({ status: 412, body: '{"message":"Precondition failed"}' });
      expect(await content('once')).toBe('content');
    });
  });

  describe('GetObject', () => {
    it('answers the object with its headers', async () => {
      await put('page', '<p>', {
        ContentType: 'text/html',
        CacheControl: 'no-cache',
        ContentDisposition: 'attachment; filename="p"',
      });
      const answer = await gateway.send(`GET ${FILE}`, { path: { path: 'page' } });
      expect(answer).toMatchObject({ status: 200, body: '<p>' });
      expect(answer.headers).toMatchObject({
        'Content-Type': 'text/html',
        'Cache-Control': 'no-cache',
        'Content-Disposition': 'attachment; filename="p"',
        ETag: expect.stringMatching(/^"[0-9a-f]+"$/),
        'Last-Modified': expect.stringContaining('GMT'),
      });
    });

    it('answers a range', async () => {
      await put('ranged', '0123456789');
      const answer = await gateway.send(`GET ${FILE}`, {
        path: { path: 'ranged' },
        headers: { Range: 'bytes=2-4' },
      });
      expect(answer).toMatchObject({ status: 206, body: '234' });
      expect(answer.headers).toMatchObject({ 'Content-Range': 'bytes 2-4/10' });
    });

    it('answers 416 for a range beyond the end', async () => {
      await put('ranged', '0123456789');
      const answer = await gateway.send(`GET ${FILE}`, {
        path: { path: 'ranged' },
        headers: { Range: 'bytes=20-30' },
      });
      expect(answer).toMatchObject({ status: 416, body: '{"message":"Range not satisfiable"}' });
      expect(answer.headers['Content-Type']).toBe('application/json');
    });

    it('follows conditions', async () => {
      await put('conditional');
      const path = { path: 'conditional' };
      const first = await gateway.send(`GET ${FILE}`, { path });
      const etag = first.headers['ETag']!;
      const send = (headers: Readonly<Record<string, string>>): ReturnType<ServicesGateway['send']> =>
        gateway.send(`GET ${FILE}`, { path, headers });
      expect(await send({ 'If-None-Match': etag })).toMatchObject({ status: 304, body: '' });
      expect((await send({ 'If-None-Match': '"other"' })).status).toBe(200);
      expect((await send({ 'If-Match': etag })).status).toBe(200);
      expect(await send({ 'If-Match': '"other"' })).toMatchObject({
        status: 412,
        body: '{"message":"Precondition failed"}',
      });
      expect((await send({ 'If-Modified-Since': 'Fri, 01 Jan 2100 00:00:00 GMT' })).status).toBe(304);
      expect((await send({ 'If-Unmodified-Since': 'Sat, 01 Jan 2000 00:00:00 GMT' })).status).toBe(412);
    });

    it('is not found when there is no object', async () => {
      const answer = await gateway.send(`GET ${FILE}`, { path: { path: 'no/such' } });
      expect(answer).toMatchObject({ status: 404, body: '{"message":"Not found"}' });
      expect(answer.headers['Content-Type']).toBe('application/json');
    });

    it('says nothing of the bucket', async () => {
      const answer = await gateway.send('GET /notes/of/{name}/missing', { path: { name: 'x' } });
      expect(answer.status).toBe(404);
      expect(answer.body).not.toContain('bucket');
    });
  });

  describe('DeleteObject', () => {
    it('deletes, there or not', async () => {
      await put('gone/here');
      for (let time = 0; time < 2; time++) {
        const answer = await gateway.send(`DELETE ${FILE}`, { path: { path: 'gone/here' } });
        expect(answer).toMatchObject({ status: 204, body: '' });
        expect(await exists('gone/here')).toBe(false);
      }
    });
  });

  describe('ListObjects', () => {
    it('lists keys by prefix, page by page', async () => {
      for (const name of ['1', '2', '3', 'x/4', 'x/5']) await put(`listed & "ü"/${name}`);
      const found: string[] = [];
      let cursor: string | undefined;
      do {
        const answer = await gateway.send('GET /notes', {
          query: { prefix: 'listed & "ü"/', ...(cursor ? { cursor } : {}) },
        });
        expect(answer.status).toBe(200);
        expect(answer.headers['Content-Type']).toContain('application/xml');
        found.push(
          ...[...answer.body.matchAll(/<(?:Key|Prefix)>[^<]*?([^/<]*\/?)<\/(?:Key|Prefix)>/g)].map(
            (m) => m[1]!,
          ),
        );
        cursor = /<NextContinuationToken>([^<]+)</.exec(answer.body)?.[1];
      } while (cursor !== undefined && found.length < 20);
      expect(found.filter((name) => /^\d$|^x\/$/.test(name))).toEqual(['1', '2', '3', 'x/']);
    });
  });

  it.each([
    [400, 400, 'Bad request'],
    [301, 500, 'Internal server error'],
    [403, 500, 'Internal server error'],
    [409, 400, 'Bad request'],
    [404, 404, 'Not found'],
    [412, 412, 'Precondition failed'],
    [416, 416, 'Range not satisfiable'],
    [500, 500, 'Internal server error'],
    [503, 500, 'Internal server error'],
  ])('turns %i into %i', (status, expected, message) => {
    const body = '<Error><Code>Secret</Code><Resource>/bucket</Resource></Error>';
    const answer = gateway.answer(
      `GET ${FILE}`,
      { status, body, headers: { 'Content-Type': 'application/xml' } },
      { path: { path: 'x' } },
    );
    expect(answer).toMatchObject({ status: expected, body: JSON.stringify({ message }) });
    expect(answer.headers['Content-Type']).toBe('application/json');
  });

  it('any key names one object below its prefix', () => {
    fc.assert(
      fc.property(callerText, callerText, (tenant, name) => {
        const header = `t${tenant.replace(/[^\x20-\x7e\xa1-\xff]/g, '').trim()}`;
        const { path, query, method, body } = gateway.request('GET /notes/{name}', {
          path: { name: `n${name}` },
          headers: { 'X-Tenant': header },
        });
        expect({ method, query, body }).toEqual({ method: 'GET', query: {}, body: '' });
        const segments = path.split('/');
        expect(segments.map(decodeURIComponent)).toEqual(['', BUCKET, 'my notes', header, `n${name}.txt`]);
        expect(path).not.toMatch(/[?#]/);
      }),
      { numRuns: 100 },
    );
  });

  it('any key survives the round trip', async () => {
    await fc.assert(
      fc.asyncProperty(callerText, callerText, async (name, body) => {
        // moto's paths have no newlines.
        const key = `n${[...name.replaceAll('\n', '')].slice(0, 100).join('')}`;
        const path = { path: key };
        expect(
          (await gateway.send(`PUT ${FILE}`, { path, body, headers: { 'Content-Type': 'text/plain' } }))
            .status,
        ).toBe(200);
        expect(await exists(key)).toBe(true);
        expect(await gateway.send(`GET ${FILE}`, { path })).toMatchObject({ status: 200, body });
        expect((await gateway.send(`DELETE ${FILE}`, { path })).status).toBe(204);
        expect(await exists(key)).toBe(false);
      }),
      { numRuns: 40 },
    );
  });
}
