import { joinDeployValue, type DeployPart, type DeployValue } from '../values/deploy-value.js';

export interface UrlParts {
  readonly secure: boolean;
  readonly host: DeployValue;
  /** With the slash in front of it. */
  readonly path: DeployValue;
}

/** The parts of a URL. Absent when it starts with a placeholder, which may hold any of them. */
export function splitUrl({ '@deploy': parts }: DeployValue): UrlParts | undefined {
  const [first, ...others] = parts;
  const scheme = typeof first === 'string' ? /^https?:\/\//i.exec(first)?.[0] : undefined;
  if (typeof first !== 'string' || scheme === undefined) return undefined;
  const host: DeployPart[] = [];
  const rest: DeployPart[] = [first.slice(scheme.length), ...others];
  for (const [index, part] of rest.entries()) {
    const slash = typeof part === 'string' ? part.indexOf('/') : -1;
    if (typeof part !== 'string' || slash < 0) {
      host.push(part);
      continue;
    }
    return {
      secure: scheme.length === 'https://'.length,
      host: join([...host, part.slice(0, slash)]),
      path: join([part.slice(slash), ...rest.slice(index + 1)]),
    };
  }
  return { secure: scheme.length === 'https://'.length, host: join(host), path: join(['/']) };
}

function join(parts: readonly DeployPart[]): DeployValue {
  return joinDeployValue(...parts.map((part) => ({ '@deploy': [part] })));
}
