/** The name of a header, or of a mapping to it. Without its value, `Vary` counts too. */
export function isCorsHeader(name: string, value?: unknown): boolean {
  return /(^|\.)access-control-/i.test(name) || (/(^|\.)vary$/i.test(name) && (value ?? VARY) === VARY);
}

const VARY = "'Origin'";
