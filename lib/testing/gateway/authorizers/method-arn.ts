import type { GatewayCall } from '../local-gateway-ports.js';

/** What an ARN needs beside the request. */
export interface ArnSettings {
  /** @default 'us-east-1' */
  readonly region?: string;
  /** @default 'aws' */
  readonly partition?: string;
}

/** The ARN of the request, which policies are about: `arn:aws:execute-api:REGION:ACCOUNT:API/STAGE/METHOD/path`. */
export function methodArn(
  { route, view, rawPath }: GatewayCall,
  { region = 'us-east-1', partition = 'aws' }: ArnSettings,
): string {
  const { accountId, apiId, stage } = view.context as Readonly<Record<string, string>>;
  const path = rawPath.replace(/^\/+/, '');
  return `arn:${partition}:execute-api:${region}:${accountId}:${apiId}/${stage}/${route.method}/${path}`;
}
