// What target/bom.json, which an online build of the whole makes, must say. scripts/test runs this after the build.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import test from 'node:test';

const bom = JSON.parse(await readFile(new URL('../target/bom.json', import.meta.url)));
const names = bom.components.map(component => component.name);

test('it names what is shipped', () => {
  assert.equal(bom.bomFormat, 'CycloneDX');
  for (const name of ['web', 'signaling', 'broadcaster', 'jetty-server', 'java-jwt', 'gson', 'relay', 'bcprov-jdk18on', 'bctls-jdk18on', 'webrtc-java', 'jna', 'flatlaf', 'picocli']) {
    assert.ok(names.includes(name), name);
  }
});

test('it names nothing that only tests', () => {
  for (const name of ['rig', 'e2e', 'bench', 'playwright', 'junit-jupiter', 'jazzer-junit', 'assertj-core']) {
    assert.ok(!names.includes(name), name);
  }
});

test('each has a version, an address and a licence', () => {
  for (const component of bom.components) {
    assert.match(component.purl, /^pkg:maven\/.+@.+/);
    assert.ok(component.group === 'heliograph' || component.licenses?.length, component.name);
  }
});
