/** Why the local gateway returns 501 where API Gateway would go on. */
export class NotServed extends Error {
  constructor(
    reason: string,
    /** What a reader wants to see beside the reason, such as the request that AWS would get: JSON only. */
    readonly data: Readonly<Record<string, unknown>> = {},
  ) {
    super(reason);
  }
}
