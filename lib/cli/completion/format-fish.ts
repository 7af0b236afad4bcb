import type { CommandShape, OptionShape, ValueShape } from './describe-command.js';

/** A script for fish. */
export function formatFish(root: CommandShape): string {
  const { name, commands } = root;
  return `# Completes \`${name}\` in fish.
function __${name}_command
  for word in (commandline -opc)[2..-1]
    if contains -- $word ${commands.map((command) => command.name).join(' ')}
      echo $word
      return
    end
  end
  echo ${name}
end
complete -c ${name} -f
${[root, ...commands].map((command) => formatCommand(command, name)).join('')}`;
}

function formatCommand({ name, options, argument, commands }: CommandShape, root: string): string {
  const start = `complete -c ${root} -n 'test (__${root}_command) = ${name}'`;
  const lines = [
    ...commands.map((command) => `-a ${command.name} -d ${quote(command.description)}`),
    ...(typeof argument === 'object' ? [`-a ${quote(argument.join(' '))}`] : []),
    ...options.map(formatOption),
  ];
  return lines.map((line) => `${start} ${line}\n`).join('');
}

function formatOption({ flag, description, value }: OptionShape): string {
  return `-l ${flag.slice(2)}${value === undefined ? '' : ` ${formatValue(value)}`} -d ${quote(description)}`;
}

function formatValue(value: ValueShape): string {
  if (value === 'text') return '-x';
  if (value === 'file') return '-r -F';
  return value === 'dir' ? "-x -a '(__fish_complete_directories)'" : `-x -a ${quote(value.join(' '))}`;
}

function quote(text: string): string {
  return `'${text.replace(/['\\]/g, '\\$&')}'`;
}
