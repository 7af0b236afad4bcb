import type { Diagnostic } from './diagnostic.js';
import { formatPlace } from './format-place.js';
import { groupBy } from './group-by.js';

/** Names in a list before it is cut. */
const HANDLERS = 5;
const CLASSES = 4;

/** `UsersController (12): create, get, list and 9 more; OrdersController: pay; and 15 more classes` */
export function listPlaces(diagnostics: readonly Diagnostic[]): string {
  const groups = [...groupBy(diagnostics, ({ at }) => at.controller ?? '').entries()];
  const listed = groups.slice(0, CLASSES).map(([controller, found]) => {
    const names = [...new Set(found.map(({ at }) => at.handler ?? formatPlace({ ...at, ...NAMELESS })))];
    const more = names.length > HANDLERS ? ` and ${names.length - HANDLERS} more` : '';
    const list = `${names.slice(0, HANDLERS).join(', ')}${more}`;
    if (controller === '') return list;
    if (found.every(({ at }) => at.handler === undefined && at.member === undefined)) return controller;
    return `${controller}${found.length > 1 ? ` (${found.length})` : ''}: ${list}`;
  });
  const left = groups.length - CLASSES;
  return [...listed, ...(left > 0 ? [`and ${left} more ${left === 1 ? 'class' : 'classes'}`] : [])].join(
    '; ',
  );
}

/** The class stands before the list, and the file at the first place. */
const NAMELESS = { controller: undefined, file: undefined, line: undefined } as const;
