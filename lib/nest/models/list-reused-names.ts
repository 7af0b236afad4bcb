import type { ReusedSchema } from '../../model/app-source.js';
import type { ModelUser } from './walk-models.js';

/** Something with a name, and the first handler that uses it. */
export interface Named {
  readonly name: string;
  /** What it is: two of one name that are the same are one. */
  readonly identity: unknown;
  readonly user: ModelUser;
}

/** The names that two things share, each with its handlers. */
export function listReusedNames(named: Iterable<Named>, of: ReusedSchema['of']): readonly ReusedSchema[] {
  const users = new Map<string, Map<unknown, ModelUser>>();
  for (const { name, identity, user } of named) {
    const known = users.get(name) ?? new Map<unknown, ModelUser>();
    users.set(name, known);
    if (!known.has(identity)) known.set(identity, user);
  }
  return [...users]
    .filter(([, known]) => known.size > 1)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, known]) => ({
      name,
      of,
      at: [...known.values()].map(({ controller, handlerName }) => ({
        controller: controller.name,
        handler: handlerName,
      })),
    }));
}
