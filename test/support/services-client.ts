import { REGION } from './services-gateway.js';

/** How a client of the AWS SDK reaches moto. */
export interface MotoClientOptions {
  readonly endpoint: string;
  readonly region: string;
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
  readonly maxAttempts: number;
}

export function clientOptions(moto: string): MotoClientOptions {
  return {
    endpoint: moto,
    region: REGION,
    credentials: { accessKeyId: 'AKIATEST', secretAccessKey: 'test' },
    maxAttempts: 1,
  };
}
