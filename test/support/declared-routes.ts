export interface DeclaredController {
  /** Without `Controller`. */
  readonly name: string;
  readonly path: string;
  readonly tag: string;
  readonly versions: readonly string[];
  readonly routes: readonly DeclaredRoute[];
}

export interface DeclaredRoute {
  readonly verb: string;
  readonly path: string;
  readonly handler: string;
  /** Types of path variables that are not plain texts. */
  readonly variables: ReadonlyMap<string, string>;
  readonly queries: readonly DeclaredQuery[];
  readonly headers: readonly string[];
  readonly body?: string;
  /** The DTO of a multipart body. */
  readonly form?: string;
  readonly answers: readonly DeclaredAnswer[];
  readonly flags: ReadonlySet<string>;
}

export interface DeclaredQuery {
  readonly type: string;
  /** Absent: the type is a DTO of parameters. */
  readonly name?: string;
  readonly optional: boolean;
}

export interface DeclaredAnswer {
  readonly status: number;
  /** Of the tables, or a media type. */
  readonly type?: string;
}

/**
 * Reads a table of controllers. A line at the margin is a controller, `albums Albums v1 #Words of its tag`; one that is
 * indented is a route:
 * `GET :id/files readFile :id=uuid ?Filter ?page?=int @x-tenant Body form:Upload -> 200 FileDto[] 404 Problem !open`.
 */
export function readRoutes(table: string): readonly DeclaredController[] {
  const controllers: (DeclaredController & { readonly routes: DeclaredRoute[] })[] = [];
  for (const line of table.split('\n').filter((text) => text.trim() !== '')) {
    if (line.startsWith(' ')) controllers.at(-1)!.routes.push(readRoute(line.trim()));
    else {
      const [head, tag] = line.split(' #');
      const [path, name, ...versions] = head!.trim().split(/\s+/);
      controllers.push({
        name: name!,
        path: toPath(path!),
        tag: tag ?? name!,
        versions: versions.map((version) => version.slice(1)),
        routes: [],
      });
    }
  }
  return controllers;
}

function readRoute(line: string): DeclaredRoute {
  const [before, after = ''] = line.split(/ ?-> ?/);
  const words = before!.trim().split(/\s+/);
  const [verb, path, handler] = words as [string, string, string];
  const outputs = after.trim().split(/\s+/).filter(Boolean);
  const inputs = words.slice(3);
  const marked = (mark: string): readonly string[] =>
    inputs.filter((word) => word.startsWith(mark)).map((word) => word.slice(mark.length));
  const [form] = marked('form:');
  const body = inputs.find((word) => !/^([:?@!]|form:)/.test(word));
  return {
    verb,
    path: toPath(path),
    handler,
    variables: new Map(marked(':').map((word) => word.split('=') as [string, string])),
    queries: marked('?').map(readQuery),
    headers: marked('@'),
    ...(body === undefined ? {} : { body }),
    ...(form === undefined ? {} : { form }),
    answers: readAnswers(
      outputs.filter((word) => !word.startsWith('!')),
      verb === 'POST' ? 201 : 200,
    ),
    flags: new Set([...inputs, ...outputs].filter((word) => word[0] === '!').map((word) => word.slice(1))),
  };
}

/** `page=int` must be there, `page?=int` may, and `Filter` is a DTO. */
function readQuery(word: string): DeclaredQuery {
  const [name, type] = word.split('=');
  if (type === undefined) return { type: name!, optional: false };
  return { name: name!.replace('?', ''), type, optional: name!.endsWith('?') };
}

/** Before the first, the status may be left out. */
function readAnswers(words: readonly string[], usual: number): readonly DeclaredAnswer[] {
  const answers: { readonly status: number; type?: string }[] = [];
  for (const word of words) {
    const last = answers.at(-1);
    if (/^\d+$/.test(word)) answers.push({ status: Number(word) });
    else if (last && last.type === undefined) last.type = word;
    else answers.push({ status: usual, type: word });
  }
  return answers.length > 0 ? answers : [{ status: usual }];
}

function toPath(word: string): string {
  return word === '.' ? '' : word;
}
