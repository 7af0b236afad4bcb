/** What this schematic uses of a tree of `@angular-devkit/schematics`. The package itself is not a dependency. */
export interface Tree {
  exists(path: string): boolean;
  readText(path: string): string;
  create(path: string, content: string): void;
  overwrite(path: string, content: string): void;
  getDir(path: string): { visit(visitor: (path: string) => void): void };
}

/** What this schematic uses of the context of a schematic. */
export interface SchematicContext {
  readonly logger: { info(message: string): void; warn(message: string): void };
  addTask(task: { toConfiguration(): TaskConfiguration }): unknown;
}

interface TaskConfiguration {
  readonly name: string;
  readonly options: object;
}
