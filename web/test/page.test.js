import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const PAGE = new URL('../page/', import.meta.url);
const read = (name) => readFileSync(new URL(name, PAGE), 'utf8');
const html = read('index.html');
const files = readdirSync(PAGE, { recursive: true }).map(String).filter((name) => /\.\w+$/.test(name));
const scripts = files.filter((name) => name.endsWith('.js'));

test('nothing in the page needs more than the strictest content security policy', () => {
  assert.doesNotMatch(html, /<style|\sstyle=|\son\w+=|javascript:/i);
  for (const [, attributes, body] of html.matchAll(/<script([^>]*)>([^<]*)</g)) {
    assert.match(attributes, /src=/);
    assert.equal(body.trim(), '');
  }
  for (const name of scripts) assert.doesNotMatch(read(name), /\beval\(|new Function|innerHTML|outerHTML|insertAdjacentHTML|document\.write/, name);
});

test('nothing is loaded from elsewhere', () => {
  for (const name of files) {
    const addresses = read(name).match(/(?:https?:)?\/\/[a-z0-9-]+\.[a-z0-9.-]+[^\s"')]*/gi) ?? [];
    assert.deepEqual(addresses.filter((address) => address !== 'http://www.w3.org/2000/svg'), [], name);
  }
});

test('everything that is named is there, by a relative path', () => {
  for (const [, target] of html.matchAll(/<(?:link|script|img)[^>]* (?:src|href)="([^"]+)"/g)) {
    assert.doesNotMatch(target, /^\//);
    assert.ok(existsSync(new URL(target, PAGE)), target);
  }
  for (const name of scripts) {
    for (const [, target] of read(name).matchAll(/(?:from|import\() ?'([^']+)'/g)) {
      assert.match(target, /^\.\.?\//, name);
      assert.ok(existsSync(new URL(target, new URL(name, PAGE))), `${name}: ${target}`);
    }
  }
  for (const name of files.filter((file) => file.endsWith('.css'))) {
    for (const [, target] of read(name).matchAll(/url\("([^"]+)"\)/g)) assert.ok(existsSync(new URL(target, new URL(name, PAGE))), target);
  }
});

test('every module loads, and what it imports is exported there', async () => {
  // The one that wires the page and the one that is no module need a page; the others touch the document only when they are used.
  const alone = ['js/main.js', 'js/reload.js'];
  for (const name of scripts.filter((script) => !alone.includes(script))) await import(new URL(name, PAGE));
  for (const name of alone) execFileSync(process.execPath, ['--check', fileURLToPath(new URL(name, PAGE))]);
});

test('every element that a script asks for by its id is in the page', () => {
  const ids = new Set([...html.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]));
  for (const name of scripts) {
    for (const [, id] of read(name).matchAll(/(?:getElementById|find|button|show)\('([a-z-]+)'/g)) assert.ok(ids.has(id), `${name}: ${id}`);
  }
});

test('every icon that a script shows is in the page', () => {
  const icons = new Set([...html.matchAll(/<symbol id="icon-([^"]+)"/g)].map((match) => match[1]));
  const shown = [...read('js/controls.js').matchAll(/show\('[a-z-]+', ([^,]+),/g)].flatMap(([, icon]) => [...icon.matchAll(/'([a-z-]+)'/g)].map((match) => match[1]));
  assert.ok(shown.length >= 6, 'the pattern no longer fits the source');
  assert.deepEqual(shown.filter((icon) => !icons.has(icon)), []);
  for (const [, icon] of html.matchAll(/href="#icon-([^"]+)"/g)) assert.ok(icons.has(icon), icon);
});

test('password managers can work with the sign-in card', () => {
  assert.match(html, /<form id="sign-in"/);
  assert.match(html, /<input id="username" name="username"[^>]*autocomplete="username"/s);
  assert.match(html, /<input id="password" name="password"[^>]*type="password"[^>]*autocomplete="current-password"/s);
});

test('there is one video element, and it plays inline', () => {
  assert.deepEqual(html.match(/<video[^>]*>/g)?.length, 1);
  assert.match(html, /<video id="video" playsinline/);
});

test('nothing is animated for as long as a picture stands still: each frame would be composed anew', () => {
  const rules = [...read('player.css').replace(/\/\*.*?\*\//gs, '').matchAll(/([^{};]+)\{([^{}]*)/g)].map(([, selector, body]) => ({ selector, body }));
  const endless = rules.filter(({ body }) => /animation:[^;]*infinite/.test(body));
  assert.ok(endless.length > 0, 'the pattern no longer fits the source');
  for (const { selector } of endless) assert.match(selector, /:not\(\[data-picture="moving"\], \[data-picture="still"\]\)/);
  for (const { selector, body } of rules.filter((rule) => /#video/.test(rule.selector))) assert.doesNotMatch(body, /transition|animation|filter/, selector);
  assert.match(read('player.css'), /@keyframes appear \{ from \{ clip-path: inset\(100%\); \} \}/);
});

test('the token stays out of localStorage and out of addresses', () => {
  const storing = scripts.filter((name) => read(name).includes('localStorage'));
  assert.deepEqual(storing, ['js/player.js'], 'the volume alone is kept there');
  for (const name of scripts) assert.doesNotMatch(read(name), /[?&]token=/, name);
});
