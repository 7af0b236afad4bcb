import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AbstractHttpAdapter } from '@nestjs/core';
import { CannotRun } from '../process/cannot-run.js';
import { createLazyExpress, type ExpressModule } from './lazy-express.js';

const EXPRESS = '@nestjs/platform-express';
const FASTIFY = '@nestjs/platform-fastify';

/**
 * The adapter of an application that names none. Absent: NestJS loads Express. Without Express it would end the process.
 *
 * @param bases files beside which the packages of the application are found
 * @param preview whether the application is never started
 * @throws CannotRun if no adapter is installed
 */
export async function findAdapter(
  bases: readonly string[],
  preview: boolean,
): Promise<AbstractHttpAdapter | undefined> {
  const express = findPackage(EXPRESS, bases);
  if (express !== undefined)
    return preview ? createLazyExpress(() => createRequire(express)(express) as ExpressModule) : undefined;
  const file = findPackage(FASTIFY, bases);
  if (file === undefined) {
    throw new CannotRun(
      `NestJS has no HTTP adapter here: install \`${EXPRESS}\` or \`${FASTIFY}\`, or set \`adapter\` in \`runApigen\``,
    );
  }
  const loaded = (await import(pathToFileURL(file).href)) as FastifyModule & {
    readonly default?: FastifyModule;
  };
  const Adapter = loaded.FastifyAdapter ?? loaded.default?.FastifyAdapter;
  return Adapter && new Adapter();
}

interface FastifyModule {
  readonly FastifyAdapter?: new () => AbstractHttpAdapter;
}

/** Loads the adapter that NestJS would load for an application that names none. */
export async function loadAdapter(bases: readonly string[]): Promise<void> {
  const file = findPackage(EXPRESS, bases);
  if (file === undefined) await findAdapter(bases, false);
  else await import(pathToFileURL(file).href);
}

/** The entry file of the process, and the folder that it runs in. */
export function listBases(): readonly string[] {
  return [process.argv[1], join(process.cwd(), 'package.json')].filter((base) => base !== undefined);
}

/** The file that a package, or a file of it, resolves to for the application. */
export function findPackage(name: string, bases: readonly string[]): string | undefined {
  for (const base of bases) {
    try {
      return createRequire(base).resolve(name);
    } catch {
      // Another base may have it.
    }
  }
  return undefined;
}
