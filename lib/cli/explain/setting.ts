import type { Origin } from '../../model/routes/route.js';

/** One setting of a route, named as its option is. */
export interface Setting extends Source {
  readonly name: string;
  /** `null`: no value. */
  readonly value: string | number | boolean | readonly string[] | null;
}

/** Where a setting comes from. */
export interface Source {
  readonly origin: Origin | { readonly level: 'swagger' };
  /** The origin in words. */
  readonly from: string;
}

/** A setting that nothing declares, and the reason for its value. */
export function byDefault(reason: string): Source {
  return { origin: { level: 'default' }, from: `default: ${reason}` };
}

/**
 * @param option of the module, which applies without a decorator
 * @param reason of the default, without a decorator and an option
 */
export function fromOrigin(origin: Origin, option: string, controller: string, reason: string): Source {
  const { level, decorator, base } = origin;
  switch (level) {
    case 'handler':
      return { origin, from: `@${decorator} on the handler` };
    case 'class':
      return {
        origin,
        from: `@${decorator} on the ${base === undefined ? `class ${controller}` : `base class ${base}`}`,
      };
    case 'module':
      return { origin, from: `forRoot({ ${option} })` };
    case 'application':
      return { origin, from: `app.${decorator} of the application` };
    case 'default':
      return byDefault(reason);
  }
}
