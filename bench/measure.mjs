// Exports one application in this process, with plain Nest or with the library, and prints what the process took.
import 'reflect-metadata';
import { join } from 'node:path';

const [root, variant, folder] = process.argv.slice(2);

if (variant === 'nest') {
  const { NestFactory } = await import('@nestjs/core');
  const { DocumentBuilder, SwaggerModule } = await import('@nestjs/swagger');
  const { AppModule } = await import(root);
  const app = await NestFactory.create(AppModule, { preview: true, logger: false });
  const config = new DocumentBuilder().setTitle('bench').setVersion('1.0.0').build();
  JSON.stringify(SwaggerModule.createDocument(app, config));
} else {
  // An apigen.ts imports the command before the application.
  const { preferShortRuns } = await import('../dist/esm/cli/process/prefer-short-runs.js');
  preferShortRuns();
  const { AppModule } = await import(root);
  // What `apigen` runs once nest-commander has parsed its arguments.
  const { exportDocuments } = await import('../dist/esm/cli/export/export-documents.js');
  const { readArguments } = await import('../dist/esm/cli/export/apigen-arguments.js');
  const given = readArguments({
    title: 'bench',
    version: '1.0.0',
    outPublic: join(folder, 'public.json'),
    outPrivate: join(folder, 'private.json'),
  });
  const silent = { paint: (_, text) => text, width: Infinity };
  const failed = await exportDocuments(AppModule, {}, given, {
    writeOut() {},
    writeErr() {},
    step() {},
    out: silent,
    err: silent,
  });
  if (failed) throw new Error('The library found faults in the generated application.');
}

const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
// Given in microseconds and KiB.
process.stdout.write(JSON.stringify({ cpu: (userCPUTime + systemCPUTime) / 1000, memory: maxRSS / 1024 }));
