import { describe, expect, test } from 'vitest';
import { auditTrail } from '../../src/store/members.ts';
import { sshKeysOf } from '../../src/store/ssh-keys.ts';
import { contributing } from '../support/contributing.ts';
import { mailsOf } from '../support/held.ts';
import { grantIn, grantOf, signedIn } from '../support/members.ts';

const ADA = 'ada@example.org';
const BOB = 'bob@example.org';
const ACCOUNT = '/-/account';
const FINGERPRINT = /SHA256:[A-Za-z0-9+/]{43}/;

/** A public key of ed25519, told from others by its number. */
function publicKey(number: number, label = ''): string {
  const field = (bytes: Uint8Array) => Buffer.concat([Buffer.from([0, 0, 0, bytes.length]), bytes]);
  const blob = Buffer.concat([field(Buffer.from('ssh-ed25519')), field(Buffer.alloc(32, number))]);
  return `ssh-ed25519 ${blob.toString('base64')} ${label}`.trim();
}

async function memberOf(site: Awaited<ReturnType<typeof contributing>>, address: string) {
  await grantIn(site, address, 'committer');
  const member = await signedIn(site, address);
  const add = (key: string, label = '') => member.post(ACCOUNT, { do: 'add-ssh-key', key, label });
  return { ...member, add };
}

describe('a key of SSH', () => {
  test('is added under a name, shown with its fingerprint, told by mail, removed; the trail has both', async () => {
    await using site = await contributing();
    const ada = await memberOf(site, ADA);
    expect((await ada.add(publicKey(1, 'ada@portable'))).status).toBe(303);
    await ada.add(publicKey(2, 'ada@bureau'), 'Mon bureau');
    const page = (await ada.get(ACCOUNT)).text;
    expect(page).toContain('ada@portable');
    expect(page).toContain('Mon bureau');
    const [first, second] = await sshKeysOf(site.wiki.database.reader, ADA);
    expect(page).toContain(String(first?.fingerprint));
    const told = (await mailsOf(site.wiki.database)).filter(({ recipient }) => recipient === ADA);
    expect(told.some(({ text }) => FINGERPRINT.test(text) && text.includes('ada@portable'))).toBe(true);
    await ada.post(ACCOUNT, { do: 'remove-ssh-key', id: first?.fingerprint ?? '' });
    expect(await sshKeysOf(site.wiki.database.reader, ADA)).toEqual([second]);
    const trail = await auditTrail(site.wiki.database.reader, { person: ADA, limit: 3 });
    expect(trail.map(({ what, detail }) => `${what} ${detail}`)).toEqual([
      `key-removed ada@portable (${first?.fingerprint})`,
      `key Mon bureau (${second?.fingerprint})`,
      `key ada@portable (${first?.fingerprint})`,
    ]);
  });

  test.each([
    ['what is no key', 'bonjour', 'Ce n’est pas une clé publique SSH'],
    ['nothing', '', 'Ce n’est pas une clé publique SSH'],
    ['two keys', `${publicKey(1)}\n${publicKey(2)}`, 'Ce n’est pas une clé publique SSH'],
    ['a key with a command', `command="id" ${publicKey(1)}`, 'Ce n’est pas une clé publique SSH'],
    ['a private key', '-----BEGIN OPENSSH PRIVATE KEY-----\nc2VjcmV0', 'C’est une clé privée'],
    ['a weak one', 'ssh-dss AAAAB3NzaC1kc3MAAAAEcHBwcA==', 'trop faible'],
    ['one of a type that is none', 'constructor AAAAC2NvbnN0cnVjdG9y', 'Ce n’est pas une clé publique SSH'],
  ])('is not %s', async (_, key, said) => {
    await using site = await contributing();
    const ada = await memberOf(site, ADA);
    const refused = await ada.add(key, 'Portable');
    expect(refused.status).toBe(400);
    expect(refused.text).toContain(said);
    expect(refused.text).toContain('value="Portable"');
    expect(refused.text).not.toContain('c2VjcmV0');
    expect(await sshKeysOf(site.wiki.database.reader, ADA)).toEqual([]);
  });

  test('is of one member, once, and no more than twenty are theirs', async () => {
    await using site = await contributing();
    const [ada, bob] = [await memberOf(site, ADA), await memberOf(site, BOB)];
    await ada.add(publicKey(1));
    expect((await ada.add(publicKey(1))).text).toContain('déjà ajouté');
    expect((await bob.add(publicKey(1))).text).toContain('celle d’un autre membre');
    const [key] = await sshKeysOf(site.wiki.database.reader, ADA);
    await bob.post(ACCOUNT, { do: 'remove-ssh-key', id: key?.fingerprint ?? '' });
    expect(await sshKeysOf(site.wiki.database.reader, ADA)).toHaveLength(1);
    for (let number = 2; number <= 20; number++) await ada.add(publicKey(number));
    expect((await ada.add(publicKey(21))).text).toContain('Vous avez 20 clés');
  });

  test('is of who has a role, and goes with it', async () => {
    await using site = await contributing();
    const nobody = await signedIn(site, BOB);
    expect((await nobody.get(ACCOUNT)).text).not.toContain('add-ssh-key');
    await nobody.post(ACCOUNT, { do: 'add-ssh-key', key: publicKey(1) });
    expect(await sshKeysOf(site.wiki.database.reader, BOB)).toEqual([]);
    const ada = await memberOf(site, ADA);
    await ada.add(publicKey(1));
    await grantIn(site, 'root@example.org', 'administrator');
    const root = await signedIn(site, 'root@example.org');
    await root.post('/-/members', { do: 'revoke', id: await grantOf(site, ADA) });
    expect(await sshKeysOf(site.wiki.database.reader, ADA)).toEqual([]);
  });

  test('is not added by a form of another site', async () => {
    await using site = await contributing();
    const ada = await memberOf(site, ADA);
    const crossSite = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' };
    const reply = await ada.post(ACCOUNT, { do: 'add-ssh-key', key: publicKey(1) }, crossSite);
    expect(reply.status).toBe(403);
    expect(await sshKeysOf(site.wiki.database.reader, ADA)).toEqual([]);
  });
});
