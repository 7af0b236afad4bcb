// Writes the report into one comment of the pull request: a later run changes it, and adds no second one.
import { readFileSync } from 'node:fs';

/** GitHub takes comments of so many characters. */
const LIMIT = 65_000;

const {
  APIGEN_REPORT: report,
  APIGEN_COMMENT: name,
  APIGEN_PULL_REQUEST: number,
  APIGEN_TOKEN: token,
  GITHUB_API_URL: api = 'https://api.github.com',
  GITHUB_REPOSITORY: repository,
  GITHUB_RUN_ID: run,
  GITHUB_SERVER_URL: server = 'https://github.com',
} = process.env;

/** Invisible; a repository may have several APIs, each with a comment of its own. */
const marker = `<!-- apigen diff: ${name.replace(/--+|[<>]/g, '-')} -->`;

async function call(method, path, body) {
  const response = await fetch(`${api}/repos/${repository}${path}`, {
    method,
    headers: {
      accept: 'application/vnd.github+json',
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'user-agent': 'apigen',
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${response.statusText}`);
  return response.json();
}

async function findComment() {
  for (let page = 1; ; page += 1) {
    const comments = await call('GET', `/issues/${number}/comments?per_page=100&page=${page}`);
    const found = comments.find(({ body }) => body?.startsWith(marker));
    if (found || comments.length < 100) return found;
  }
}

function readBody() {
  const text = readFileSync(report, 'utf8');
  if (text.length <= LIMIT) return `${marker}\n${text}`;
  const cut = text.slice(0, text.lastIndexOf('\n', LIMIT));
  // Before the list, whose end may be in a folded part.
  return `${marker}\nThe list is too long for a comment: see the [summary of the run](${server}/${repository}/actions/runs/${run}).\n\n${cut}\n`;
}

try {
  const body = readBody();
  const known = await findComment();
  const isEmpty = /^### .*: no changes since /m.test(body);
  if (known) {
    if (known.body !== body) await call('PATCH', `/issues/comments/${known.id}`, { body });
  } else if (!isEmpty) {
    await call('POST', `/issues/${number}/comments`, { body });
  }
} catch (error) {
  // A pull request of a fork has a token that may only read: the summary of the run has the report.
  process.stdout.write(`::warning title=apigen diff::the comment was not written: ${error.message}\n`);
}
