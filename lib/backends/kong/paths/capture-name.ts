/** Characters of the longest name of a capture group that each engine of Kong takes. */
const LONGEST = 31;

/** The variable of a path as its capture group of a regular expression is named: no other one of the path has the name. */
export function captureName(path: string, name: string): string {
  const names = [...path.matchAll(/\{([^{}]+?)\+?\}/g)].map(([, variable]) => variable!);
  const taken = new Set<string>();
  const captures = new Map<string, string>();
  // Those that may keep their name first.
  const ordered = [...names.filter((one) => toWord(one) === one), ...names];
  for (const variable of ordered) if (!captures.has(variable)) captures.set(variable, take(toWord(variable)));
  return captures.get(name) ?? toWord(name);

  function take(word: string): string {
    let free = word;
    for (let count = 2; taken.has(free); count += 1) {
      free = `${word.slice(0, LONGEST - 1 - String(count).length)}_${count}`;
    }
    taken.add(free);
    return free;
  }
}

function toWord(name: string): string {
  const word = name.replace(/\W/g, '_');
  return (/^\d/.test(word) ? `_${word}` : word).slice(0, LONGEST);
}
