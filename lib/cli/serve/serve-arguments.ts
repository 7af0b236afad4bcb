import { defined } from '../../values/defined.js';
import { parseVars } from '../export/parse-vars.js';
import { CannotRun } from '../process/cannot-run.js';
import { readGateway, type GatewayArguments } from '../command/choose-gateway.js';
import type { RawArguments } from '../command/raw-arguments.js';
import { refuseOtherOptions } from '../command/refuse-other-options.js';

/** The options of `apigen serve`, as commander parses them. */
export interface RawServeArguments {
  readonly port?: string;
  readonly stage?: string;
  readonly stageVar?: readonly string[];
  readonly app?: true;
  readonly functions?: string;
  readonly endpoint?: readonly string[];
  readonly backend?: readonly string[];
  readonly aws?: true;
  readonly apiKey?: readonly string[];
  readonly jwks?: string;
  readonly principal?: string;
  readonly trustUnsigned?: true;
  readonly explain?: true;
}

export interface ServeArguments extends Pick<GatewayArguments, 'gateway'> {
  readonly preview: boolean;
  readonly vars: ReadonlyMap<string, string>;
  /** 0: a free one. */
  readonly port: number;
  /** Absent: at the root. */
  readonly stage?: string;
  readonly stageVariables: Readonly<Record<string, string>>;
  readonly app: boolean;
  /** A module of functions. */
  readonly functions?: string;
  /** By service; `*` is for every other. */
  readonly endpoints: Readonly<Record<string, string>>;
  readonly backends: Readonly<Record<string, string>>;
  readonly aws: boolean;
  readonly apiKeys: readonly string[];
  /** File or URL. */
  readonly jwks?: string;
  /** ARN of the caller of IAM routes. */
  readonly principal?: string;
  readonly trustUnsigned: boolean;
  readonly explain: boolean;
  readonly watch: boolean;
}

/** The options of `apigen` that `serve` accepts. */
export const SERVE_OPTIONS = [
  'gateway',
  'preview',
  'var',
  'watch',
  'stackTrace',
] as const satisfies readonly (keyof RawArguments)[];

const DEFAULT_PORT = 3000;

/**
 * Reads the options of `apigen serve`.
 *
 * @throws CannotRun for invalid values and for options about documents and files
 */
export function readServeArguments(own: RawServeArguments, raw: RawArguments): ServeArguments {
  refuseOtherOptions('serve', raw, SERVE_OPTIONS);
  const { stage, functions, jwks, principal } = own;
  if (stage !== undefined && !/^[\w-]{1,128}$/.test(stage))
    throw refuse('--stage <name>', stage, 'is invalid: a name has letters, digits, `-` and `_`');
  return {
    ...readGateway(raw),
    preview: raw.preview ?? true,
    vars: parseVars(raw.var ?? []),
    port: readPort(own.port),
    ...(stage === undefined ? {} : { stage }),
    stageVariables: Object.fromEntries(
      (own.stageVar ?? []).map((pair) => readPair('--stage-var <name=value>', pair, /^\w+$/, 'name=value')),
    ),
    app: own.app ?? false,
    ...(functions === undefined ? {} : { functions }),
    endpoints: Object.fromEntries((own.endpoint ?? []).map(readEndpoint)),
    backends: Object.fromEntries(
      (own.backend ?? []).map((pair) => {
        const [from, to] = readPair('--backend <from=to>', pair, /./, 'from=to');
        return [from, readUrl('--backend <from=to>', pair, to)];
      }),
    ),
    aws: own.aws ?? false,
    apiKeys: own.apiKey ?? [],
    ...defined({ jwks, principal }),
    trustUnsigned: own.trustUnsigned ?? false,
    explain: own.explain ?? false,
    watch: raw.watch ?? false,
  };
}

function readPort(text: string | undefined): number {
  if (text === undefined) return DEFAULT_PORT;
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (port <= 65_535) return port;
  throw refuse('--port <number>', text, 'is invalid: a port is a whole number from 0 to 65535');
}

/** `http://127.0.0.1:5000`, or `dynamodb=http://127.0.0.1:8000`. */
function readEndpoint(text: string): readonly [service: string, url: string] {
  const option = '--endpoint <url>';
  if (/^https?:/i.test(text)) return ['*', readUrl(option, text, text)];
  const [service, url] = readPair(
    option,
    text,
    /^[a-z0-9.-]+$/,
    'http://HOST:PORT or SERVICE=http://HOST:PORT',
  );
  return [service, readUrl(option, text, url)];
}

function readPair(
  option: string,
  pair: string,
  name: RegExp,
  form: string,
): readonly [name: string, value: string] {
  // A URL before the sign may have one in its query; the last one separates.
  const at = option.startsWith('--backend') ? pair.lastIndexOf('=') : pair.indexOf('=');
  const key = pair.slice(0, Math.max(at, 0));
  if (key === '' || !name.test(key)) throw refuse(option, pair, `is invalid: write ${form}`);
  return [key, pair.slice(at + 1)];
}

function readUrl(option: string, given: string, url: string): string {
  if (/^https?:\/\/[^/]/i.test(url) && URL.canParse(url)) return url.replace(/\/$/, '');
  throw refuse(option, given, `is invalid: \`${url}\` is not a URL with http:// or https://`);
}

function refuse(option: string, value: string, reason: string): CannotRun {
  return new CannotRun(`error: option '${option}' argument '${value}' ${reason}`);
}
