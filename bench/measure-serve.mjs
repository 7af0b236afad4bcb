// Prints a Markdown table: `apigen serve` with an application of 100 routes. Requests come from a process of its own, over
// 32 connections. Arguments: [requests]
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { Agent, createServer, request } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const [requests = '20000'] = process.argv.slice(2);
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

try {
  await once(echo, 'listening');
  writeFileSync(join(folder, 'apigen.mjs'), writeApplication(100));
  const start = performance.now();
  const endpoint = `http://127.0.0.1:${echo.address().port}`;
  const served = spawn(
    process.execPath,
    [join(folder, 'apigen.mjs'), 'serve', '--port', '0', '--endpoint', endpoint],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const url = await untilServed(served);
  const started = performance.now() - start;
  console.log('| what | measured |\n| --- | ---: |');
  console.log(`| start, whole process, 101 routes | ${started.toFixed(0)} ms |`);
  for (const [name, method, path] of [
    ['mock', 'GET', '/health'],
    ['preflight', 'OPTIONS', '/things0/x'],
    ['mapped service', 'GET', '/things0/x'],
  ]) {
    await send(url + path, method, 2000);
    const before = readCpu(served.pid);
    const seconds = await send(url + path, method, Number(requests));
    const cpu = (readCpu(served.pid) - before) / Number(requests);
    console.log(
      `| ${name} | ${Math.round(Number(requests) / seconds)} requests/s, ${cpu.toFixed(0)} µs of CPU |`,
    );
    console.log(`| memory afterwards | ${readMemory(served.pid)} MiB |`);
  }
  served.kill('SIGINT');
  await once(served, 'exit');
} finally {
  echo.close();
  rmSync(parent, { recursive: true, force: true });
}
process.exit();

function writeApplication(count) {
  const routes = Array.from({ length: count }, (_, index) => index);
  return `
import 'reflect-metadata';
import { runApigen } from 'nestjs-aws-gateway/cli';
import { Controller, Get, Module } from '@nestjs/common';
import { ApiOkResponse, ApiProperty } from '@nestjs/swagger';
import { AwsDynamoDb, AwsGatewayModule, AwsMock, fromPath } from 'nestjs-aws-gateway';
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
Module({
  imports: [AwsGatewayModule.forRoot({ credentials: 'arn:aws:iam::123456789012:role/gateway', cors: { allowOrigins: ['https://a.example'] } })],
  controllers: [Health, ...controllers],
})(App);
await runApigen(App);
`;
}

async function untilServed(served) {
  let words = '';
  for await (const chunk of served.stderr) {
    words += chunk;
    const [, url] = / on (http:\/\/127\.0\.0\.1:\d+)/.exec(words) ?? [];
    if (url) {
      served.stderr.resume();
      return url;
    }
  }
  throw new Error(words);
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

/** Microseconds; Linux counts in hundredths of a second. */
function readCpu(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10_000;
}

function readMemory(pid) {
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024);
}
