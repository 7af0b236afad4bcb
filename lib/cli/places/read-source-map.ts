import { readFileSync } from 'node:fs';
import { findSourceMap, SourceMap } from 'node:module';
import { dirname, resolve } from 'node:path';

type Payload = SourceMap['payload'] & { readonly sections?: unknown };

export interface MappedSource {
  readonly map: SourceMap;
  /** The directory that the names of sources are relative to. */
  readonly folder: string;
}

const LINK = /^\/[/*][#@] sourceMappingURL=(\S+?)(?:\s*\*\/)?\s*$/gm;

/** The source map of a file: that which Node loaded, else that which the file names, inline or beside it. */
export function readSourceMap(file: string): MappedSource | undefined {
  const loaded = findSourceMap(file);
  if (loaded) return { map: loaded, folder: dirname(file) };
  try {
    const link = [...readFileSync(file, 'utf8').matchAll(LINK)].at(-1)?.[1];
    if (link === undefined) return undefined;
    const inline = /^data:[^,]*?(;base64)?,(.*)$/s.exec(link);
    const path = inline ? file : resolve(dirname(file), decodeURIComponent(link));
    const text = inline
      ? Buffer.from(inline[2]!, inline[1] ? 'base64' : 'utf8').toString()
      : readFileSync(path, 'utf8');
    const map = new SourceMap(JSON.parse(inline && !inline[1] ? decodeURIComponent(text) : text) as Payload);
    return { map, folder: dirname(path) };
  } catch {
    // Without a map, the place is that in the file itself.
    return undefined;
  }
}
