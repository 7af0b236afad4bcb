/** How long something of the application may keep a finished process open; milliseconds. */
const GRACE = 2_000;

/** What belongs to the process itself: its standard streams, and files, which end by themselves. */
const OWN = /^(TTY|Pipe|FS|File|CloseReq|Immediate)/;

/**
 * Ends a finished process that the application keeps open: a client that connects, or a timer that starts, where a
 * module is loaded would do so for ever. A process in which nothing is left open is not touched.
 */
export function endProcess(writeErr: (text: string) => void): void {
  const open = [...new Set(process.getActiveResourcesInfo())].filter((resource) => !OWN.test(resource));
  if (open.length === 0) return;
  // Does not keep the process open itself.
  setTimeout(() => {
    writeErr(`apigen: the application left something open (${open.join(', ')}); the process is ended\n`);
    process.exit();
  }, GRACE).unref();
}
