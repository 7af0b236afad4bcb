// Prints a Markdown table: `apigen serve` with an application of 100 routes. Requests come from a process of its own, over
// 32 connections. Arguments: [requests of each kind] [requests over which memory is watched] [changes of the source]
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { Agent, createServer, request } from 'node:http';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const [requests = '20000', watched = '100000', changes = '3', starts = '5'] = process.argv.slice(2);
const CONNECTIONS = 32;

const parent = fileURLToPath(new URL('.applications', import.meta.url));
mkdirSync(parent, { recursive: true });
const folder = mkdtempSync(join(parent, 'serve-'));
const echo = createServer((incoming, outgoing) => {
  incoming.resume();
  incoming.on('end', () =>
    outgoing.setHeader('Content-Type', 'application/x-amz-json-1.0').end('{"Item":{}}'),
  );
}).listen(0, '127.0.0.1');

/** What a process says that answers requests. */
const LISTENS = / on (http:\/\/127\.0\.0\.1:\d+)/;

const KINDS = [
  ['mock', 'GET', '/health'],
  ['preflight', 'OPTIONS', '/things0/x'],
  ['mapped service', 'GET', '/things0/x'],
];

/** How the application is served. */
const SERVED = {
  imports: `
process.on('SIGUSR2', () => {
  globalThis.gc();
  console.error('heap ' + process.memoryUsage().heapUsed);
});
import 'reflect-metadata';
import { runApigen } from 'nestjs-aws-gateway/cli';
import { AwsDynamoDb, AwsGatewayModule, AwsMock, fromPath } from 'nestjs-aws-gateway';`,
  module: `imports: [AwsGatewayModule.forRoot({ credentials: 'arn:aws:iam::123456789012:role/gateway', cors: { allowOrigins: ['https://a.example'] } })],`,
  start: 'await runApigen(App);',
};

/** The same application without this library: it listens, and has the document that it would show. */
const PLAIN = {
  imports: `
import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
const AwsMock = () => () => {};
const AwsDynamoDb = AwsMock;
const fromPath = AwsMock;`,
  module: '',
  start: `
const app = await NestFactory.create(App, { logger: false });
SwaggerModule.createDocument(app, new DocumentBuilder().build());
await app.listen(0, '127.0.0.1');
console.error('listens on http://127.0.0.1:' + app.getHttpServer().address().port);`,
};

try {
  await once(echo, 'listening');
  const entry = join(folder, 'apigen.mjs');
  const plain = join(folder, 'plain.mjs');
  writeFileSync(entry, writeApplication(100, SERVED));
  writeFileSync(plain, writeApplication(100, PLAIN));
  console.log('| what | measured |\n| --- | ---: |');
  await measureStart(entry, plain);
  await measureSpeed(entry);
  await measureChanges(entry);
} finally {
  echo.close();
  rmSync(parent, { recursive: true, force: true });
}
process.exit();

/** In turns, because the machine is not always as fast. */
async function measureStart(entry, plain) {
  const served = [];
  const own = [];
  for (let turn = 0; turn < Number(starts); turn++) {
    served.push(await timeStart(entry));
    own.push(await timeStart(plain));
  }
  reportStarts('start, whole process, 101 routes', served);
  reportStarts("NestJS's own start, with the document of `@nestjs/swagger`", own);
}

function reportStarts(what, all) {
  const [time, cpu] = ['time', 'cpu'].map((member) => median(all.map((one) => one[member])));
  report(what, `${time} ms, ${cpu} ms of CPU`);
}

async function timeStart(entry) {
  const start = performance.now();
  const served = startServing(entry, []);
  await until(served, LISTENS);
  const measured = { time: performance.now() - start, cpu: readCpu(served.pid) / 1000 };
  await stop(served);
  return measured;
}

function median(times) {
  return times.toSorted((one, other) => one - other)[Math.floor(times.length / 2)].toFixed(0);
}

async function measureSpeed(entry) {
  const served = startServing(entry, []);
  const [url] = await until(served, LISTENS);
  for (const [name, method, path] of KINDS) {
    await send(url + path, method, 2000);
    const before = readCpu(served.pid);
    const seconds = await send(url + path, method, Number(requests));
    const cpu = (readCpu(served.pid) - before) / Number(requests);
    report(name, `${Math.round(Number(requests) / seconds)} requests/s, ${cpu.toFixed(0)} µs of CPU`);
  }
  const sizes = [];
  for (let round = 0; round <= 5; round++) {
    if (round > 0) for (const [, method, path] of KINDS) await send(url + path, method, Number(watched) / 15);
    served.kill('SIGUSR2');
    const [heap] = await until(served, /heap (\d+)/);
    sizes.push((Number(heap) / 2 ** 20).toFixed(1));
  }
  report(`heap over ${watched} more requests, each fifth`, `${sizes.join(', ')} MiB`);
  report('memory of the process afterwards', `${readMemory(served.pid)} MiB`);
  await stop(served);
}

/** The compiler of this application is a write: what is measured comes after it. */
async function measureChanges(entry) {
  const served = startServing(entry, ['--watch']);
  const [url] = await until(served, LISTENS);
  const times = [];
  for (let change = 1; change <= Number(changes); change++) {
    // As far apart as changes by hand are: the next process has loaded NestJS then.
    await setTimeout(3000);
    writeFileSync(entry, writeApplication(100, SERVED).replace("'ok'", `'change ${change}'`));
    const start = performance.now();
    for (let seen = ''; !seen.includes(`change ${change}`); await setTimeout(5))
      seen = await readText(`${url}/health`);
    times.push((performance.now() - start).toFixed(0));
  }
  report('--watch, from the last written file to the new answer', `${times.join(', ')} ms`);
  await stop(served);
}

function report(what, measured) {
  console.log(`| ${what} | ${measured} |`);
}

function startServing(entry, options) {
  const endpoint = `http://127.0.0.1:${echo.address().port}`;
  const command = ['--expose-gc', entry, 'serve', '--port', '0', '--endpoint', endpoint, ...options];
  return spawn(process.execPath, command, { stdio: ['ignore', 'ignore', 'pipe'] });
}

async function stop(served) {
  const ended = once(served, 'exit');
  served.kill('SIGINT');
  await ended;
}

function writeApplication(count, { imports, module, start }) {
  const routes = Array.from({ length: count }, (_, index) => index);
  return `${imports}
import { Controller, Get, Module } from '@nestjs/common';
import { ApiOkResponse, ApiProperty } from '@nestjs/swagger';
const decorate = (target, path, handler, integration) => {
  const descriptor = Object.getOwnPropertyDescriptor(target.prototype, handler);
  integration(target.prototype, handler, descriptor);
  Get(path)(target.prototype, handler, descriptor);
  ApiOkResponse({ type: Item })(target.prototype, handler, descriptor);
};
class Item {}
ApiProperty({ type: String })(Item.prototype, 'name');
class Health { check() {} }
decorate(Health, '/', 'check', AwsMock({ body: { status: 'ok' } }));
Controller('health')(Health);
const controllers = [${routes.join(',')}].map((index) => {
  const Things = { ['Things' + index]: class { get() {} } }['Things' + index];
  decorate(Things, ':name', 'get', AwsDynamoDb({ action: 'GetItem', table: 'things', key: { pk: fromPath('name') } }));
  Controller('things' + index)(Things);
  return Things;
});
class App {}
Module({ ${module} controllers: [Health, ...controllers] })(App);
${start}
`;
}

/** Resolves to the groups of words that the process writes. */
function until(served, words) {
  return new Promise((resolve, reject) => {
    let written = '';
    const read = (chunk) => {
      written += chunk;
      const found = words.exec(written);
      if (!found) return;
      served.stderr.off('data', read);
      served.off('exit', end);
      resolve(found.slice(1));
    };
    const end = () => reject(new Error(written));
    served.stderr.on('data', read);
    served.once('exit', end);
  });
}

async function send(url, method, count) {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const start = performance.now();
  let left = count;
  const work = async () => {
    while (left-- > 0) {
      const sent = request(url, { agent, method, headers: { Origin: 'https://a.example' } }).end();
      const [answer] = await once(sent, 'response');
      answer.resume();
      await once(answer, 'end');
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, work));
  agent.destroy();
  return (performance.now() - start) / 1000;
}

/** The text of an answer, over a connection of its own. */
async function readText(url) {
  const [answer] = await once(request(url, { agent: false }).end(), 'response');
  let text = '';
  for await (const chunk of answer) text += chunk;
  return text;
}

/** Microseconds; Linux counts in hundredths of a second. */
function readCpu(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10_000;
}

function readMemory(pid) {
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024);
}
