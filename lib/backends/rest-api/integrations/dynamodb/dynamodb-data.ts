import { limitMembers } from '../../../../openapi/limit-members.js';
import type { DataMember, DataType } from '../../../../openapi/data-type.js';
import { escapeJson, jsonText, printOrNothing, vtlString } from '../../vtl/vtl-text.js';

/** Plain JSON becomes DynamoDB's typed JSON, or the other way round. */
export interface Dialect {
  /** The reference (without `$`) to a value's content, from the one to the value. */
  readonly read: (reference: string, type: DataType) => string;
  readonly write: (type: DataType, content: string) => string;
  readonly number: (reference: string) => string;
  readonly null: string;
  /** A condition that the value is there and null. */
  readonly isNull: (owner: string, name: string) => string;
}

const TYPE_KEYS = { string: 'S', number: 'N', boolean: 'BOOL', object: 'M', map: 'M', list: 'L' } as const;

function typeKey(type: DataType): string {
  if (type.kind === 'set') return type.of === 'string' ? 'SS' : 'NS';
  return type.kind === 'unknown' ? 'S' : TYPE_KEYS[type.kind];
}

/** What a caller sends, written as DynamoDB stores it. */
export const MARSHAL: Dialect = {
  read: (reference) => reference,
  write: (type, content) => `{"${typeKey(type)}":${content}}`,
  number: (reference) => `"${escapeJson(printOrNothing(reference))}"`,
  null: '{"NULL":true}',
  isNull: (owner, name) => `${printOrNothing(`${owner}.containsKey(${name})`)} == "true"`,
};

/** What DynamoDB answers, written as a caller reads it. */
export const UNMARSHAL: Dialect = {
  read: (reference, type) => `${reference}.get('${typeKey(type)}')`,
  write: (_type, content) => content,
  // A number that DynamoDB stored is one.
  number: (reference) => `$!{${reference}}`,
  null: 'null',
  isNull: (owner, name) => `${printOrNothing(`${owner}.get(${name}).containsKey('NULL')`)} == "true"`,
};

/**
 * Members of an object, each with a separator in front of it but the first. A member that is missing is left out. The
 * references are never tested for truth, in which versions of Velocity differ, and never set to nothing, which
 * Velocity ignores.
 */
export function writeMembers(
  members: readonly DataMember[],
  owner: string,
  dialect: Dialect,
  depth = 0,
): string {
  const separator = `sep${depth}`;
  return `#set($${separator} = "")${limitMembers(members)
    .map(({ name, type }) => {
      const key = vtlString(name);
      const reference = dialect.read(`${owner}.get(${key})`, type);
      const label = `$${separator}"${jsonText(name)}":`;
      const next = `#set($${separator} = ",")`;
      return (
        `#if(${isPresent(reference, type)})${label}${writeData(type, reference, dialect, depth)}${next}` +
        (type.nullable ? `#elseif(${dialect.isNull(owner, key)})${label}${dialect.null}${next}` : '') +
        '#end'
      );
    })
    .join('')}`;
}

/** A condition that a member is there and, where it can be, not null. Every test is a method that its type has. */
export function isPresent(reference: string, type: DataType): string {
  switch (type.kind) {
    case 'string':
      return `${printOrNothing(`${reference}.length()`)} != ""`;
    case 'set':
      // DynamoDB has no empty set.
      return `${printOrNothing(`${reference}.size()`)} != "" && ${printOrNothing(`${reference}.size()`)} != "0"`;
    case 'object':
    case 'map':
    case 'list':
      return `${printOrNothing(`${reference}.size()`)} != ""`;
    default:
      return `${printOrNothing(reference)} != ""`;
  }
}

/** A value that is known to be there. */
export function writeData(type: DataType, reference: string, dialect: Dialect, depth = 0): string {
  return dialect.write(type, writeContent(type, reference, dialect, depth + 1));
}

function writeContent(type: DataType, reference: string, dialect: Dialect, depth: number): string {
  switch (type.kind) {
    case 'number':
      return dialect.number(reference);
    case 'boolean':
      return `#if(${printOrNothing(reference)} == "true") true #else false #end`;
    case 'object': {
      const object = `object${depth}`;
      return `#set($${object} = $${reference}){${writeMembers(type.members, object, dialect, depth)}}`;
    }
    case 'list':
      return `[${writeEach(`$${reference}`, depth, (item) => writeItem(type.items, item, dialect, depth))}]`;
    case 'set':
      return `[${writeEach(`$${reference}`, depth, (item) =>
        type.of === 'number' ? dialect.number(item) : `"${escapeJson(printOrNothing(item))}"`,
      )}]`;
    case 'map': {
      const map = `map${depth}`;
      return `#set($${map} = $${reference}){${writeEach(
        `$${map}.keySet()`,
        depth,
        (key) =>
          `"${escapeJson(printOrNothing(key))}":${writeItem(type.items, `${map}.get($${key})`, dialect, depth)}`,
      )}}`;
    }
    default:
      return `"${escapeJson(printOrNothing(reference))}"`;
  }
}

function writeItem(type: DataType, item: string, dialect: Dialect, depth: number): string {
  const reference = dialect.read(item, type);
  return `#if(${isPresent(reference, type)})${writeData(type, reference, dialect, depth)}#{else}${dialect.null}#end`;
}

function writeEach(list: string, depth: number, write: (item: string) => string): string {
  const item = `item${depth}`;
  return `#foreach($${item} in ${list})${write(item)}#if($foreach.hasNext),#end#end`;
}
