import { describe, expect, it } from '@jest/globals';
import type { DataMember, DataType } from '../../lib/openapi/data-type.js';
import { readPageType } from '../../lib/openapi/read-page-type.js';

const string: DataType = { kind: 'string', nullable: false };
const item: DataType = { kind: 'object', members: [{ name: 'id', type: string }], nullable: false };
const list = (items: DataType): DataType => ({ kind: 'list', items, nullable: false });
const object = (...members: DataMember[]): DataType => ({ kind: 'object', members, nullable: false });

describe('readPageType', () => {
  it('is a list of objects', () => {
    expect(readPageType(list(item))).toEqual({ items: item });
  });

  it('is an object with one such list', () => {
    const members = [
      { name: 'tags', type: list(string) },
      { name: 'users', type: list(item) },
    ];
    expect(readPageType(object(...members))).toEqual({ items: item, itemsName: 'users' });
  });

  it.each(['cursor', 'nextCursor', 'next', 'NextToken'])('has a cursor in the text `%s`', (name) => {
    expect(readPageType(object({ name: 'items', type: list(item) }, { name, type: string }))).toEqual({
      items: item,
      itemsName: 'items',
      cursorName: name,
    });
  });

  it('has no cursor in what is no text, or has another name', () => {
    const members: DataMember[] = [
      { name: 'items', type: list(item) },
      { name: 'next', type: { kind: 'number', nullable: false } },
      { name: 'token', type: string },
    ];
    expect(readPageType(object(...members))).toEqual({ items: item, itemsName: 'items' });
  });

  it('is nothing else', () => {
    expect(readPageType(undefined)).toBeUndefined();
    expect(readPageType(string)).toBeUndefined();
    expect(readPageType(list(string))).toBeUndefined();
    expect(readPageType(item)).toBeUndefined();
    expect(
      readPageType(object({ name: 'a', type: list(item) }, { name: 'b', type: list(item) })),
    ).toBeUndefined();
  });
});
