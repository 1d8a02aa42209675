import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createServer } from 'node:tls';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../test/support/folder.ts';
import { lookAtCertificate, lookAtClock } from './look-outside.ts';

const noon = Date.UTC(2026, 2, 1, 12);

test('a clock after the newest commit is well', () => {
  expect(lookAtClock(noon, noon - 1)).toEqual({ about: 'clock', found: '2026-03-01 12:00 UTC' });
});

test('a clock a little before the newest commit is well: two machines never agree', () => {
  expect(lookAtClock(noon, noon + 60_000).remedy).toBeUndefined();
});

test('a clock long before the newest commit is wrong, or that of who committed is', () => {
  expect(lookAtClock(noon, noon + 86_400_000)).toEqual({
    about: 'clock',
    found: '2026-03-01 12:00 UTC, before the newest commit (2026-03-02 12:00 UTC).',
    remedy: 'Set the clock of this machine, or of the one that committed.',
  });
});

test('an address without https is said to be one', async () => {
  expect((await lookAtCertificate('http://wiki.example')).found).toContain('is not an https address');
});

test('an address that cannot be reached from here is not called wrong', async () => {
  expect(await lookAtCertificate('https://wiki.invalid')).toEqual({
    about: 'certificate',
    found: expect.stringMatching(/^wiki\.invalid cannot be reached from here \(E\w+\), not looked at$/),
  });
});

test('a certificate that no authority signed is wrong', async () => {
  const folder = await temporaryFolder('certificate');
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  const made = ['-newkey', 'rsa:2048', '-nodes', '-keyout', key, '-out', cert, '-subj', '/CN=localhost'];
  execFileSync('openssl', ['req', '-x509', '-days', '2', ...made], { stdio: 'pipe' });
  const server = createServer({ key: readFileSync(key), cert: readFileSync(cert) });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  try {
    const { port } = server.address() as AddressInfo;
    expect(await lookAtCertificate(`https://localhost:${port}`)).toMatchObject({
      found: 'browsers refuse that of localhost: self-signed certificate.',
      remedy: expect.stringMatching(/^Install a certificate/),
    });
  } finally {
    server.close();
  }
});
