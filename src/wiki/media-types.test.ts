import { expect, test } from 'vitest';
import { mediaType } from './media-types.ts';

test('a file has the media type of its name, whatever its case', () => {
  expect(mediaType('docs/x.PDF')).toBe('application/pdf');
  expect(mediaType('liste.csv')).toBe('text/csv; charset=utf-8');
  expect(mediaType('a.tar.gz')).toBe('application/gzip');
});

test('what a browser would run is text or bytes', () => {
  for (const name of [
    'x.html',
    'x.htm',
    'x.xhtml',
    'x.js',
    'x.mjs',
    'x.xml',
    'x.xsl',
    'x.swf',
    'x.constructor',
  ]) {
    expect(mediaType(name)).toMatch(/^(?:text\/plain; charset=utf-8|application\/octet-stream)$/);
  }
});

test('a name without extension is text', () => {
  expect(mediaType('docs/LICENSE')).toBe('text/plain; charset=utf-8');
  expect(mediaType('.gitignore')).toBe('text/plain; charset=utf-8');
});
