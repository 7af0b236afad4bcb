import { readExecForm, type Dockerfile, type Instruction, type Stage } from './read-dockerfile.js';

/** What reviewers of Dockerfiles ask for, as hadolint does; the rest is what a tool that writes files needs. */
export function checkDockerfile({ stages }: Dockerfile): readonly string[] {
  const last = stages.at(-1)!;
  return [
    ...stages.flatMap((stage) => [
      ...checkBase(stage, stages),
      ...stage.instructions.flatMap(checkInstruction),
    ]),
    ...checkOrder(stages[0]!),
    ...checkEnd(last),
    ...(stages.length > 1 ? [] : ['one stage: what builds the application stays in the image']),
  ];
}

function checkBase({ base, name }: Stage, stages: readonly Stage[]): readonly string[] {
  const isStage = stages.some((stage) => stage.name === base);
  const problems = name ? [] : [`the stage of ${base} has no name`];
  if (!isStage && !/[:@]/.test(base)) problems.push(`${base} has no tag (DL3006)`);
  if (base.endsWith(':latest')) problems.push(`${base} changes without notice (DL3007)`);
  return problems;
}

function checkInstruction({ name, text, line }: Instruction): readonly string[] {
  const problems: string[] = [];
  const report = (problem: string): unknown => problems.push(`line ${line}: ${problem}`);
  if (name === 'WORKDIR' && !text.startsWith('/')) report('the folder is relative (DL3000)');
  if (name === 'ADD') report('COPY copies files (DL3020)');
  if (name === 'MAINTAINER') report('MAINTAINER is deprecated (DL4000)');
  if ((name === 'CMD' || name === 'ENTRYPOINT') && !readExecForm(text)) report('write it as JSON (DL3025)');
  if (name === 'RUN') {
    if (/\bsudo\b/.test(text)) report('no sudo (DL3004)');
    if (text.startsWith('cd ')) report('WORKDIR changes the folder (DL3003)');
    if (/\bapt-get install\b/.test(text) && !/rm -rf \/var\/lib\/apt\/lists/.test(text))
      report('lists stay (DL3009)');
    if (/\bnpm install -g [\w-]+($| )/.test(text)) report('no version (DL3016)');
    if (/\bnpm (i|install)\b/.test(text)) report('npm ci follows the lock file');
  }
  if (/(TOKEN|SECRET|PASSWORD)\w*=/.test(text)) report('a secret stays in the image');
  return problems;
}

/** Packages are installed before the sources are copied. */
function checkOrder({ instructions }: Stage): readonly string[] {
  const install = instructions.findIndex(({ name, text }) => name === 'RUN' && text.startsWith('npm ci'));
  const all = instructions.findIndex(({ name, text }) => name === 'COPY' && text.startsWith('. '));
  return install >= 0 && install < all ? [] : ['every change of the sources installs the packages again'];
}

function checkEnd({ instructions }: Stage): readonly string[] {
  const of = (name: string): readonly Instruction[] => instructions.filter((one) => one.name === name);
  const user = of('USER').at(-1)?.text;
  return [
    ...(user === undefined || /^(root|0)(:|$)/.test(user) ? ['the image runs as root (DL3002)'] : []),
    ...(of('ENTRYPOINT').length === 1 ? [] : ['one ENTRYPOINT is needed (DL4004)']),
    ...(of('CMD').length <= 1 ? [] : ['one CMD counts (DL4003)']),
  ];
}
