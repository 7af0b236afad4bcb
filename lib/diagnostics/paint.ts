/** How a part of a text for people stands out. */
export type Look = 'strong' | 'quiet' | 'error' | 'warning' | 'info';

/** Gives a part of a text its look, where the output has colours. */
export type Paint = (look: Look, text: string) => string;

/** For pipes, files and terminals without colours. */
export const plain: Paint = (_, text) => text;
