import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { findTool } from '../find-tool.js';
import type { TemplateInput } from '../../../lib/testing/template/render-template.js';

/** What Debian's packages `velocity`, `libjsonpath-java` and `libgoogle-gson-java` bring. */
const JARS =
  'velocity commons-lang commons-collections3 json-path json-smart accessors-smart asm slf4j-api slf4j-nop gson'.split(
    ' ',
  );
const JAR_FOLDER = '/usr/share/java';
const SOURCES = join(process.cwd(), 'test/support/apache-velocity');

export interface VelocityCase extends TemplateInput {
  readonly template: string;
}

export interface VelocityResult {
  readonly text?: string;
  readonly overrides?: {
    readonly requestOverride: Readonly<
      Record<'header' | 'path' | 'querystring', Readonly<Record<string, string>>>
    >;
    readonly responseOverride: {
      readonly header: Readonly<Record<string, string>>;
      readonly status?: number;
    };
  };
  readonly error?: string;
}

/** The folder of the libraries, when they and a Java compiler are on this machine. */
export function findApacheVelocity(): string | undefined {
  const complete = findTool('javac') !== undefined && JARS.every((name) => existsSync(jarPath(name)));
  return complete ? JAR_FOLDER : undefined;
}

/** Renders templates on Apache Velocity itself, with Jayway JsonPath and commons-lang. */
export function renderOnApacheVelocity(cases: readonly VelocityCase[]): readonly VelocityResult[] {
  const folder = mkdtempSync(join(tmpdir(), 'apache-velocity-'));
  try {
    const classPath = JARS.map(jarPath).join(delimiter);
    const sources = readdirSync(SOURCES)
      .filter((name) => name.endsWith('.java'))
      .map((name) => join(SOURCES, name));
    execFileSync('javac', ['-cp', classPath, '-d', folder, ...sources]);
    const input = cases.map(({ template, body = '', params = {}, context = {}, stageVariables = {} }) => ({
      template,
      body,
      params: { path: {}, querystring: {}, header: {}, ...params },
      context,
      stageVariables,
    }));
    const output = execFileSync('java', ['-cp', [folder, classPath].join(delimiter), 'RenderCases'], {
      input: JSON.stringify(input),
      maxBuffer: 2 ** 30,
    });
    return JSON.parse(output.toString('utf8')) as readonly VelocityResult[];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function jarPath(name: string): string {
  return join(JAR_FOLDER, `${name}.jar`);
}
