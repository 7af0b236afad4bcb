import { posix } from 'node:path';
import { addModule, hasModule } from './add-module.js';
import { addPackageEntries } from './add-package-entries.js';
import { decorateHandlers } from './decorate-handlers.js';
import { formatOutcome } from './format-outcome.js';
import { loadTypeScript, type TypeScript } from './load-typescript.js';
import type { ApplicationKind, NestAddOptions } from './nest-add-options.js';
import { byHand, joinOutcomes, NOTHING, type Outcome } from './outcome.js';
import { readMain, type MainFile } from './read-main.js';
import { readRootModule, type RootModule } from './read-root-module.js';
import { readWorkspace, type Workspace } from './read-workspace.js';
import { shareConfiguration } from './share-configuration.js';
import type { SchematicContext, Tree } from './tree.js';
import { writeApigen } from './write-apigen.js';

const BY_HAND = 'node_modules/nestjs-aws-gateway/docs/existing-application.md';

/** The schematic that `nest add nestjs-aws-gateway` runs. */
export function nestAdd(options: NestAddOptions): (tree: Tree, context: SchematicContext) => Tree {
  return (tree, context) => {
    const ts = loadTypeScript(process.cwd());
    const workspace = readWorkspace(tree, options);
    const main = findMain(ts, tree, workspace);
    const kind = options.kind ?? 'monolith';
    const before = tree.readText('package.json');
    const outcome = setUp(ts, tree, main, workspace, kind);
    const mustInstall = tree.readText('package.json') !== before;
    if (mustInstall && options.skipInstall !== true) {
      context.addTask({
        toConfiguration: () => ({
          name: 'node-package',
          options: { command: 'install', quiet: true, hideOutput: true },
        }),
      });
    }
    const next = {
      kind,
      manager: readManager(tree),
      isInstalled: !mustInstall || options.skipInstall !== true,
    };
    for (const line of formatOutcome(outcome, workspace, next)) context.logger.info(line);
    return tree;
  };
}

function findMain(ts: TypeScript, tree: Tree, { mainFile }: Workspace): MainFile {
  if (!tree.exists(mainFile)) {
    throw new Error(
      `nestjs-aws-gateway: ${mainFile} does not exist. Name the application of a monorepo with \`--project\`.`,
    );
  }
  const main = readMain(ts, mainFile, tree.readText(mainFile));
  if (main) return main;
  throw new Error(
    `nestjs-aws-gateway: ${mainFile} does not call \`NestFactory.create\`. Set the application up by hand: ${BY_HAND}`,
  );
}

function setUp(
  ts: TypeScript,
  tree: Tree,
  main: MainFile,
  workspace: Workspace,
  kind: ApplicationKind,
): Outcome {
  const root = readRootModule(ts, tree, main);
  const folder = posix.dirname(main.path);
  const apigenFile = `${folder}/apigen.ts`;
  const entryFile = posix.join(posix.relative(workspace.sourceRoot, folder), 'apigen');
  const packages = addPackageEntries(tree, workspace, entryFile);
  if (!root) {
    return joinOutcomes([
      packages,
      byHand(
        `${main.path} makes its root module in place: write ${apigenFile}, and add \`AwsGatewayModule\`: see ${BY_HAND}`,
      ),
    ]);
  }
  const configureFrom = `./configure${/\.[jt]s$/.exec(root.from)?.[0] ?? ''}`;
  const isNew = !hasModule(ts, tree, workspace.sourceRoot);
  const shared = shareConfiguration(ts, tree, main, { path: `${folder}/configure.ts`, from: configureFrom });
  return joinOutcomes([
    isNew ? addRoot(ts, tree, root, kind) : NOTHING,
    isNew && kind === 'functions' ? decorateHandlers(ts, tree, workspace.sourceRoot) : NOTHING,
    writeApigen(ts, tree, main, root, { path: apigenFile, shared: shared.shared, configureFrom }),
    shared,
    packages,
  ]);
}

function addRoot(ts: TypeScript, tree: Tree, root: RootModule, kind: ApplicationKind): Outcome {
  const { path, name, from } = root;
  return path === undefined
    ? byHand(`add \`AwsGatewayModule.forRoot()\` to the imports of \`${name}\` in \`${from}\``)
    : addModule(ts, tree, { ...root, path }, kind);
}

function readManager(tree: Tree): string {
  if (tree.exists('pnpm-lock.yaml')) return 'pnpm';
  return tree.exists('yarn.lock') ? 'yarn' : 'npm';
}
