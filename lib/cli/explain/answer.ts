/** A possible response. */
export interface Answer {
  /** `*`: any status of the function, the service or the backend. */
  readonly status: string;
  readonly from: 'integration' | 'API Gateway' | 'Kong';
  readonly when: string;
}
