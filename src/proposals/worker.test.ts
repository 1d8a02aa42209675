import { describe, expect, test } from 'vitest';
import { git } from '../../test/support/git.ts';
import { type Proposing, proposing } from '../../test/support/proposing.ts';
import { tokenHash } from '../mail/tokens.ts';
import { eraseProposalMessage, messagesOfRevision } from '../store/proposal-messages.ts';
import { proposalToken } from '../store/proposal-tokens.ts';
import { proposalNumbered } from '../store/proposals.ts';
import { revisionById, revisionsOf } from '../store/revisions.ts';
import { type Deciding, decideWith, decisionIn } from './decide.ts';
import { withTrailers } from './trailers.ts';
import { readTrial } from './trial.ts';

const LINES = Array.from({ length: 30 }, (_, at) => `Ligne ${at}.\n`).join('');
const FILES = {
  'long.md': LINES,
  'index.md': '# Accueil\n\nBienvenue.\n',
  'faq.md': '# Questions\n\nUn.\nDeux.\nTrois.\n',
};

async function look({ database }: Proposing, number = 1) {
  const proposal = await proposalNumbered(database.reader, number);
  const revision = proposal && (await revisionById(database.reader, proposal.revision));
  if (!proposal || !revision) throw new Error(`There is no proposal ${number}.`);
  const messages = await messagesOfRevision(database.reader, revision.id);
  return { proposal, revision, trial: readTrial(revision), places: messages.map(({ place }) => place) };
}

/** A token of the notices to those who keep the list, that nobody has used. */
async function token(place: Proposing): Promise<string> {
  const notices = (await place.sent()).filter(({ to }) => to === 'mona@office.example');
  const tokens = notices.map(({ text }) => /\/decide\/([a-z2-7]+)/.exec(text)?.[1] ?? '');
  for (const one of tokens) if (await proposalToken(place.database.reader, tokenHash(one))) return one;
  return '';
}

async function decide(
  place: Proposing,
  kind: 'apply' | 'approve' | 'revise' | 'reject',
  because = '',
): Promise<Deciding> {
  const given = await token(place);
  const done = await place.database.write((writer) =>
    decideWith(writer, given, { kind, because }, place.deciders),
  );
  await place.worker.settled();
  return done;
}

/** Has a proposal applied as who reads the newest notice of it. */
async function decideOn(place: Proposing, number: number): Promise<Deciding> {
  const notices = (await place.sent()).filter(({ text }) => text.includes(`/-/proposals/${number}/decide/`));
  for (const { text } of notices) {
    const given = /\/decide\/([a-z2-7]+)/.exec(text)?.[1] ?? '';
    if (!(await proposalToken(place.database.reader, tokenHash(given)))) continue;
    const tip = (await look(place, number)).revision.tip;
    const done = await place.database.write((writer) =>
      decideWith(writer, given, { kind: 'apply', because: '', seen: tip }, place.deciders),
    );
    await place.worker.settled();
    return done;
  }
  return 'late';
}

/** A wiki to which one patch came. */
async function withOne() {
  const place = await proposing(FILES);
  const clone = await place.clone();
  await clone.commit('Corriger l’accueil\n\nParce que.', { 'index.md': '# Accueil\n\nBienvenue à tous.\n' });
  const mails = await clone.mails();
  await place.receive(...mails);
  return { place, clone, mails };
}

describe('a patch that comes', () => {
  test('is a proposal, tried on the wiki, of which those who keep the list and its sender are told once', async () => {
    const { place } = await withOne();
    const { proposal, revision, trial } = await look(place);
    expect(proposal).toMatchObject({
      number: 1,
      title: 'Corriger l’accueil',
      state: 'proposed',
      from_address: 'ada@example.org',
    });
    expect(revision).toMatchObject({ verdict: 'applies', base: await place.wiki.head(), told: 1 });
    expect(trial.paths).toEqual(['index.md']);
    await place.worker.settled();
    expect((await place.sent()).map(({ to }) => to).sort()).toEqual([
      'ada@example.org',
      'mona@office.example',
    ]);
  });

  test('that does not apply gets an answer with why, and how to mend it', async () => {
    const place = await proposing(FILES);
    const clone = await place.clone();
    await clone.commit('Corriger', { 'faq.md': '# Questions\n\nUn.\nDeux et demi.\nTrois.\n' });
    const mails = await clone.mails();
    await place.wiki.commit('Other', { 'faq.md': '# Questions\n\nUn.\n2.\nTrois.\n' });
    await place.receive(...mails);
    const { revision, trial } = await look(place);
    expect(revision.verdict).toBe('conflict');
    expect(trial.conflicts).toMatchObject([
      { path: 'faq.md', hunks: [{ ours: ['2.'], theirs: ['Deux et demi.'] }] },
    ]);
    const answer = (await place.sent()).find(({ to }) => to === 'ada@example.org');
    expect(answer?.text).toContain('git rebase');
  });

  test.each([
    ['git-file', '.gitattributes'],
    ['git-file', '.github/workflows/x.yml'],
  ])('is refused (%s) when it changes %s', async (reason, path) => {
    const place = await proposing(FILES);
    const clone = await place.clone();
    await clone.commit('Hostile', { [path]: '* -text\n' });
    await place.receive(...(await clone.mails()));
    const { revision, trial } = await look(place);
    expect(revision).toMatchObject({ verdict: 'refused', tip: null });
    expect(trial.refusal).toEqual({ reason, path });
  });

  const LONG = 'Une phrase assez longue pour qu’un logiciel de courrier la coupe en deux lignes.';

  /** As a mail program sends it that breaks the lines it finds too long. */
  const broken = (mail: Buffer) =>
    Buffer.from(
      mail
        .toString()
        .split('\n')
        .map((line) =>
          /^[+ -][^-+].{72}/.test(line)
            ? `${line.slice(0, line.lastIndexOf(' ', 72))}\n${line.slice(line.lastIndexOf(' ', 72) + 1)}`
            : line,
        )
        .join('\n'),
    );

  test('whose lines a mail program broke is mended where its blobs prove what was meant', async () => {
    const place = await proposing(FILES);
    const clone = await place.clone();
    await clone.commit('Long', { 'index.md': `# Accueil\n\nBienvenue.\n\n${LONG}\n\nFin.\n` });
    const mails = (await clone.mails()).map(broken);
    expect(mails[0]?.toString()).not.toContain(LONG);
    await place.receive(...mails);
    const { revision, trial } = await look(place);
    expect(revision.verdict).toBe('applies');
    expect(trial.warnings).toContain('unwrapped');
    expect(await decide(place, 'apply')).toBe('taken');
    expect(await git(place.wiki.path, ['show', 'main:index.md'])).toContain(LONG);
  });

  test('whose lines were broken is not mended where nothing proves it', async () => {
    const place = await proposing(FILES);
    const clone = await place.clone();
    await clone.commit('Long', { 'index.md': `# Accueil\n\nBienvenue.\n\n${LONG}\n\nFin.\n` });
    const mails = (await clone.mails())
      .map(broken)
      .map((mail) => Buffer.from(mail.toString().replace(/^index .*\n/m, '')));
    await place.receive(...mails);
    expect((await look(place)).revision.verdict).toBe('invalid');
  });

  test('a discussion, and an answer that quotes a patch, is no proposal', async () => {
    const { place, mails } = await withOne();
    const quoted = (mails[0] as Buffer).toString().replace(/^/gm, '> ');
    await place.receive(
      Buffer.from(
        `From: bob@x.example\nSubject: Re: [PATCH] Corriger\nMessage-ID: <r@x>\nIn-Reply-To: <a@b>\n\n${quoted}\n`,
      ),
      Buffer.from('From: bob@x.example\nSubject: Bonjour\nMessage-ID: <s@x>\n\nBonjour.\n'),
    );
    expect(await proposalNumbered(place.database.reader, 2)).toBeUndefined();
  });
});

test('who approved may still apply with the same link, and approves once', async () => {
  const { place } = await withOne();
  const given = await token(place);
  const decideBy = (kind: 'approve' | 'apply') =>
    place.database.write((writer) => decideWith(writer, given, { kind, because: '' }, place.deciders));
  expect(await decideBy('approve')).toBe('taken');
  await place.worker.settled();
  expect(await decideBy('approve')).toBe('late');
  expect(await decideBy('apply')).toBe('taken');
  await place.worker.settled();
  expect((await look(place)).proposal.state).toBe('applied');
  expect(await decideBy('apply')).toBe('late');
});

test('what was made of a message that is erased is nowhere any more', async () => {
  const { place } = await withOne();
  const { revision } = await look(place);
  const [message] = await messagesOfRevision(place.database.reader, revision.id);
  const workshop = await place.worker.workshop();
  expect(await git(workshop, ['cat-file', '-t', revision.tip ?? ''])).toBe('commit');
  await place.database.write((writer) =>
    eraseProposalMessage(writer, place.list, message?.message_id as string),
  );
  await place.worker.settled();
  await expect(git(workshop, ['cat-file', '-t', revision.tip ?? ''])).rejects.toThrow();
});

test('of a message that is erased nothing is left but the number of its proposal', async () => {
  const { place } = await withOne();
  const [message] = await messagesOfRevision(place.database.reader, (await look(place)).revision.id);
  await place.database.write((writer) =>
    eraseProposalMessage(writer, place.list, message?.message_id as string),
  );
  await place.worker.settled();
  expect(await proposalNumbered(place.database.reader, 1)).toMatchObject({
    state: 'superseded',
    title: '',
    from_name: '',
    from_address: '',
  });
});

describe('a series', () => {
  const two = async () => {
    const place = await proposing(FILES);
    const clone = await place.clone();
    await clone.commit('Un', { 'index.md': '# Accueil\n\nUn.\n' });
    await clone.commit('Deux', { 'index.md': '# Accueil\n\nDeux.\n' });
    return { place, clone };
  };

  test('is one proposal, whatever the order in which its mails come, named after its cover letter', async () => {
    const { place, clone } = await two();
    const mails = await clone.mails('--cover-letter');
    const covered = mails.map((mail) =>
      Buffer.from(mail.toString().replace('*** SUBJECT HERE ***', 'Deux choses')),
    );
    const [cover, one, other] = covered as [Buffer, Buffer, Buffer];
    await place.receive(other);
    expect((await look(place)).trial.missing).toEqual([1]);
    expect(await place.sent()).toEqual([]);
    await place.receive(cover, one);
    const { proposal, revision, places } = await look(place);
    expect(proposal.title).toBe('Deux choses');
    expect(places).toEqual([0, 1, 2]);
    expect(revision).toMatchObject({ verdict: 'applies', told: 1 });
  });

  test('of a higher version is a revision of the same proposal, and takes the place of the one before', async () => {
    const { place, clone } = await two();
    await place.receive(...(await clone.mails()));
    await decide(place, 'revise', 'Et les accents ?');
    expect((await look(place)).proposal.state).toBe('needs_revision');
    await clone.commit('Trois', { 'faq.md': '# Questions\n' });
    await place.receive(...(await clone.mails('-v2')));
    const { proposal, revision } = await look(place);
    expect(proposal.state).toBe('proposed');
    expect(revision).toMatchObject({ version: 2, total: 3, verdict: 'applies' });
    expect((await revisionsOf(place.database.reader, 1)).map(({ version }) => version)).toEqual([1, 2]);
  });

  test('of an older version that comes late does not count', async () => {
    const { place, clone } = await two();
    const first = await clone.mails();
    await place.receive(...(await clone.mails('-v2')));
    await place.receive(...first);
    expect((await look(place)).revision.version).toBe(2);
  });
});

describe('to apply', () => {
  test('makes the commits of its authors, with those who applied them and where they came from', async () => {
    const { place } = await withOne();
    expect(await decide(place, 'apply')).toBe('taken');
    const { proposal } = await look(place);
    const head = await place.wiki.head();
    expect(proposal).toMatchObject({ state: 'applied', applied: head, decided_by: 'mona@office.example' });
    const shown = await git(place.wiki.path, ['show', '-s', '--format=%an|%ae|%ce|%B', head]);
    expect(shown).toMatch(
      /^Ada Exemple\|ada@example\.org\|mona@office\.example\|Corriger l’accueil\n\nParce que\.\n\nLink: https:\/\/wiki\.example\/-\/lists\/contributions\//,
    );
    expect(await git(place.wiki.path, ['show', `${head}:index.md`])).toContain('Bienvenue à tous.');
    expect(await git(place.wiki.path, ['fsck', '--no-dangling'])).toBe('');
  });

  test('is told once on the list and to the sender, in one message', async () => {
    const { place } = await withOne();
    await decide(place, 'apply');
    await place.worker.settled();
    const [posted, ...others] = await place.posted();
    expect(others).toEqual([]);
    expect(posted).toContain('X-Sourcehut-Patchset-Update: APPLIED');
    expect(
      (await place.sent()).filter(({ to, text }) => to === 'ada@example.org' && text === posted),
    ).toHaveLength(1);
  });

  test('a token decides once, and who comes second is told', async () => {
    const { place } = await withOne();
    const given = await token(place);
    const both = await Promise.all(
      (['apply', 'reject'] as const).map((kind) =>
        place.database.write((writer) => decideWith(writer, given, { kind, because: '' }, place.deciders)),
      ),
    );
    expect(both.sort()).toEqual(['late', 'taken']);
    expect(
      await place.database.write((writer) =>
        decideWith(writer, 'x'.repeat(26), { kind: 'apply', because: '' }, place.deciders),
      ),
    ).toBe('late');
  });

  test('a result that is not what was looked at is asked again', async () => {
    const { place, clone } = await withOne();
    await git(clone.folder, ['reset', '--quiet', '--hard', 'origin/main']);
    await clone.commit('Long', { 'long.md': `Un\n${LINES}` });
    await place.receive(...(await clone.mails()));
    const mona = (number: number) => decideOn(place, number);
    await place.wiki.commit('Other', { 'long.md': `${LINES}Fin\n` });
    expect(await mona(2)).toBe('taken');
    expect((await look(place, 2)).proposal).toMatchObject({ state: 'proposed', asked: '' });
    await place.worker.settled();
    expect(await mona(2)).toBe('taken');
    expect((await look(place, 2)).proposal.state).toBe('applied');
    expect(await git(place.wiki.path, ['show', 'main:long.md'])).toBe(`Un\n${LINES}Fin`);
  });

  test('what others changed elsewhere meanwhile asks nothing again', async () => {
    const { place } = await withOne();
    await place.wiki.commit('Other', { 'faq.md': '# Questions\n\nQuatre.\n' });
    await decide(place, 'apply');
    expect((await look(place)).proposal.state).toBe('applied');
    expect(await git(place.wiki.path, ['show', 'main:faq.md'])).toContain('Quatre.');
  });

  test('after a crash between the branch and the database, it is applied once and told once', async () => {
    const { place } = await withOne();
    const given = await token(place);
    await place.database.write((writer) =>
      decideWith(writer, given, { kind: 'apply', because: '' }, place.deciders),
    );
    const before = (await look(place)).proposal.asked;
    await place.worker.settled();
    const { applied } = (await look(place)).proposal;
    await place.database.write(async (writer) => {
      const asked = JSON.stringify({ ...JSON.parse(before), landing: applied });
      await writer.updateTable('proposal').set({ state: 'proposed', asked, applied: null }).execute();
      await writer.deleteFrom('held').execute();
    });
    await place.again().settled();
    expect((await look(place)).proposal).toMatchObject({ state: 'applied', applied });
    expect(await place.wiki.head()).toBe(applied);
    expect(await place.posted()).toHaveLength(1);
  });
});

describe('a message of the list with a decision in its header', () => {
  const answer = (mails: readonly Buffer[], from = 'mona@office.example') => {
    const root = /^Message-I[dD]: <(.*)>/m.exec(String(mails[0]))?.[1];
    return Buffer.from(
      `From: ${from}\nSubject: Re: x\nMessage-ID: <${from}>\nIn-Reply-To: <${root}>\nX-Sourcehut-Patchset-Update: NEEDS_REVISION\n\nEt les accents ?\n`,
    );
  };
  const PASS = 'mx.lists.example; dmarc=pass header.from=office.example';

  test('decides, from somebody who keeps the list; it is not posted again', async () => {
    const { place, mails } = await withOne();
    await place.receive({ raw: answer(mails), results: PASS });
    expect((await look(place)).proposal).toMatchObject({
      state: 'needs_revision',
      decided_by: 'mona@office.example',
    });
    expect(await place.posted()).toEqual([]);
    expect((await place.sent()).at(-1)?.to ?? '').toMatch(/@/);
  });

  test('decides nothing where it is forged, or from somebody else', async () => {
    const { place, mails } = await withOne();
    await place.receive(answer(mails), { raw: answer(mails, 'ada@example.org'), results: PASS });
    await place.receive({
      raw: answer(mails, 'Mona <mona@office.example>'),
      results: 'mx.lists.example; dmarc=fail',
    });
    expect((await look(place)).proposal.state).toBe('proposed');
  });
});

describe('while the wiki moves', () => {
  test('a proposal that touches the same file is tried again, another is not', async () => {
    const { place, clone } = await withOne();
    await git(clone.folder, ['reset', '--quiet', '--hard', 'origin/main']);
    await clone.commit('Faq', { 'faq.md': '# Questions\n\nUn.\nDeux.\nTrois.\nQuatre.\n' });
    await place.receive(...(await clone.mails()));
    const tip = (await look(place)).revision.tip;
    await place.wiki.commit('Other', { 'faq.md': '# Questions\n\nZéro.\nUn.\nDeux.\nTrois.\n' });
    await place.worker.settled();
    const [first, second] = [await look(place, 1), await look(place, 2)];
    expect(first.revision).toMatchObject({ verdict: 'applies', base: await place.wiki.head(), tip });
    expect(second.revision).toMatchObject({ verdict: 'applies', base: await place.wiki.head() });
    expect(await git(place.wiki.path, ['log', '-1', '--format=%s'])).toBe('Other');
  });

  test('one that reaches the branch another way becomes applied by itself', async () => {
    const { place, clone } = await withOne();
    await git(clone.folder, ['push', '--quiet', 'origin', 'HEAD:main']);
    await place.worker.settled();
    expect((await look(place)).proposal).toMatchObject({ state: 'applied', decided_by: '' });
  });
});

test.each([
  ['APPLY\n', 'apply', ''],
  ['Rejeter : hors sujet.\n\n> cité\n', 'reject', 'hors sujet.'],
  ['\nREVISE\nEt les accents ?\n-- \nMona\n', 'revise', 'Et les accents ?'],
])('%j decides %s', (text, kind, because) => {
  expect(decisionIn(text)).toEqual({ kind, because });
});

test.each(['Bonjour, apply?', '> APPLY', ''])('%j decides nothing', (text) => {
  expect(decisionIn(text)).toBeUndefined();
});

test.each([
  ['Titre\n', 'Titre\n\nLink: x\n'],
  ['Titre\n\nTexte.\n', 'Titre\n\nTexte.\n\nLink: x\n'],
  ['Titre\n\nSigned-off-by: Ada <a@b.c>\n', 'Titre\n\nSigned-off-by: Ada <a@b.c>\nLink: x\n'],
])('a trailer is added to %j', (message, expected) => {
  expect(withTrailers(message, ['Link: x'])).toBe(expected);
});
