import type { Diagnostic, DiagnosticPlace } from './diagnostic.js';

export type DiagnosticFormat = 'text' | 'json' | 'github';

/** Diagnostics as text, as JSON, or as annotations of a GitHub workflow. Whole lines, or nothing. */
export function formatDiagnostics(diagnostics: readonly Diagnostic[], format: DiagnosticFormat): string {
  return FORMATS[format](diagnostics);
}

const FORMATS: Readonly<Record<DiagnosticFormat, (diagnostics: readonly Diagnostic[]) => string>> = {
  text: (diagnostics) =>
    diagnostics.length === 0
      ? ''
      : `${diagnostics.map(formatText).join('\n')}\n${countDiagnostics(diagnostics)}\n`,
  json: (diagnostics) => `${JSON.stringify(diagnostics, null, 2)}\n`,
  github: (diagnostics) => diagnostics.map(formatAnnotation).join(''),
};

/** `2 errors, 1 warning` */
export function countDiagnostics(diagnostics: readonly Diagnostic[]): string {
  return (['error', 'warning', 'info'] as const)
    .map((severity) => [severity, diagnostics.filter((found) => found.severity === severity).length] as const)
    .filter(([, count]) => count > 0)
    .map(([severity, count]) => `${count} ${severity}${count === 1 ? '' : 's'}`)
    .join(', ');
}

/** The place as text: `UsersController.create, POST /users`. */
export function formatPlace({
  controller,
  handler,
  method,
  path,
  member,
  option,
  file,
  line,
}: DiagnosticPlace): string {
  const code = [controller, handler].filter((name) => name !== undefined).join('.');
  const route = [method, path].filter((name) => name !== undefined).join(' ');
  const part = member === undefined ? '' : `\`${member}\``;
  const inFile = file === undefined || line === undefined ? file : `${file}:${line}`;
  return [inFile, option, code, route, part].filter(Boolean).join(', ') || 'AwsGatewayModule.forRoot';
}

function formatText({ at, message, fix, code, severity, docs }: Diagnostic): string {
  const lines = [message, fix, `${code} (${severity}), see ${docs}`].map(
    (line) => `  ${line.replace(/\r?\n/g, '\n  ')}\n`,
  );
  return `${formatPlace(at)}\n${lines.join('')}`;
}

/**
 * A line break would end a workflow command, and a colon or a comma the value of its property.
 *
 * @see https://docs.github.com/actions/reference/workflow-commands-for-github-actions
 */
function formatAnnotation({ at, message, fix, code, severity, docs }: Diagnostic): string {
  const text = escapeData(`${formatPlace(at)}: ${message}\n${fix}\nSee ${docs}`);
  const properties = Object.entries({ file: at.file, line: at.line, title: code })
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
  return `::${severity === 'info' ? 'notice' : severity} ${properties.join(',')}::${text}\n`;
}

function escapeData(text: string): string {
  return text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
}
