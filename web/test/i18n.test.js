import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { BUNDLES, choose } from '../page/js/i18n.js';

const PAGE = new URL('../page/', import.meta.url);
const SOURCES = ['index.html', ...readdirSync(new URL('js/', PAGE)).filter((name) => name.endsWith('.js')).map((name) => `js/${name}`)]
  .map((name) => readFileSync(new URL(name, PAGE), 'utf8')).join('\n');

/** Keys are literals everywhere: 'group.name' in a script, data-text and data-label in the page. */
const KEY = /(?:'|data-(?:text|label)=")([a-z][A-Za-z]*(?:\.[a-z][A-Za-z]*)+)['"]/g;
const GROUPS = new Set(Object.keys(BUNDLES.en).map((key) => key.split('.')[0]));
const used = new Set([...SOURCES.matchAll(KEY)].map((match) => match[1]).filter((key) => GROUPS.has(key.split('.')[0])));

test('every language has the same keys', () => {
  for (const [language, bundle] of Object.entries(BUNDLES)) {
    assert.deepEqual(Object.keys(bundle).sort(), Object.keys(BUNDLES.en).sort(), language);
  }
});

test('every text has words, and the same values to fill in', () => {
  const braces = (text) => (text.match(/\{\w+\}/g) ?? []).sort();
  for (const [language, bundle] of Object.entries(BUNDLES)) {
    for (const [key, text] of Object.entries(bundle)) {
      assert.ok(text.trim() !== '', `${language} ${key}`);
      assert.deepEqual(braces(text), braces(BUNDLES.en[key]), `${language} ${key}`);
    }
  }
});

test('the sources use no key that is missing', () => {
  assert.ok(used.size > 40, `found only ${used.size} keys: the pattern no longer fits the sources`);
  assert.deepEqual([...used].filter((key) => !(key in BUNDLES.en)), []);
});

test('no key is left that the sources do not use', () => {
  assert.deepEqual(Object.keys(BUNDLES.en).filter((key) => !used.has(key)), []);
});

test('Chinese is Chinese: no text was left in English', () => {
  const untranslated = Object.entries(BUNDLES.zh).filter(([, text]) => !/[一-鿿]/u.test(text)).map(([key]) => key);
  assert.deepEqual(untranslated, []);
});

test('the first language that is known wins, and English is for all others', () => {
  assert.equal(choose(['zh-CN', 'en']), 'zh');
  assert.equal(choose(['en-GB', 'zh-TW']), 'en');
  assert.equal(choose(['fr', 'zh-Hans-CN', 'en']), 'zh');
  assert.equal(choose(['fr-CA']), 'en');
  assert.equal(choose([]), 'en');
});
