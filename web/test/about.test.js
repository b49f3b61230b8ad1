import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { About } from '../page/js/about.js';

let doc;
let about;

beforeEach(() => {
  const elements = Object.fromEntries(['about', 'about-title', 'about-viewers'].map((id) => [id, { textContent: '', hidden: true }]));
  doc = { title: 'Heliograph', elements, getElementById: (id) => elements[id] };
  about = new About(doc);
});

const shown = () => [doc.elements.about.hidden, doc.elements['about-title'].textContent, doc.elements['about-viewers'].textContent, doc.title];

test('a title and a number are shown, and the page is called by the title', () => {
  about.show({ title: 'Evening class', viewers: 12 });
  assert.deepEqual(shown(), [false, 'Evening class', '12 watching', 'Evening class – Heliograph']);
});

test('either is shown alone', () => {
  about.show({ title: 'Evening class' });
  assert.deepEqual(shown(), [false, 'Evening class', '', 'Evening class – Heliograph']);
  about.show({ viewers: 1 });
  assert.deepEqual(shown(), [false, '', '1 watching', 'Heliograph']);
});

test('what is said no longer is gone', () => {
  about.show({ title: 'Evening class', viewers: 0 });
  about.show({});
  assert.deepEqual(shown(), [true, '', '', 'Heliograph']);
});
