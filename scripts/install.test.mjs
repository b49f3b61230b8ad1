// What scripts/install does on a Debian that lacks packages, with the system's programs played by scripts. scripts/test runs this first.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, test } from 'node:test';

const install = fileURLToPath(new URL('install', import.meta.url));
let bin;

beforeEach(async () => {
  bin = await mkdtemp(join(tmpdir(), 'heliograph-install-'));
  await program('dpkg', '');
  await program('dpkg-query', '[ "$4" != libpulse0 ] || exit 1; echo installed');
  await program('apt-get', 'echo "apt-get $*" >>"$0.log"');
  await program('javac', 'echo "javac 17.0.1"');
  await program('mvn', '');
  await program('uname', 'echo Darwin'); // no JDK's own library is looked for then
  await program('fc-list', 'echo a font');
});

afterEach(() => rm(bin, { recursive: true }));

/** Puts a program before the system's own. */
async function program(name, body) {
  await writeFile(join(bin, name), `#!/bin/sh\n${body}\n`);
  await chmod(join(bin, name), 0o755);
}

/** Runs it: without a terminal, or at one of its own. */
function run({ terminal = false, ...environment } = {}) {
  const env = { PATH: `${bin}:/usr/bin:/bin`, ...environment };
  // In a session of its own there is no terminal that could be opened.
  const [command, ...words] = terminal
    ? ['script', '-qefc', `${install} run </dev/null`, '/dev/null']
    : ['setsid', '-w', install, 'run'];
  const { status, stdout, stderr } = spawnSync(command, words, { env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  return { status, said: stdout + stderr, log: spawnSync('cat', [join(bin, 'apt-get.log')], { encoding: 'utf8' }).stdout };
}

test('root installs what is missing, and nothing else', async () => {
  await program('id', 'echo 0');
  const { status, log } = run();
  assert.equal(status, 0);
  assert.match(log, /install libpulse0\n$/);
});

test('who may use sudo without a password is not asked', async () => {
  await program('id', 'echo 1000');
  await program('sudo', '[ "$1" = -n ] || exit 9; shift; exec "$@"');
  const { status, log } = run();
  assert.equal(status, 0);
  assert.match(log, /install libpulse0\n$/);
});

test('who must give a password is asked at the terminal, though standard input is taken', async () => {
  await program('id', 'echo 1000');
  await program('sudo', 'case $1 in -n) exit 1 ;; -v) : </dev/tty ;; *) exec "$@" ;; esac');
  const { status, log, said } = run({ terminal: true });
  assert.equal(status, 0, said);
  assert.match(log, /install libpulse0\n$/);
});

test('who can ask nobody is told what to have installed', async () => {
  await program('id', 'echo 1000');
  await program('sudo', 'exit 1');
  for (const terminal of [false, true]) {
    const { status, said, log } = run({ terminal });
    assert.equal(status, 1);
    assert.match(said, /only root may install.*\n  apt-get install libpulse0/s);
    assert.equal(log, '');
  }
});

test('a JAVA_HOME that is too old is named', async () => {
  await program('id', 'echo 0');
  const { status, said } = run({ JAVA_HOME: '/nowhere' });
  assert.equal(status, 1);
  assert.match(said, /JAVA_HOME is \/nowhere/);
});

test('nothing is done where nothing is missing', async () => {
  await program('dpkg-query', 'echo installed');
  await program('id', 'echo 1000');
  assert.deepEqual(run(), { status: 0, said: '', log: '' });
});
