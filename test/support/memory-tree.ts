import type { SchematicContext, Tree } from '../../lib/schematics/tree.js';

/** A tree of files in memory, as a schematic gets one. */
export class MemoryTree implements Tree {
  readonly files: Map<string, string>;

  constructor(files: Readonly<Record<string, string>>) {
    this.files = new Map(Object.entries(files));
  }

  exists(path: string): boolean {
    return this.files.has(path);
  }

  readText(path: string): string {
    const text = this.files.get(path);
    if (text === undefined) throw new Error(`${path} does not exist`);
    return text;
  }

  create(path: string, content: string): void {
    if (this.files.has(path)) throw new Error(`${path} exists`);
    this.files.set(path, content);
  }

  overwrite(path: string, content: string): void {
    this.readText(path);
    this.files.set(path, content);
  }

  getDir(folder: string): { visit(visitor: (path: string) => void): void } {
    return {
      visit: (visitor) => {
        for (const path of this.files.keys()) if (path.startsWith(`${folder}/`)) visitor(path);
      },
    };
  }
}

/** A context that keeps what a schematic says and asks for. */
export class MemoryContext implements SchematicContext {
  readonly lines: string[] = [];
  readonly tasks: string[] = [];
  readonly logger = {
    info: (line: string): unknown => this.lines.push(line),
    warn: (line: string): unknown => this.lines.push(line),
  } as SchematicContext['logger'];

  addTask(task: Parameters<SchematicContext['addTask']>[0]): void {
    this.tasks.push(task.toConfiguration().name);
  }
}
