import type { Node } from './read-template.js';

/** Overriding one thing twice on the way through a template answers 5XX. */
export function judgeOverrides(nodes: readonly Node[], found: (what: string) => void): void {
  for (const [target, times] of countOverrides(nodes)) {
    if (times > 1) found(`$${target} is overridden twice`);
  }
}

function countOverrides(nodes: readonly Node[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const add = (given: ReadonlyMap<string, number>, times = 1): void =>
    given.forEach((count, target) => counts.set(target, (counts.get(target) ?? 0) + count * times));
  for (const node of nodes) {
    if (node.kind === 'set' && node.target.startsWith('context.') && !/[[]\$/.test(node.target)) {
      add(new Map([[node.target, 1]]));
    } else if (node.kind === 'if') {
      const most = new Map<string, number>();
      for (const branch of node.branches) {
        countOverrides(branch).forEach((count, target) =>
          most.set(target, Math.max(count, most.get(target) ?? 0)),
        );
      }
      add(most);
    } else if (node.kind === 'foreach') add(countOverrides(node.body), 2);
  }
  return counts;
}
