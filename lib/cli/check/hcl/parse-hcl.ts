import { createRequire } from 'node:module';
import { CannotRun } from '../../process/cannot-run.js';
import { listBases } from '../../application/find-adapter.js';
import type { Body, Expression, HclPlace } from './expression.js';
import { findSyntaxFault } from './find-syntax-fault.js';
import { readBody } from './read-body.js';
import { createExpressionReader } from './read-expression.js';

/** Reads texts of HCL. */
export interface HclParser {
  /** @throws CannotRun for text that is not HCL */
  parseFile(text: string, file: string): Body;
  /** Reads the text of a string as Terraform reads it: `${…}` is an expression. All of it is at one place. */
  parseString(text: string, at: HclPlace): Expression;
}

const PACKAGES = ['web-tree-sitter', '@tree-sitter-grammars/tree-sitter-hcl'] as const;
const GRAMMAR = '@tree-sitter-grammars/tree-sitter-hcl/tree-sitter-hcl.wasm';

/**
 * Loads the parser, which only this command needs: its packages are optional peers.
 *
 * @throws CannotRun if a package is not installed
 */
export async function loadHclParser(): Promise<HclParser> {
  const { Parser, Language } = await loadTreeSitter();
  await Parser.init();
  const parser = new Parser();
  parser.setLanguage(await Language.load(findGrammar()));

  const parse = (text: string, file: string, placeAt?: HclPlace): Body => {
    const tree = parser.parse(text);
    if (!tree) throw new CannotRun(`${file}: the file cannot be read as HCL`);
    try {
      const fault = findSyntaxFault(tree.rootNode, text);
      if (fault) {
        const { line, column } = placeAt ?? fault;
        throw new CannotRun(`${file}:${line}:${column}: this is not HCL: ${fault.words}`);
      }
      const reader = createExpressionReader(
        text,
        ({ startPosition: { row, column } }) => placeAt ?? { file, line: row + 1, column: column + 1 },
      );
      const body = tree.rootNode.namedChildren.find(({ type }) => type === 'body');
      return readBody(body, reader);
    } finally {
      tree.delete();
    }
  };

  return {
    parseFile: (text, file) => parse(text, file),
    parseString: (text, at) => {
      if (!/[$%]\{/.test(text)) return { kind: 'literal', value: text, at };
      const whole = /^\$\{([^{}]*)\}$/s.exec(text)?.[1];
      const written = whole === undefined ? `<<${END}\n${text}\n${END}\n` : `${whole}\n`;
      return parse(`x = ${written}`, at.file, at).attributes.get('x')!.value;
    },
  };
}

/** A word that no text of a configuration has in a line of its own. */
const END = 'APIGEN_END_OF_STRING';

async function loadTreeSitter() {
  try {
    return await import('web-tree-sitter');
  } catch (error) {
    throw refuse(error);
  }
}

function findGrammar(): string {
  for (const base of listBases()) {
    try {
      return createRequire(base).resolve(GRAMMAR);
    } catch {
      // Another base may have it.
    }
  }
  throw refuse(undefined);
}

function refuse(error: unknown): unknown {
  const { code, message = '' } = (error ?? {}) as Partial<NodeJS.ErrnoException>;
  if (error !== undefined && !(code?.endsWith('MODULE_NOT_FOUND') && message.includes(PACKAGES[0]))) {
    return error;
  }
  return new CannotRun(
    `'apigen check' needs two packages that read Terraform configuration, and they are not installed: npm install --save-dev ${PACKAGES.join(' ')}`,
  );
}
