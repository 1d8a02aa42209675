import { generateKeyPairSync } from 'node:crypto';
import { dkimSign } from 'mailauth/lib/dkim/sign.js';
import { expect, test } from 'vitest';
import { authenticate } from './authentication.ts';
import { toWire } from './wire-bytes.ts';

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const key = publicKey.export({ type: 'spki', format: 'der' }).toString('base64');

/** The name servers of a domain that signs, says from where it sends, and asks to refuse what is neither. */
const RECORDS: Readonly<Record<string, string[][]>> = {
  'TXT office.example': [['v=spf1 ip4:192.0.2.1 -all']],
  'TXT key._domainkey.office.example': [[`v=DKIM1; k=rsa; p=${key}`]],
  'TXT _dmarc.office.example': [['v=DMARC1; p=reject']],
};

async function resolver(name: string, type: string) {
  const found = RECORDS[`${type} ${name}`];
  if (!found) throw Object.assign(new Error('no such name'), { code: 'ENOTFOUND' });
  return found;
}

const plain = Buffer.from('From: Ada <ada@office.example>\nTo: a@b.example\nSubject: Bonjour\n\nBonjour.\n');

async function signed(): Promise<Buffer> {
  const signature = {
    signingDomain: 'office.example',
    selector: 'key',
    privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  };
  // Its types know only the options of one signature, and it only a list of them.
  const { signatures } = await dkimSign(toWire(plain), { signatureData: [signature] } as never);
  return Buffer.concat([Buffer.from(signatures.replaceAll('\r\n', '\n')), plain]);
}

const verify = (raw: Buffer, { ip = '203.0.113.9', sender = 'ada@elsewhere.example' } = {}) =>
  authenticate(raw, {
    sender,
    ip,
    helo: 'mta.example',
    hostName: 'mx.lists.example',
    resolver: resolver as never,
  });

test('a message signed by the domain of its From is verified, from wherever it comes', async () => {
  const found = await verify(await signed());
  expect(found).toMatchObject({ isVerified: true, isRejected: false });
  expect(found.results).toMatch(/^mx\.lists\.example;.* dkim=pass .*dmarc=pass/);
});

test('one that comes from where its domain sends is verified, without a signature', async () => {
  const found = await verify(plain, { ip: '192.0.2.1', sender: 'ada@office.example' });
  expect(found).toMatchObject({ isVerified: true, isRejected: false });
  expect(found.results).toContain('spf=pass');
});

test('one whose text was changed is not, and is refused where its domain asks for it', async () => {
  const changed = Buffer.from((await signed()).toString().replace('Bonjour.\n', 'Au revoir.\n'));
  expect(await verify(changed)).toMatchObject({ isVerified: false, isRejected: true });
});

test('the envelope sender of another domain verifies nothing', async () => {
  const found = await verify(plain, { ip: '192.0.2.1', sender: 'ada@elsewhere.example' });
  expect(found.isVerified).toBe(false);
});

test('name servers that do not answer in time refuse nothing', async () => {
  const silent = () => new Promise<never>(() => {});
  const found = await authenticate(plain, {
    sender: 'ada@office.example',
    hostName: 'mx.lists.example',
    resolver: silent as never,
    timeoutMs: 50,
  });
  expect(found).toMatchObject({ isVerified: false, isRejected: false });
  expect(found.results).toContain('temperror');
});
