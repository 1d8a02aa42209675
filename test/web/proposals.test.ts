import { describe, expect, test } from 'vitest';
import { queuedDeliveries } from '../../src/store/deliveries.ts';
import { apiOf } from '../support/api-answers.ts';
import { git, type Repository, repository } from '../support/git.ts';
import { mailsOf as mailsIn } from '../support/held.ts';
import { LIST_FILES, mail, type ServedList, servedList } from '../support/mail.ts';
import { type Clone, cloneOf } from '../support/proposing.ts';

const FILES = {
  ...LIST_FILES,
  'guides/faq.md': '# Questions\n\nOn peut écrire ici.\n',
  'liste.csv': 'nom,licence\nGreffe,EUPL-1.2\n',
};

interface Place {
  readonly wiki: Repository;
  readonly site: ServedList;
  readonly clone: Clone;
}

/** A site to whose list these commits came as patches. */
async function place(...commits: readonly [string, Readonly<Record<string, string>>][]): Promise<Place> {
  const wiki = await repository(FILES);
  const site = await servedList({}, wiki, { proposals: true });
  const clone = await cloneOf(wiki.path);
  for (const [message, files] of commits) await clone.commit(message, files);
  await site.receive('contributions', await clone.mails());
  return { wiki, site, clone };
}

const FAQ = [
  'Corriger la FAQ',
  { 'guides/faq.md': '# Questions\n\nOn peut toujours écrire ici.\n\n![](x.png)\n' },
] as const;

async function text(site: ServedList, path: string): Promise<string> {
  const { status, body } = await site.get(path);
  expect(status).toBe(200);
  return body.toString();
}

/** The address of a decision, as the notice of who keeps the list has it. */
async function decideHref({ site }: Place): Promise<string> {
  const mails = await mailsIn(site.wiki.database);
  const notice = mails.find(({ recipient }) => recipient === 'camille@office.example');
  return /wiki\.example(\/-\/proposals\/\d+\/decide\/\w+)/.exec(notice?.text ?? '')?.[1] ?? '';
}

const press = (site: ServedList, path: string, fields: Record<string, string>) =>
  site.ask(path, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(fields).toString(),
  });

describe('a proposal', () => {
  test('shows the links that it breaks in other pages than its own, and those it mends', async () => {
    const wiki = await repository({
      ...FILES,
      'index.md': '# Accueil\n\n[Questions](guides/faq.md) et [contact](contact.md)\n',
    });
    await using site = await servedList({}, wiki, { proposals: true });
    const before = await site.get('/-/api/v1/findings');
    const clone = await cloneOf(wiki.path);
    await git(clone.folder, ['rm', '--quiet', 'guides/faq.md']);
    await clone.commit('Retirer la FAQ', { 'contact.md': '# Contact\n\n[Absente](absente.md)\n' });
    await site.receive('contributions', await clone.mails());
    const { json } = await (await apiOf(site)).ask('/proposals/1');
    const rules = (findings: readonly { path: string; rule: string }[]) =>
      findings.map(({ path, rule }) => `${path} ${rule}`).sort();
    const { added, removed } = json.findings;
    expect(rules(added)).toEqual([
      'contact.md dead-link',
      'contact.md missing-translation',
      'index.md dead-link',
    ]);
    expect(rules(removed)).toEqual(['guides/faq.md missing-translation', 'index.md dead-link']);
    const after = await site.get('/-/api/v1/findings');
    expect(after.body.toString()).toBe(before.body.toString());
    const notices = await mailsIn(site.wiki.database);
    const notice = notices.find(({ recipient }) => recipient === 'camille@office.example');
    expect(notice?.text).toMatch(/trouvent 2 nouvelles\s+choses/);
  });

  test('shows what it changes as it is read, with who sent it and what the checks say', async () => {
    const { site } = await place([...FAQ]);
    await using _ = site;
    const page = await text(site, '/-/proposals/1');
    expect(page).toContain('<h1>Corriger la FAQ</h1>');
    expect(page).toMatch(/ajouté[^<]*<\/span>toujours/);
    expect(page).toContain('Elle s’applique au wiki d’aujourd’hui.');
    expect(page).toContain('Ada Exemple');
    expect(page).toContain('/-/lists/contributions/');
    expect(page).toMatch(/Elle apporte[\s\S]*guides\/faq\.md/);
    expect(await text(site, '/-/proposals/1?lang=en')).toContain('It applies to the wiki as it is today.');
  });

  test('shows what is said of a line beside it, in its source and as it is read', async () => {
    const { site } = await place([...FAQ]);
    await using _ = site;
    const series = JSON.parse(await text(site, '/-/api/v1/lists/contributions/series'));
    const answer = mail({
      from: 'Mona Relit <mona@example.org>',
      subject: 'Re: [PATCH] Corriger la FAQ',
      references: [series.items[0].messageIds[0]],
      body: `> +++ b/guides/faq.md
> +On peut toujours écrire ici.

Toujours, vraiment ?

> +Une ligne qui n’y est pas.
Rien.
`,
    });
    await site.receive('contributions', [answer]);
    const source = await text(site, '/-/proposals/1?view=source');
    expect(source).toMatch(
      /toujours[\s\S]*<tr class="line-below">[\s\S]*Toujours, vraiment \?[\s\S]*Mona Relit/,
    );
    const read = await text(site, '/-/proposals/1');
    expect(read).toMatch(/<blockquote[^>]*>On peut toujours écrire ici\.<\/blockquote>/);
    expect(read).not.toContain('Rien.');
  });

  test('shows the rows of a table that change', async () => {
    const { site } = await place(['Ajouter', { 'liste.csv': 'nom,licence\nGreffe,EUPL-1.2\nAutre,MIT\n' }]);
    await using _ = site;
    const page = await text(site, '/-/proposals/1');
    expect(page).toContain('Autre');
    expect(page).not.toContain('+Autre,MIT');
  });

  test('previews the wiki with it, which the wiki itself does not show', async () => {
    const { site } = await place([...FAQ], ['Nouvelle', { 'guides/neuf.md': '# Page neuve\n\nBonjour.\n' }]);
    await using _ = site;
    expect(await text(site, '/-/proposals/1/preview/guides/neuf.md')).toContain('Page neuve');
    expect(await text(site, '/-/proposals/1/preview/guides/faq.md')).toContain('toujours');
    expect((await site.get('/guides/neuf')).status).toBe(404);
    expect((await site.get('/-/proposals/1/preview/guides/rien.md')).status).toBe(404);
  });

  test('that conflicts shows both sides', async () => {
    const wiki = await repository(FILES);
    const site = await servedList({}, wiki, { proposals: true });
    await using _ = site;
    const clone = await cloneOf(wiki.path);
    await clone.commit(FAQ[0], FAQ[1]);
    await wiki.commit('Autre', { 'guides/faq.md': '# Questions\n\nOn ne peut plus écrire ici.\n' });
    await site.receive('contributions', await clone.mails());
    const page = await text(site, '/-/proposals/1');
    expect(page).toContain('Conflit dans guides/faq.md');
    expect(page).toContain('On ne peut plus écrire ici.');
  });

  test('of which a newer version came shows what changed since the one before', async () => {
    const { site, clone } = await place([...FAQ]);
    await using _ = site;
    await git(clone.folder, ['reset', '--quiet', '--hard', 'origin/main']);
    await clone.commit(FAQ[0], { 'guides/faq.md': '# Questions\n\nOn peut toujours écrire ici, et lire.\n' });
    await site.receive('contributions', await clone.mails('-v2'));
    const page = await text(site, '/-/proposals/1');
    expect(page).toContain('version 2');
    expect(page).toContain('href="/-/proposals/1/since/1"');
    const since = await text(site, '/-/proposals/1/since/1');
    expect(since).toContain('De la version 1 à la version 2');
    expect(since).toContain('et lire');
    expect((await site.get('/-/proposals/1/since/2')).status).toBe(404);
    expect((await site.get('/-/proposals/1/since/x')).status).toBe(404);
  });

  test('is listed by its state', async () => {
    const { site } = await place([...FAQ]);
    await using _ = site;
    expect(await text(site, '/-/proposals/')).toContain('Corriger la FAQ');
    expect(await text(site, '/-/proposals/?state=applied')).not.toContain('Corriger la FAQ');
    expect(await text(site, '/')).toContain('href="/-/proposals/"');
  });

  test.each(['/-/proposals/2', '/-/proposals/x', '/-/proposals/1/rien', '/-/proposals/99999999999'])(
    '%s answers 404',
    async (path) => {
      const { site } = await place([...FAQ]);
      await using _ = site;
      expect((await site.get(path)).status).toBe(404);
    },
  );

  test('of a list that only its moderators read is nowhere', async () => {
    const { site, clone } = await place();
    await using _ = site;
    await clone.commit(FAQ[0], FAQ[1]);
    await site.receive('interne', await clone.mails());
    expect((await site.get('/-/proposals/1')).status).toBe(404);
    expect(await text(site, '/-/proposals/')).not.toContain('Corriger la FAQ');
  });
});

describe('who has the link of a notice', () => {
  const settings = { 'greffe.yml': `url: https://wiki.example\n${LIST_FILES['greffe.yml']}` };
  const deciding = async () => {
    const wiki = await repository({ ...FILES, ...settings });
    const site = await servedList({}, wiki, { proposals: true });
    const clone = await cloneOf(wiki.path);
    await clone.commit(FAQ[0], FAQ[1]);
    await site.receive('contributions', await clone.mails());
    const href = await decideHref({ wiki, site, clone });
    const seen = /name="seen" value="([0-9a-f]+)"/.exec(await text(site, href))?.[1] ?? '';
    return { wiki, site, href, seen };
  };

  test('joins a contribution to the one that it improves, and takes them apart again', async () => {
    const wiki = await repository({ ...FILES, ...settings });
    await using site = await servedList({}, wiki, { proposals: true });
    const one = await cloneOf(wiki.path);
    await one.commit('Une', { 'guides/faq.md': '# Questions\n\nUne réponse.\n' });
    await site.receive('contributions', await one.mails());
    const href = await decideHref({ wiki, site, clone: one });
    const other = await cloneOf(wiki.path);
    await other.commit('Tout autre titre', { 'guides/faq.md': '# Questions\n\nDeux réponses.\n' });
    await site.receive('contributions', await other.mails());
    const second = (await mailsIn(site.wiki.database))
      .flatMap(({ text }) => /wiki\.example(\/-\/proposals\/2\/decide\/\w+)/.exec(text)?.[1] ?? [])
      .at(0);
    const wrong = await press(site, second ?? '', { regroup: 'join', into: '7' });
    expect(wrong.status).toBe(409);
    const joined = await press(site, second ?? '', { regroup: 'join', into: '1' });
    expect(joined.text).toContain('Proposition 1, version 2');
    const { headers } = await site.get('/-/proposals/2');
    expect(headers.location).toBe('/-/proposals/1');
    expect((await press(site, href, { regroup: 'separate' })).text).toContain('Proposition 1, version 1');
    expect(await text(site, '/-/proposals/3')).toContain('Tout autre titre');
  });

  test('applies it with one press: the wiki has it, and the proposal says so', async () => {
    const { wiki, site, href, seen } = await deciding();
    await using _ = site;
    const { status, body } = await press(site, href, { decision: 'apply', seen });
    expect(status).toBe(200);
    expect(body.toString()).toContain('Appliquée');
    expect(await git(wiki.path, ['show', 'main:guides/faq.md'])).toContain('toujours');
    await site.wiki.update();
    expect(await text(site, '/guides/faq')).toContain('toujours');
    expect(await text(site, '/-/proposals/1')).toContain('/-/commit/');
    expect((await press(site, href, { decision: 'reject' })).status).toBe(404);
  });

  test('rejects it with a word', async () => {
    const { wiki, site, href, seen } = await deciding();
    await using _ = site;
    const before = await wiki.head();
    // A page that was shown before is kept.
    expect(await text(site, '/-/proposals/1')).toContain('Proposée');
    await press(site, href, { decision: 'reject', because: 'Hors sujet.', seen });
    await site.wiki.resume();
    expect(await wiki.head()).toBe(before);
    expect(await text(site, '/-/proposals/1')).toContain('Rejetée');
    const queued = await queuedDeliveries(site.wiki.database.reader, undefined, 100);
    expect(queued.map(({ recipient }) => recipient)).toContain('ada@example.org');
  });

  test('is told when it is not what they looked at any more', async () => {
    const { site, href } = await deciding();
    await using _ = site;
    const { status, body } = await press(site, href, { decision: 'apply', seen: '0'.repeat(40) });
    expect(status).toBe(409);
    expect(body.toString()).toContain('role="alert"');
  });

  test('is the only one: a wrong token shows nothing', async () => {
    const { site, href } = await deciding();
    await using _ = site;
    expect((await site.get(`${href}x`)).status).toBe(404);
    expect((await press(site, href.replace('/1/', '/2/'), { decision: 'reject' })).status).toBe(404);
    expect(await text(site, '/-/proposals/1')).toContain('Proposée');
  });
});

test('the messages of a list are searched by what became of their patches', async () => {
  const { site } = await place([...FAQ]);
  await using _ = site;
  await site.receive('contributions', [mail({ subject: 'Corriger autre chose' })]);
  const found = (q: string) => text(site, `/-/lists/contributions/?q=${encodeURIComponent(q)}`);
  expect(await found('status:open')).not.toContain('autre chose');
  expect(await found('status:applied')).not.toContain('[PATCH]');
  expect(await found('status:open FAQ')).toContain('FAQ');
  expect(await found('status:open introuvable')).not.toContain('[PATCH]');
});

test('programs are told of series and proposals, as the API describes them', async () => {
  const { site } = await place([...FAQ], ['Nouvelle', { 'guides/neuf.md': '# Page neuve\n' }]);
  await using _ = site;
  const api = await apiOf(site);
  const { json: list } = await api.ask('/lists/contributions/series');
  expect(list.items).toMatchObject([
    {
      version: 1,
      announced: 2,
      received: 2,
      hasCoverLetter: false,
      proposal: 1,
      state: 'proposed',
      verdict: 'applies',
    },
  ]);
  expect((await api.ask('/proposals?state=proposed')).json.items).toMatchObject([
    { number: 1, sender: 'Ada Exemple' },
  ]);
  expect((await api.ask('/proposals?state=applied')).json.items).toEqual([]);
  const { json } = await api.ask('/proposals/1');
  expect(json).toMatchObject({
    applies: true,
    findings: {
      added: [
        { path: 'guides/faq.md', rule: 'dead-link' },
        { path: 'guides/neuf.md', rule: 'missing-translation' },
      ],
      removed: [],
    },
  });
  expect(json.revisions[0].files).toEqual(['guides/faq.md', 'guides/neuf.md']);
  expect((await api.ask('/proposals/2')).status).toBe(404);
  expect((await api.ask('/lists/interne/series')).status).toBe(404);
});
