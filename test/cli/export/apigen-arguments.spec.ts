import { describe, expect, it } from '@jest/globals';
import { readArguments } from '../../../lib/cli/export/apigen-arguments.js';
import { CannotRun } from '../../../lib/cli/process/cannot-run.js';
import type { RawArguments } from '../../../lib/cli/command/raw-arguments.js';

describe('readArguments', () => {
  it('has its defaults', () => {
    expect(readArguments({ preview: true })).toEqual({
      info: {},
      check: false,
      force: false,
      strict: false,
      watch: false,
      format: 'text',
      preview: true,
      list: false,
      verbose: false,
      vars: new Map(),
    });
  });

  it('reads every option', () => {
    expect(
      readArguments({
        title: '',
        description: 'd',
        version: '0',
        outPublic: 'a.json',
        outPrivate: 'b.yml',
        outIam: 'c.json',
        check: true,
        force: true,
        strict: true,
        watch: true,
        format: 'github',
        preview: false,
        list: true,
        verbose: true,
        template: 'none',
        var: ['a=b'],
        stackTrace: true,
      }),
    ).toEqual({
      info: { title: '', description: 'd', version: '0' },
      outPublic: 'a.json',
      outPrivate: 'b.yml',
      outIam: 'c.json',
      check: true,
      force: true,
      strict: true,
      watch: true,
      format: 'github',
      preview: false,
      list: true,
      verbose: true,
      template: 'none',
      vars: new Map([['a', 'b']]),
    });
  });

  it.each<[RawArguments, string]>([
    [{ version: true, list: true }, "error: option '--version <text>' argument missing"],
    [
      { format: 'xml' },
      "error: option '--format <format>' argument 'xml' is invalid. Allowed choices are text, json, github, html, markdown.",
    ],
    [{ format: 'html' }, "error: option '--format html' is a page of the routes: add --list"],
    [
      { private: true, list: true },
      "error: option '--private' is for pages: add --list and --format html or markdown",
    ],
    [
      { template: 'jinja' },
      "error: option '--template <kind>' argument 'jinja' is invalid. Allowed choices are terraform, cloudformation, deck, none.",
    ],
    [
      { outPrivate: 'a.json', outIam: 'a.json' },
      "error: options '--out-private a.json' and '--out-iam a.json' name the same file",
    ],
    [
      { outPublic: '-', outIam: '-' },
      "error: options '--out-public -' and '--out-iam -' would both write to stdout",
    ],
    [{ outPublic: '' }, "error: option '--out-public <file>' argument is empty: set a file"],
    [{ outPrivate: ' ' }, "error: option '--out-private <file>' argument is empty: set a file"],
    [
      { outPublic: 'a.json', outPrivate: './x/../a.json' },
      "error: options '--out-public a.json' and '--out-private ./x/../a.json' name the same file",
    ],
    [
      { outPublic: '-', outPrivate: '-' },
      "error: options '--out-public -' and '--out-private -' would both write to stdout",
    ],
    [
      { outPrivate: '-', list: true },
      "error: options '--list' and '--out-private -' would both write to stdout",
    ],
    [{ outPublic: '-', check: true }, "error: option '--check' compares files: set a file in '--out-public'"],
  ])('refuses %j', (raw, message) => {
    expect(() => readArguments(raw)).toThrow(new CannotRun(message));
  });
});
