/** The name of an output that is not a file. */
export const STDOUT = '-';
