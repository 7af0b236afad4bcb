/** The output that is not a file. */
export const STDOUT = '-';
