/** How long the application may keep a finished process open, in milliseconds. */
const GRACE = 2_000;

/** Resources of the process itself: its standard streams, and files, which close themselves. */
const OWN = /^(TTY|Pipe|FS|File|CloseReq|Immediate)/;

/**
 * Ends a finished process that the application keeps open, such as by a client or a timer that a module creates on load.
 * A process without open resources is not touched.
 */
export function endProcess(writeErr: (text: string) => void): void {
  const open = [...new Set(process.getActiveResourcesInfo())].filter((resource) => !OWN.test(resource));
  if (open.length === 0) return;
  // Does not keep the process open itself.
  setTimeout(() => {
    writeErr(`apigen: ended the process, because the application keeps it open (${open.join(', ')})\n`);
    process.exit();
  }, GRACE).unref();
}
