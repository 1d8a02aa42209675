import { describe, expect, test } from 'vitest';
import { amOf, toldBy } from '../../../test/support/git-am.ts';
import * as clients from '../../../test/support/mail-clients.ts';
import { type Proposing, proposing } from '../../../test/support/proposing.ts';
import { proposalNumbered } from '../../store/proposals.ts';
import { revisionById } from '../../store/revisions.ts';
import { readTrial } from '../trial.ts';

const FILES = {
  'index.md': '# Accueil\n\nBienvenue à tous.\n\n* un\n\t* deux\n\n> L’été, « ici ».\n\nFin.\n',
  'guides/été.md': 'un\ndeux\ntrois\n',
};

const LONG =
  'Une phrase assez longue, où l’œil se perd, pour qu’un logiciel de courrier la coupe en deux lignes.';

/** Everything a page has: long lines, quotes, tabs, accents, an empty line in the context, one that ends the file. */
const CHANGE = {
  'index.md': `# Accueil\n\nBienvenue à toutes et à tous. ${LONG} ${LONG}\n\n* un\n\t* deux\n\t* trois\n\n> L’été, « ici ».\n\nFin, ${LONG}\n`,
  'guides/été.md': 'un\ndeux et demi\ntrois\nFrom ici\n',
  'notes.md': `# Notes\n\n* À voir.\n\n${LONG}\n`,
};

/** A proposal of one change, sent with a mail program, after which the wiki may have moved. */
async function tried(
  change: Readonly<Record<string, string>>,
  client: clients.MailClient,
  moved: Readonly<Record<string, string>> = {},
) {
  const place = await proposing(FILES);
  const clone = await place.clone();
  await clone.commit('Réécrire l’accueil\n\nParce qu’il le fallait :\n - une raison', change);
  const [mail] = (await clone.mails()) as [Buffer];
  if (Object.keys(moved).length > 0) await place.wiki.commit('Autre chose', moved);
  await place.receive(client(mail));
  return { place, mail, revision: await look(place) };
}

async function look({ database }: Proposing) {
  const proposal = await proposalNumbered(database.reader, 1);
  const revision = proposal && (await revisionById(database.reader, proposal.revision));
  if (!revision) throw new Error('There is no proposal.');
  return revision;
}

async function expectPristine({ place, mail, revision }: Awaited<ReturnType<typeof tried>>) {
  expect(revision).toMatchObject({ verdict: 'applies' });
  const { folder, head } = await amOf(place.wiki.path, await place.wiki.head(), [mail]);
  expect(await toldBy(await place.worker.workshop(), revision.tip as string)).toBe(
    await toldBy(folder, head),
  );
}

describe('a patch becomes the commit that `git am` makes of it as git wrote it, though it was sent', () => {
  test.each([
    ['by git', (mail: Buffer) => mail],
    ['by Thunderbird, flowed', clients.flowed],
    ['by Outlook, in text', clients.outlookText],
    ['by Outlook, with a page', clients.outlook],
    ['with a page of the same lines', clients.withHtml],
    ['by Apple Mail', clients.appleMail],
    ['by Gmail, its lines broken', clients.gmail],
    ['as an attached file', clients.attachedAs('application/octet-stream', 'attachment')],
    ['as an attached patch', clients.attachedAs('text/x-patch', 'attachment')],
    ['as a diff shown in the message', clients.attachedAs('text/x-diff', 'inline')],
    ['in Windows-1252', clients.windows1252],
    ['in a charset that nobody knows', clients.labelled('x-unknown')],
    ['in a charset that it is not in', clients.labelled('us-ascii')],
    ['by a list that adds a footer', clients.withFooter],
  ] as const)('%s', async (_, client) => {
    await expectPristine(await tried(CHANGE, client));
  });

  test('by Gmail, where only its last line was broken', async () => {
    await expectPristine(await tried({ 'notes.md': `# Notes\n\n${LONG}\n` }, clients.gmail));
  });

  test('by Outlook, on a wiki that moved', async () => {
    const moved = { 'guides/été.md': 'zéro\nun\ndeux\ntrois\n' };
    await expectPristine(
      await tried({ 'guides/été.md': 'un\ndeux\ntrois\nquatre\n' }, clients.outlook, moved),
    );
  });
});

const TABS = clients.replacing(/\t/g, '    ');

describe('a patch is told to be damaged, and is not applied, where', () => {
  test.each([
    ['tabs are spaces in what it is made from', CHANGE, TABS],
    ['tabs are spaces in what it adds', { 'neuf.md': '* un\n\t* deux\n' }, TABS],
    ['spaces do not break', CHANGE, clients.replacing(/^ /gm, '\u00a0')],
    [
      'spaces do not break in what it adds',
      { 'neuf.md': '  en retrait\n' },
      clients.replacing(/ {2}/g, ' \u00a0'),
    ],
    ['quotes are made curly', { 'neuf.md': "L'été\n" }, clients.replacing(/'/g, '’')],
    ['spaces at ends of lines are gone', { 'neuf.md': 'Un  \ndeux\n' }, clients.flowed],
    ['a line has lost its end', { 'neuf.md': 'Un\n' }, clients.replacing(/^\+Un$/m, '+U')],
    ['lines ended by CR LF are ended by LF', { 'neuf.md': 'un\r\ndeux\r\n' }, clients.outlookText],
  ] as const)('%s', async (_, change, client) => {
    const { revision } = await tried(change, client);
    expect(revision).toMatchObject({ verdict: 'invalid', tip: null });
    expect(readTrial(revision)).toMatchObject({ patch: 1, invalid: 'corrupt' });
  });

  test('a line has lost its end, and the wiki moved', async () => {
    const change = { 'guides/été.md': `un\ndeux\ntrois\n${LONG}\n` };
    const { revision } = await tried(change, clients.gmail, { 'guides/été.md': 'zéro\nun\ndeux\ntrois\n' });
    expect(revision).toMatchObject({ verdict: 'invalid', tip: null });
  });
});

test('a patch whose tabs are spaces conflicts where it does not say what it is made from', async () => {
  const withoutIds = clients.replacing(/^index .*\n/gm, '');
  const { revision } = await tried(CHANGE, (mail) => TABS(withoutIds(mail)));
  expect(revision).toMatchObject({ verdict: 'conflict', tip: null });
});
