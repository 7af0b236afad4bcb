import type { CommandShape, OptionShape, ValueShape } from './describe-command.js';

/** A script for bash. */
export function formatBash(root: CommandShape): string {
  const all = [root, ...root.commands];
  return `# Completes \`${root.name}\` in bash.
_${root.name}() {
  local current=\${COMP_WORDS[COMP_CWORD]} previous=\${COMP_WORDS[COMP_CWORD - 1]} command=${root.name} word
  # bash takes \`--format=json\` for three words.
  if [[ $previous == = ]]; then previous=\${COMP_WORDS[COMP_CWORD - 2]}; fi
  if [[ $current == = ]]; then current=; fi
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case $word in ${root.commands.map(({ name }) => name).join(' | ')}) command=$word && break ;; esac
  done
  case $command:$previous in
${all.flatMap(listValues).join('')}  esac
  case $command in
${all.map(listWords).join('')}  esac
}
complete -F _${root.name} ${root.name}
`;
}

function listValues(command: CommandShape): readonly string[] {
  return command.options.flatMap(({ flag, value }: OptionShape) =>
    value === undefined ? [] : [`    ${command.name}:${flag}) ${complete(value)}return ;;\n`],
  );
}

function complete(value: ValueShape): string {
  if (value === 'text') return '';
  if (value === 'file') return listFiles('-f');
  if (value === 'dir') return listFiles('-d');
  return `COMPREPLY=($(compgen -W '${value.join(' ')}' -- "$current")); `;
}

/** Names may have spaces. Version 3 of bash has no `compopt`. */
function listFiles(kind: '-f' | '-d'): string {
  return `compopt -o filenames 2>/dev/null; local IFS=$'\\n'; COMPREPLY=($(compgen ${kind} -- "$current")); `;
}

function listWords({ name, options, argument, commands }: CommandShape): string {
  const words = [
    ...commands.map((command) => command.name),
    ...(typeof argument === 'object' ? argument : []),
    ...options.map(({ flag }) => flag),
  ];
  return `    ${name}) COMPREPLY=($(compgen -W '${words.join(' ')}' -- "$current")) ;;\n`;
}
