import type { Plugin } from '../answers/answer.js';

/** The order in which Kong runs its plugins, by their priorities. Others stand where those that check callers do. */
const ORDER = [
  'pre-function',
  'cors',
  'jwt',
  '',
  'key-auth',
  'acl',
  'request-transformer',
  'response-transformer',
  'aws-lambda',
  'request-termination',
];

/** The plugins of a route, in the order in which they run. */
export function orderPlugins(plugins: readonly Plugin[]): readonly Plugin[] {
  return plugins.toSorted((a, b) => place(a) - place(b));
}

function place({ name }: Plugin): number {
  return ORDER.indexOf(ORDER.includes(name) ? name : '');
}
