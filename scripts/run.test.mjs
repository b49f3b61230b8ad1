// When scripts/run makes the archive of the studio's classes, with a JVM that is played by a script. scripts/test runs this first.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmod, copyFile, mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, test } from 'node:test';

let root;
let target;
let environment;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'heliograph-run-'));
  target = join(root, 'broadcaster', 'target');
  for (const module of ['web', 'signaling', 'relay', 'broadcaster']) {
    await mkdir(join(root, module), { recursive: true });
    await writeFile(join(root, module, 'pom.xml'), '');
  }
  for (const folder of [target, join(root, 'scripts'), join(root, 'web', 'page'), join(root, 'jdk', 'bin')]) await mkdir(folder, { recursive: true });
  await writeFile(join(root, 'pom.xml'), '');
  await copyFile(fileURLToPath(new URL('run', import.meta.url)), join(root, 'scripts', 'run'));
  await program(join(root, 'scripts', 'install'), '');
  await writeFile(join(target, 'broadcaster-1.jar'), '');
  await writeFile(join(target, '.built'), '');
  await jvm('17.0.1', 'echo archive >"$new"');
  environment = { PATH: process.env.PATH, JAVA_HOME: join(root, 'jdk') };
});

afterEach(() => rm(root, { recursive: true }));

async function program(file, body) {
  await writeFile(file, `#!/bin/sh\n${body}\n`);
  await chmod(file, 0o755);
}

/** One of this version, whose rehearsal does this. */
function jvm(version, rehearsal) {
  return program(join(root, 'jdk', 'bin', 'java'), `
case "$*" in
  -version) echo 'openjdk version "${version}" 2021-10-19' >&2 ;;
  *Rehearsal) for word; do case $word in -XX:ArchiveClassesAtExit=*) new=\${word#*=} ;; esac; done; echo rehearsed >>"${root}/log"; ${rehearsal} ;;
  *) echo started ;;
esac`);
}

function run(...words) {
  const { status, stdout, stderr } = spawnSync(join(root, 'scripts', 'run'), words, { env: environment, encoding: 'utf8' });
  return { status, stdout, stderr };
}

const STARTED = { status: 0, stdout: 'started\n', stderr: '' };
const rehearsals = async () => (await readFile(join(root, 'log'), 'utf8').catch(() => '')).split('\n').length - 1;
const archives = async () => (await readdir(target)).filter((name) => name.startsWith('studio.jsa')).sort();

test('the archive is made before the first start, and once', async () => {
  assert.deepEqual(run(), STARTED);
  assert.deepEqual(run('--headless'), STARTED);
  assert.equal(await rehearsals(), 1);
  assert.deepEqual(await archives(), ['studio.jsa', 'studio.jsa.jvm']);
  assert.equal(await readFile(join(target, 'studio.jsa'), 'utf8'), 'archive\n');
});

test('it is made again when it was deleted, and for another JVM', async () => {
  run();
  await rm(join(target, 'studio.jsa'));
  run();
  assert.equal(await rehearsals(), 2);
  await jvm('21.0.1', 'echo another >"$new"');
  assert.deepEqual(run(), STARTED);
  assert.equal(await rehearsals(), 3);
  assert.equal(await readFile(join(target, 'studio.jsa'), 'utf8'), 'another\n');
});

test('what starts no studio makes no archive', async () => {
  for (const words of [['accounts', 'list'], ['invitations', 'list'], ['broadcasters', 'list'], ['--help'], ['--version']]) {
    assert.deepEqual(run(...words), STARTED);
  }
  assert.equal(await rehearsals(), 0);
});

test('a rehearsal that fails is told once, leaves no archive, and is not tried again before another JVM', async () => {
  await jvm('17.0.1', 'echo half >"$new"; exit 134');
  const first = run();
  assert.equal(first.status, 0);
  assert.match(first.stderr, /^Without the archive of the studio's classes; see .*rehearsal\.log\n$/);
  assert.deepEqual(run(), STARTED);
  assert.equal(await rehearsals(), 1);
  assert.deepEqual(await archives(), ['studio.jsa.jvm']);
  await jvm('17.0.2', 'echo archive >"$new"');
  assert.deepEqual(run(), STARTED);
  assert.deepEqual(await archives(), ['studio.jsa', 'studio.jsa.jvm']);
});

for (const signal of ['SIGINT', 'SIGTERM']) {
  test(`${signal} during it ends all and leaves nothing half`, async () => {
    await jvm('17.0.1', 'echo half >"$new"; echo "$$"; exec sleep 60');
    // Its output tells when the rehearsal is on, and whose it is.
    const child = spawn(join(root, 'scripts', 'run'), { env: environment, stdio: 'ignore' });
    let pid;
    while (!pid) {
      pid = Number(await readFile(join(target, 'rehearsal.log'), 'utf8').catch(() => ''));
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    child.kill(signal);
    const [status] = await once(child, 'exit');
    assert.equal(status, 130);
    assert.throws(() => process.kill(pid, 0));
    assert.deepEqual(await archives(), []);
  });
}
