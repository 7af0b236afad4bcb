import type { CommandShape, OptionShape, ValueShape } from './describe-command.js';

/** A script for zsh. */
export function formatZsh(root: CommandShape): string {
  const { name, commands } = root;
  return `#compdef ${name}
# Completes \`${name}\` in zsh.
_${name}() {
  local command=${name} word
  for word in "\${(@)words[2,CURRENT-1]}"; do
    case $word in (${commands.map((command) => command.name).join('|')}) command=$word; break ;; esac
  done
  case $command in
${[root, ...commands].map((command) => formatCommand(command, root)).join('')}  esac
}
compdef _${name} ${name}
`;
}

function formatCommand(command: CommandShape, root: CommandShape): string {
  const isRoot = command === root;
  const first = isRoot
    ? `1:command:((${command.commands.map(({ name, description }) => `${name}\\:${quoteText(description)}`).join(' ')}))`
    : `1:command:(${command.name})`;
  const argument = command.argument === undefined ? [] : [`*:argument:${actionOf(command.argument)}`];
  const specs = [...command.options.map(formatOption), first, ...argument];
  return `    (${command.name}) _arguments ${specs.map(quote).join(' \\\n      ')} ;;\n`;
}

function formatOption({ flag, description, value }: OptionShape): string {
  const words = description.replace(/[[\]:\\]/g, '\\$&');
  // An option may be repeated; zsh need not know which.
  return `*${flag}[${words}]${value === undefined ? '' : `:value:${actionOf(value)}`}`;
}

function actionOf(value: ValueShape): string {
  if (value === 'text') return '';
  if (value === 'file') return '_files';
  return value === 'dir' ? '_files -/' : `(${value.join(' ')})`;
}

function quoteText(text: string): string {
  return `"${text.replace(/["\\:$`]/g, '\\$&')}"`;
}

function quote(spec: string): string {
  return `'${spec.replaceAll("'", `'\\''`)}'`;
}
