import type { Risk } from '../../diff/change-kinds.js';

/** What each risk means, for those who read a change for the first time. */
export const RISK_TEXTS: Readonly<Record<Risk, { readonly title: string; readonly meaning: string }>> = {
  security: { title: 'Security', meaning: 'Somebody can call, read or see more than before.' },
  outage: { title: 'Outage', meaning: 'Calls that work now may fail, or the deployment itself may fail.' },
  behaviour: { title: 'Behaviour', meaning: 'Callers or backends get something else than before.' },
  cost: { title: 'Cost', meaning: 'AWS may bill more, or a limit is near.' },
  cosmetic: { title: 'Cosmetic', meaning: 'Neither callers nor backends notice.' },
};
