export const STYLE = `
:root { color-scheme: light dark; font: 14px/1.45 system-ui, sans-serif; }
body { margin: 0; display: grid; grid-template-columns: minmax(18rem, 34%) 1fr; height: 100vh; }
header { grid-column: 1 / -1; padding: .5rem 1rem; border-bottom: 1px solid #8885; }
h1 { font-size: 1rem; margin: 0; }
nav, main { overflow: auto; }
nav { border-right: 1px solid #8885; }
ol { list-style: none; margin: 0; padding: 0; }
nav button { all: unset; box-sizing: border-box; width: 100%; padding: .4rem 1rem; cursor: pointer; display: block; border-bottom: 1px solid #8883; }
nav button:focus-visible { outline: 2px solid #36c; outline-offset: -2px; }
nav button[aria-current='true'] { background: #36c2; }
nav small { display: block; opacity: .75; }
.status { float: right; font-weight: 600; }
.s4, .s5 { color: #c33; }
main { padding: 0 1rem 2rem; }
main h2 { font-size: 1.05rem; overflow-wrap: anywhere; }
main h3 { font-size: .95rem; margin: 1rem 0 .1rem; }
pre { margin: .2rem 0 .6rem; padding: .5rem .7rem; background: #8881; overflow: auto; white-space: pre-wrap; overflow-wrap: anywhere; }
summary { cursor: pointer; }
.copy button { margin-right: .5rem; }
`;

export const SCRIPT = `
'use strict';
const list = document.getElementById('list');
const detail = document.getElementById('detail');
let requests = [];
let chosen;
let shown;

function element(name, text, parent, className) {
  const made = document.createElement(name);
  if (text !== undefined) made.textContent = text;
  if (className) made.className = className;
  if (parent) parent.append(made);
  return made;
}

function text(value) {
  if (typeof value !== 'string') return JSON.stringify(value, null, 2);
  try {
    return JSON.stringify(JSON.parse(value), null, 2);
  } catch {
    return value;
  }
}

function isEmpty(value) {
  return value === '' || value === null || (typeof value === 'object' && Object.keys(value).length === 0);
}

function showList() {
  list.replaceChildren();
  for (const one of requests) {
    const button = element('button', undefined, element('li', undefined, list));
    button.setAttribute('aria-current', String(one.id === chosen));
    element('span', String(one.status), button, 'status s' + String(one.status)[0]);
    element('span', one.method + ' ' + one.target, button);
    element('small', one.handler + ' · ' + one.integration + ' · ' + one.milliseconds + ' ms', button);
    button.addEventListener('click', () => choose(one.id));
  }
}

function showDetail() {
  const one = requests.find(({ id }) => id === chosen);
  if (!one || shown === chosen) return;
  shown = chosen;
  detail.replaceChildren();
  element('h2', one.method + ' ' + one.target, detail);
  element('p', one.status + ' in ' + one.milliseconds + ' ms, at ' + new Date(one.time).toLocaleTimeString(), detail);
  const bar = element('p', undefined, detail, 'copy');
  copy('Copy as curl', one.curl, bar);
  if (one.test) copy('Copy as test', one.test, bar);
  for (const step of one.steps) {
    element('h3', step.step, detail);
    element('div', step.outcome, detail);
    for (const [name, value] of Object.entries(step.data || {})) {
      if (isEmpty(value)) continue;
      const box = element('details', undefined, detail);
      box.open = String(text(value)).length < 600;
      element('summary', name, box);
      element('pre', text(value), box);
    }
  }
  element('h3', 'answer', detail);
  element('pre', one.answer.headers.map(([name, value]) => name + ': ' + value).join('\\n') + '\\n\\n' + text(one.answer.body), detail);
}

function copy(label, value, parent) {
  const button = element('button', label, parent);
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(value);
    button.textContent = 'Copied';
    setTimeout(() => (button.textContent = label), 1500);
  });
}

function choose(id) {
  chosen = id;
  showList();
  showDetail();
}

async function load() {
  if (document.hidden) return;
  try {
    const fresh = await (await fetch('/_gateway/requests')).json();
    if (fresh.length === requests.length && fresh[0]?.id === requests[0]?.id) return;
    requests = fresh;
    chosen ??= requests[0]?.id;
    showList();
    showDetail();
    document.getElementById('state').textContent = '';
  } catch {
    document.getElementById('state').textContent = ' (not running)';
  }
}

setInterval(load, 1000);
load();
`;

/** One file: nothing else is loaded. Every text of a request is written as text, never as markup. */
export const PAGE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>apigen serve</title>
<link rel="icon" href="data:,">
<style>${STYLE}</style>
</head>
<body>
<header><h1>apigen serve<span id="state"></span></h1></header>
<nav aria-label="Requests"><ol id="list"></ol></nav>
<main id="detail" tabindex="-1"><p>No request yet. Send one to this port, and it stands here with every step.</p></main>
<script>${SCRIPT}</script>
</body>
</html>
`;
