import type { DataType } from './data-type.js';

export interface PageType {
  readonly items: DataType & { readonly kind: 'object' };
  /** The member that holds the items; absent when the answer is the list. */
  readonly itemsName?: string;
  /** The member for the cursor of the next page. */
  readonly cursorName?: string;
}

/** A page is a list of objects, or an object with one such list and, for paging, a string such as `cursor`. */
export function readPageType(type: DataType | undefined): PageType | undefined {
  if (type?.kind === 'list') return type.items.kind === 'object' ? { items: type.items } : undefined;
  if (type?.kind !== 'object') return undefined;
  const lists = type.members.flatMap(({ name, type: list }) =>
    list.kind === 'list' && list.items.kind === 'object' ? [{ itemsName: name, items: list.items }] : [],
  );
  const cursor = type.members.find(
    ({ name, type: member }) => /cursor|next/i.test(name) && member.kind === 'string',
  );
  return lists.length === 1 ? { ...lists[0]!, ...(cursor ? { cursorName: cursor.name } : {}) } : undefined;
}
