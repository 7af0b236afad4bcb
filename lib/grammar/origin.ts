import {
  formatDeployValue,
  mapDeployText,
  parseDeployValue,
  type DeployValue,
} from '../values/deploy-value.js';

/**
 * An origin as a browser sends it: scheme, host and port, or `*`, `null`, or `*.` before a host for all its
 * subdomains.
 *
 * @see https://fetch.spec.whatwg.org/#origin-header
 */
export const ORIGIN = /^(\*|null|[a-z][a-z0-9+.-]*:\/\/((\*\.)?[a-z0-9._-]+|\[[\da-f:.]+\])(:\w+)?)$/i;

/** The origins of a text with commas. */
export function splitOrigins(text: string): readonly string[] {
  return text
    .split(',')
    .map((origin) => origin.trim())
    .filter((origin) => origin !== '');
}

const DEFAULT_PORT = /^(https:\/\/.*):443$|^(http:\/\/.*):80$/;

/** In the form in which a browser sends it: letters in lower case, without a default port. */
export function normalizeOrigin(origin: string): DeployValue {
  const lower = mapDeployText(parseDeployValue(origin), (text) => text.toLowerCase());
  const written = formatDeployValue(lower);
  const match = DEFAULT_PORT.exec(written);
  return match ? parseDeployValue(match[1] ?? match[2]!) : lower;
}

/** Whether text is one origin, in the form in which a browser sends it or another: a path belongs to no origin. */
export function isSingleOrigin(origin: string): boolean {
  return ORIGIN.test(origin) && !origin.includes('*');
}

export function isSentOrigin(origin: string): boolean {
  return isSingleOrigin(origin) && formatDeployValue(normalizeOrigin(origin)) === origin;
}

export interface OriginWildcard {
  readonly scheme: string;
  /** What follows the `*`: a dot, the host and the port. */
  readonly suffix: DeployValue;
}

/** The parts of an origin that stands for all subdomains of a host. Absent: it stands for itself. */
export function readOriginWildcard(origin: DeployValue): OriginWildcard | undefined {
  const [first, ...others] = origin['@deploy'];
  const match = typeof first === 'string' ? /^([a-z][a-z0-9+.-]*):\/\/\*(\..*)$/.exec(first) : null;
  return match ? { scheme: match[1]!, suffix: { '@deploy': [match[2]!, ...others] } } : undefined;
}
