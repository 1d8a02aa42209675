import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type Desk, desk, isThere } from '../support/desk.ts';
import { type Delivery, mail, servedList } from '../support/mail.ts';

const PAGE = '# Guides\n\nSous une licence à choisir.\n';

/** Makes a series of two patches with its cover letter, as `git format-patch` writes it, and what was said of it. */
async function series({ home, repository, run }: Desk, version: number): Promise<Delivery[]> {
  const commit = async (text: string, subject: string) => {
    await writeFile(join(repository, 'guides.md'), text);
    await run('git', 'commit', '-qam', subject);
  };
  if (version === 1) {
    await run('git', 'init', '-q', '-b', 'main');
    await writeFile(join(repository, 'guides.md'), PAGE);
    await run('git', 'add', '.');
    await run('git', 'commit', '-qm', 'Les guides');
    await run('git', 'tag', 'base');
  } else await run('git', 'reset', '-q', '--hard', 'base');
  await commit(PAGE.replace('à choisir', `Ouverte ${version}.0`), 'guides: dire quelle licence choisir');
  await commit(
    `${PAGE.replace('à choisir', `Ouverte ${version}.0`)}\nFrom: rien.\n`,
    'guides: ajouter une ligne',
  );
  const folder = join(home, `v${version}`);
  const written = await run(
    'git',
    'format-patch',
    `-v${version}`,
    '--cover-letter',
    '--thread=shallow',
    '--to=contributions@office.example',
    '-o',
    folder,
    'base..main',
  );
  const raws = await Promise.all(
    written
      .trim()
      .split('\n')
      .map((path) => readFile(path)),
  );
  return raws.map((raw) => ({
    raw: Buffer.from(raw.toString().replace(/^From [^\n]*\n/, '')),
    receivedAt: Math.floor(Date.now() / 1000),
  }));
}

function idOf({ raw }: Delivery): string {
  return /^Message-I[Dd]: <(.+)>$/m.exec(raw.toString())?.[1] ?? '';
}

describe.skipIf(!isThere('b4'))('b4, the tool of those who apply patches,', () => {
  test('reads a thread by the id of any of its messages', async () => {
    await using site = await servedList({});
    const at = await desk(site);
    const sent = await series(at, 1);
    await site.receive('contributions', sent);
    await at.run('b4', 'mbox', '--mbox-name', 'thread.mbx', '-o', at.home, idOf(sent[2] as Delivery));
    const mbox = await readFile(join(at.home, 'thread.mbx'), 'utf8');
    for (const message of sent) expect(mbox).toContain(idOf(message));
  });

  test('makes of a series what `git am` applies, with the trailers of those who reviewed it', async () => {
    await using site = await servedList({});
    const at = await desk(site);
    const sent = await series(at, 1);
    const first = idOf(sent[1] as Delivery);
    await site.receive('contributions', [
      ...sent,
      mail({
        from: 'Bilal Modèle <bilal@partners.example>',
        subject: 'Re: [PATCH v1 1/2] guides: dire quelle licence choisir',
        references: [first],
        body: 'Très bien.\n\nReviewed-by: Bilal Modèle <bilal@partners.example>\n',
      }),
    ]);
    const applied = await at.run('git', 'log', '-2', '--format=%s%n%b', '--reverse', '-p', 'main');
    await at.run('git', 'reset', '-q', '--hard', 'base');
    await at.run('b4', 'am', '-o', at.home, '-n', 'ready', first);
    await at.run('git', 'am', '-q', join(at.home, 'ready.mbx'));
    const again = await at.run('git', 'log', '-2', '--format=%s%n%b', '--reverse', '-p');
    expect(again).toContain('Reviewed-by: Bilal Modèle <bilal@partners.example>');
    expect(again.replace(/^Reviewed-by: .*\n/m, '')).toBe(applied);
  });

  test('finds the newest version of a series from an older one, and links to where it was discussed', async () => {
    await using site = await servedList({});
    const at = await desk(site);
    const first = await series(at, 1);
    await site.receive('contributions', first);
    await site.receive('contributions', await series(at, 2));
    await at.run('git', 'reset', '-q', '--hard', 'base');
    await at.run('b4', 'am', '-c', '-l', '-o', at.home, '-n', 'newest', idOf(first[0] as Delivery));
    await at.run('git', 'am', '-q', join(at.home, 'newest.mbx'));
    expect(await readFile(join(at.repository, 'guides.md'), 'utf8')).toContain('Ouverte 2.0');
    const [link = ''] = /(?<=Link: )http\S+/.exec(await at.run('git', 'log', '-1')) ?? [];
    expect((await site.get(new URL(link).pathname)).status).toBe(200);
  });

  test('applies a series at once', async () => {
    await using site = await servedList({});
    const at = await desk(site);
    const sent = await series(at, 1);
    await site.receive('contributions', sent);
    await at.run('git', 'reset', '-q', '--hard', 'base');
    await at.run('b4', 'shazam', idOf(sent[0] as Delivery));
    expect(await readFile(join(at.repository, 'guides.md'), 'utf8')).toContain('Ouverte 1.0');
  });

  test('is told of an id that no message has', async () => {
    await using site = await servedList({ contributions: [mail({ id: 'one@x.example' })] });
    const at = await desk(site);
    await expect(at.run('b4', 'mbox', 'other@x.example')).rejects.toThrow('not known');
  });
});

describe.skipIf(!isThere('lei'))('lei, the reader of public-inbox,', () => {
  test('searches the list and gets the threads of what it finds', async () => {
    await using site = await servedList({
      contributions: [
        mail({ id: 'q@x.example', subject: 'Une licence' }),
        mail({ id: 'a@x.example', subject: 'Re: Une licence', references: ['q@x.example'], body: 'Oui.\n' }),
        mail({ id: 'other@x.example', subject: 'Autre chose' }),
      ],
    });
    const at = await desk(site);
    onTestFinished(async () => void (await at.run('lei', 'daemon-kill').catch(() => {})));
    const query = [
      '--only',
      `${site.origin}/-/lists/contributions/`,
      '-f',
      'mboxrd',
      '-o',
      join(at.home, 'found'),
    ];
    await at.run('lei', 'q', '--no-save', '-t', ...query, 's:licence');
    const found = await readFile(join(at.home, 'found'), 'utf8');
    expect(found).toContain('q@x.example');
    expect(found).toContain('a@x.example');
    expect(found).not.toContain('other@x.example');
  });
});
