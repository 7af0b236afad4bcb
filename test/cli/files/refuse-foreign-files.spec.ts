import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { FileContent } from '../../../lib/cli/files/outputs.js';
import { refuseForeignFiles } from '../../../lib/cli/files/refuse-foreign-files.js';
import { CannotRun } from '../../../lib/cli/process/cannot-run.js';

const PRIVATE = '{"openapi":"3.0.1","paths":{"/a":{"get":{"x-amazon-apigateway-integration":{}}}}}';
const PUBLIC = '{\n  "openapi": "3.0.0",\n  "paths": {}\n}\n';
const YAML = 'openapi: 3.0.1\npaths: {}\n';
const POLICY = '{"Version":"2012-10-17","Statement":[]}';
const KONG_YAML = '_format_version: "3.0"\n_info:\n  select_tags:\n    - api-shop\n';
const KONG_JSON = '{\n  "_format_version": "3.0",\n  "services": []\n}\n';
const CONFLICT = `{\n  "openapi": "3.0.1",\n<<<<<<< HEAD\n  "x-amazon-apigateway-policy": {}\n=======\n}\n`;

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'refuse-foreign-files-'));
});

afterAll(() => rmSync(folder, { recursive: true }));

function refuse(text: string, kind: FileContent): void {
  const target = join(folder, 'file');
  writeFileSync(target, text);
  refuseForeignFiles([{ target, kind, text: '', content: '' }]);
}

describe('refuseForeignFiles', () => {
  it('does not wait for what comes out of a pipe', () => {
    const target = join(folder, 'pipe');
    execFileSync('mkfifo', [target]);
    expect(() => refuseForeignFiles([{ target, kind: 'private', text: '', content: '' }])).not.toThrow();
  });

  it.each([65_530, 65_536, 200_000])('finds an extension behind %i bytes', (length) => {
    const long = `{"openapi":"3.0.1","info":{"title":"${'x'.repeat(length)}"},"x-amazon-apigateway-policy":{}}`;
    expect(() => refuse(long, 'private')).not.toThrow();
    expect(() => refuse(long, 'public')).toThrow('is a private document');
  });

  it.each<[FileContent, string]>([
    ['private', PRIVATE],
    ['private', CONFLICT],
    ['private', KONG_YAML],
    ['private', KONG_JSON],
    ['public', PUBLIC],
    ['public', YAML],
    ['policy', POLICY],
    ['public', ''],
    ['private', '\n'],
  ])('lets a %s file replace %j', (kind, text) => {
    expect(() => refuse(text, kind)).not.toThrow();
  });

  it.each<[FileContent, string, string]>([
    ['private', '{"name":"app","dependencies":{"openapi":"3.0.0"}}', 'is not a private document'],
    ['public', 'notes', 'is not a public document'],
    ['policy', '[]', 'is not an IAM policy'],
    ['public', PRIVATE, 'is a private document, not a public document'],
    ['private', PUBLIC, 'is a public document, not a private document'],
    ['public', KONG_YAML, 'is a private document, not a public document'],
    ['policy', YAML, 'is a public document, not an IAM policy'],
    ['private', POLICY, 'is an IAM policy, not a private document'],
  ])('keeps a %s file from replacing %j', (kind, text, words) => {
    expect(() => refuse(text, kind)).toThrow(
      new CannotRun(
        `${join(folder, 'file')} ${words}, so it is not overwritten: choose another file, or use --force`,
      ),
    );
  });

  it.each(['none', '/dev/zero'])('does not read %s, which is not a file', (name) => {
    expect(() =>
      refuseForeignFiles([{ target: resolve(folder, name), kind: 'public', text: '', content: '' }]),
    ).not.toThrow();
  });
});
