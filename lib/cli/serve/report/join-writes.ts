/** Writes texts in their order, those of one turn of the event loop at once. */
export interface JoinedWrites {
  write(text: string): void;
  /** Writes what is left. */
  flush(): Promise<void>;
}

/** A write takes as long as a good part of a request. */
export function joinWrites(writeOut: (text: string) => void | Promise<void>): JoinedWrites {
  let waiting = '';
  const flush = async (): Promise<void> => {
    const text = waiting;
    waiting = '';
    if (text !== '') await writeOut(text);
  };
  return {
    write(text) {
      if (waiting === '') setImmediate(() => void flush());
      waiting += text;
    },
    flush,
  };
}
