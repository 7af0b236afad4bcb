import { DIALECTS } from '../../options/kong-shapes.js';
import { GATEWAYS } from '../../options/module-shapes.js';
import { RISKS } from '../../diff/change-kinds.js';

/** Formats of diagnostics. */
const DIAGNOSTICS = ['text', 'json', 'github'] as const;

/** What `--list` prints, beside tables and JSON. */
const PAGES = ['html', 'markdown'] as const;

/** The values of the options that have no others, by command and by the name that commander gives to the option. */
export const CHOICES = {
  apigen: {
    gateway: GATEWAYS,
    dialect: DIALECTS,
    format: [...DIAGNOSTICS, ...PAGES],
    template: ['terraform', 'cloudformation', 'deck', 'none'],
  },
  explain: { format: ['text', 'json'] },
  diff: { format: ['text', 'json', 'markdown', 'github'], failOn: RISKS },
  check: { format: DIAGNOSTICS },
  verify: { format: DIAGNOSTICS },
  completion: { shell: ['bash', 'zsh', 'fish'] },
} as const;
