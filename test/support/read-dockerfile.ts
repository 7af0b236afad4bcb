export interface Instruction {
  readonly name: string;
  readonly text: string;
  readonly line: number;
}

export interface Stage {
  readonly base: string;
  readonly name?: string;
  readonly instructions: readonly Instruction[];
}

export interface Dockerfile {
  /** `ARG`s before the first stage, by name. */
  readonly args: Readonly<Record<string, string>>;
  readonly stages: readonly Stage[];
}

/** Reads a Dockerfile without heredocs. */
export function readDockerfile(text: string): Dockerfile {
  const args: Record<string, string> = {};
  const stages: { base: string; name?: string; instructions: Instruction[] }[] = [];
  for (const instruction of readInstructions(text)) {
    const from = /^(\S+)(?: AS (\S+))?$/i.exec(instruction.text);
    const arg = /^(\w+)=(.*)$/.exec(instruction.text);
    if (instruction.name === 'FROM' && from) {
      const base = from[1]!.replace(/\$\{?(\w+)\}?/g, (_, name: string) => args[name] ?? '');
      stages.push({ base, ...(from[2] ? { name: from[2] } : {}), instructions: [] });
    } else if (stages.length === 0 && instruction.name === 'ARG' && arg) {
      args[arg[1]!] = arg[2]!;
    } else {
      stages.at(-1)!.instructions.push(instruction);
    }
  }
  return { args, stages };
}

/** An array for the exec form (`["node", "main.js"]`), `undefined` for the shell form. */
export function readExecForm(text: string): readonly string[] | undefined {
  return text.startsWith('[') ? (JSON.parse(text) as readonly string[]) : undefined;
}

function readInstructions(text: string): readonly Instruction[] {
  const instructions: Instruction[] = [];
  let open: Instruction | undefined;
  text.split('\n').forEach((line, index) => {
    if (/^\s*(#|$)/.test(line)) return;
    const [, name = '', rest = ''] = open
      ? ['', open.name, `${open.text} ${line.trim()}`]
      : /^(\w+)\s+(.*)$/.exec(line)!;
    const joined = {
      name: name.toUpperCase(),
      text: rest.replace(/\\$/, '').trim(),
      line: open?.line ?? index + 1,
    };
    open = rest.endsWith('\\') ? joined : undefined;
    if (!open) instructions.push(joined);
  });
  return instructions;
}
