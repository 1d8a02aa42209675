import { expect, test } from 'vitest';
import { accountOf, type CodeAddress, codeAddress } from './address.ts';

test.each([
  'https://GitLab.example/Exemple/Outil',
  'http://gitlab.example/exemple/outil/',
  'https://gitlab.example/exemple/outil.git',
  'https://www.gitlab.example//exemple/outil.git/',
  'https://user:secret@gitlab.example/exemple/outil?tab=readme#top',
  'git@gitlab.example:exemple/outil.git',
  'ssh://git@gitlab.example/exemple/outil.git',
])('however it is written, it is one address: %s', (written) => {
  expect(codeAddress(written)?.alias).toBe('gitlab.example/exemple/outil');
});

test.each(['', 'outil', 'mailto:a@b.example', 'javascript:alert(1)', `https://a.example/${'x'.repeat(600)}`])(
  'what is no address is none: %s',
  (written) => {
    expect(codeAddress(written)).toBeUndefined();
  },
);

test('an account is the first step, and the words of forges before it are none', () => {
  for (const written of ['https://gitlab.example/groups/Exemple', 'https://gitlab.example/exemple/a/b'])
    expect(accountOf(codeAddress(written) as CodeAddress)).toBe('gitlab.example/exemple');
});
