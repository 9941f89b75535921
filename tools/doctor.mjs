/**
 * `npm run doctor`. Before `npm ci` there is nothing but Node: it says whether that will do, which tool chains are there and
 * which of the usual ports are free. With the packages it goes on as doctor.ts, which knows about engines and settings.
 * Ends with code 1 only when something cannot work. No dependencies, and nothing that an old Node does not know.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const { engines } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const packages = ['tsx', 'zod', '@temporalio/client', 'mongoose'];

if (packages.every((name) => existsSync(join(root, 'node_modules', ...name.split('/'), 'package.json')))) {
  const args = ['--import', 'tsx', join(root, 'tools', 'doctor.ts'), ...process.argv.slice(2)];
  process.exit(spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' }).status ?? 1);
}

const line = (mark, what, detail) => console.log(`${mark} ${what.padEnd(34)} ${detail}`);

/** Whether nothing listens on a port of this machine. */
const isFree = (port) =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });

const [, wanted] = /(\d+(?:\.\d+)*)/.exec(engines.node);
const parts = (version) => version.split('.').map(Number);
const [major, minor] = parts(process.versions.node);
const [oldestMajor, oldestMinor] = parts(wanted);
const newEnough = major > oldestMajor || (major === oldestMajor && minor >= oldestMinor);
line(newEnough ? 'ok  ' : 'BAD ', 'Node', process.versions.node);
if (!newEnough) console.log(`       - Install Node ${wanted} or later: https://nodejs.org`);

for (const name of ['go', 'cargo', 'cc', 'cmake', 'java', 'mvn', 'python3']) {
  const found = (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find(existsSync);
  line(
    found ? 'ok  ' : 'note',
    name,
    found ?? 'not on PATH; only needed where an engine has to be built with it',
  );
}

for (const port of [3000, 7233, 8233, 27017, 4010, 2525]) {
  const free = await isFree(port);
  line(
    free ? 'ok  ' : 'note',
    `Port ${port}`,
    free ? 'free' : 'taken; a setting moves what needs it, see README',
  );
}

line('note', 'Packages', 'not installed yet');
console.log(
  newEnough
    ? `\nSo far everything can work. Run \`npm ci\`; \`npm run doctor\` then also says where each engine comes from, and \`npm start\` brings everything up.`
    : '\nRetorno cannot run on this Node: see what is marked BAD above.',
);
process.exitCode = newEnough ? 0 : 1;
