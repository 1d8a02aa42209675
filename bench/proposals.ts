import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { type Database, openDatabase } from '../src/store/database.ts';
import { outgoingBytes, queuedDeliveries } from '../src/store/deliveries.ts';
import { addProposal, updateProposal } from '../src/store/proposals.ts';
import { addRevision, moveRevisions } from '../src/store/revisions.ts';
import { git, Repository } from '../test/support/git.ts';
import { RawSmtp } from '../test/support/raw-smtp.ts';
import { corpus } from './corpus.ts';
import { cores, fetchPage, inFolder, pagesOf, program } from './greffe.ts';
import { start } from './process.ts';
import { duration, median, quantile, type Result } from './result.ts';

const rounds = 20;
const queue = 5_000;
const patience = 60_000;

const settings = (text: string) =>
  `${text}\nurl: http://wiki.example\nlists:\n  public: { address: public@lists.example, moderators: [mona@lists.example] }\n`;

/** From a patch accepted over SMTP to its page; that page, a preview, to apply; and a long queue while the wiki moves. */
export async function proposals(pages: number): Promise<Result> {
  const source = await corpus(pages);
  const all = await pagesOf(source);
  return await inFolder(async (folder) => {
    const wiki = join(folder, 'wiki.git');
    const mine = join(folder, 'mine.git');
    await git('/', ['clone', '--quiet', '--bare', source, wiki]);
    await git('/', ['clone', '--quiet', '--bare', wiki, mine]);
    const author = new Repository(mine, 'main');
    const before = await author.git(['show', 'main:greffe.yml']).catch(() => '');
    await author.commit('A list', { 'greffe.yml': settings(before) }, { date: new Date() });
    await author.git(['push', '--quiet', wiki, 'main']);
    const data = join(folder, 'data');
    const command = [program, 'serve', wiki, '--port', '0', '--data', data, '--smtp', '127.0.0.1:0'];
    const server = await start(
      cores.server,
      ['sh', '-c', 'exec "$@" 2>&1', 'sh', ...command],
      /(http:\S+[\s\S]*smtp:\/\/127\.0\.0\.1:\d+)/,
    );
    const web = /http:\/\/[^\s]+:\d+/.exec(server.sign)?.[0] ?? '';
    const smtp = Number(/smtp:\/\/127\.0\.0\.1:(\d+)/.exec(server.sign)?.[1]);
    await setTimeout(1_000);
    const database = await openDatabase(join(data, 'greffe.sqlite'));
    const seen: number[] = [];
    const shown: number[] = [];
    const previewed: number[] = [];
    for (let number = 1; number <= rounds; number++) {
      const page = all[Math.floor((all.length * number) / (rounds + 1))];
      if (!page) break;
      const mail = await patchOf(author, page.file, number);
      const begun = await send(smtp, mail);
      await until(`${web}/-/proposals/${number}`, 'verdict-applies');
      seen.push(performance.now() - begun);
      shown.push(await timed(`${web}/-/proposals/${number}?lang=en`));
      previewed.push(await timed(`${web}/-/proposals/${number}/preview/${page.file}`));
    }
    const applied: number[] = [];
    for (let number = 1; number <= rounds; number++) {
      const before = await new Repository(wiki, 'main').git(['rev-parse', 'main']);
      const begun = performance.now();
      await apply(database, smtp, number);
      await untilApplied(wiki, before);
      applied.push(performance.now() - begun);
    }
    await author.git(['fetch', '--quiet', wiki, 'main']);
    await author.git(['update-ref', 'refs/heads/main', 'FETCH_HEAD']);
    const tip = await author.git(['rev-parse', 'main']);
    await fill(database, tip);
    const moved: number[] = [];
    for (let number = 0; number < 5; number++) {
      const head = await moveWiki(author, wiki, number);
      const begun = performance.now();
      await untilMoved(database, head);
      moved.push(performance.now() - begun);
    }
    await database.close();
    await server.stop();
    return {
      rows: [
        {
          work: `a patch accepted to its page with rendered changes and findings, median of ${rounds}`,
          ours: duration(median(seen)),
        },
        { work: 'a patch accepted to its page, 99th in 100', ours: duration(quantile(seen, 0.99)) },
        { work: 'the page of a proposal, first time', ours: duration(median(shown)) },
        {
          work: 'a page of the wiki with a proposal, first time',
          ours: duration(median(previewed)),
          goal: '< 100 ms',
        },
        {
          work: 'a decision accepted by SMTP to the commit on the branch',
          ours: `p50 ${duration(median(applied))}, p99 ${duration(quantile(applied, 0.99))}`,
        },
        {
          work: `${queue.toLocaleString('en')} open proposals kept current when the wiki moves`,
          ours: duration(median(moved)),
        },
      ],
      samples: { seen, shown, previewed, applied, moved },
    };
  });
}

/** The mail of a patch that changes a page, on the newest commit. */
async function patchOf(author: Repository, file: string, number: number): Promise<string> {
  const text = await author.git(['show', `main:${file}`]);
  await author.commit(
    `Change ${number}`,
    { [file]: `${text}\n\nUne phrase de plus.\n` },
    { branch: `p${number}`, from: 'main', date: new Date() },
  );
  const mail = await author.git(['format-patch', '--stdout', '-1', `p${number}`]);
  return `Message-ID: <patch-${number}@example.org>\n${mail.replace(/^From .*\n/, '')}\n`;
}

/** Sends a mail; gives when it was accepted. */
async function send(port: number, mail: string, to = 'public@lists.example'): Promise<number> {
  const client = await RawSmtp.connect(port);
  await client.say('EHLO client.example');
  client.write(`MAIL FROM:<ada@example.org>\r\nRCPT TO:<${to}>\r\nDATA\r\n`);
  for (let replies = 0; replies < 3; replies++) await client.reply();
  const bytes = Buffer.from(mail.replace(/^\./gm, '..')).toString('latin1').replaceAll('\n', '\r\n');
  client.write(`${bytes}.\r\n`);
  const reply = await client.reply();
  if (!reply.startsWith('250')) throw new Error(reply);
  client.close();
  return performance.now();
}

/** Answers the notice of a proposal with one word. */
async function apply(database: Database, smtp: number, number: number): Promise<void> {
  const deliveries = await queuedDeliveries(database.reader, undefined, 1_000);
  for (const { outgoing, recipient } of deliveries) {
    if (recipient !== 'mona@lists.example') continue;
    const text = Buffer.from((await outgoingBytes(database.reader, outgoing)) ?? []).toString();
    if (!text.includes(`/-/proposals/${number}/decide/`)) continue;
    const to = /^Reply-To: (\S+)$/m.exec(text)?.[1] ?? '';
    const mail = `Message-ID: <decide-${number}@lists.example>\nFrom: mona@lists.example\nTo: ${to}\nSubject: Re: \n\nAPPLY\n`;
    await send(smtp, mail, to);
    return;
  }
  throw new Error(`Nobody was told of proposal ${number}.`);
}

async function untilApplied(wiki: string, before: string): Promise<void> {
  const begun = performance.now();
  const repository = new Repository(wiki, 'main');
  while ((await repository.git(['rev-parse', 'main'])) === before) {
    if (performance.now() - begun > patience) throw new Error('The branch never moved.');
    await setTimeout(5);
  }
}

async function until(url: string, mark: string): Promise<void> {
  const begun = performance.now();
  for (;;) {
    const page = await fetchPage(url).catch(() => undefined);
    if (page?.includes(mark)) return;
    if (performance.now() - begun > patience) throw new Error(`${url} never showed ${mark}`);
    await setTimeout(5);
  }
}

async function timed(url: string): Promise<number> {
  const begun = performance.now();
  await fetchPage(url);
  return performance.now() - begun;
}

/** Proposals as many, each of a page of its own, tried on the newest commit. */
async function fill(database: Database, base: string): Promise<void> {
  await database.write(async (writer) => {
    for (let number = 0; number < queue; number++) {
      const common = { list: 'public', folded: 'ada@example.org' };
      const proposal = await addProposal(writer, {
        ...common,
        title: `Change ${number}`,
        state: 'proposed',
        from_name: 'Ada',
        from_address: 'ada@example.org',
        created_at: number,
        changed_at: number,
        revision: 0,
        decided_by: '',
        applied: null,
        asked: '',
      });
      const revision = await addRevision(writer, {
        ...common,
        proposal: proposal.number,
        version: 1,
        total: 1,
        name: '',
        thread: 0,
        stem: '',
        first_at: number,
        base,
        verdict: 'applies',
        tip: base,
        trial: JSON.stringify({ paths: [`bench/${number}.md`] }),
        told: 1,
      });
      await updateProposal(writer, proposal.number, { revision: revision.id });
    }
    await moveRevisions(writer, [], { base });
  });
}

async function moveWiki(author: Repository, wiki: string, number: number): Promise<string> {
  const head = await author.commit(
    `Move ${number}`,
    { 'moved.md': `# Moved ${number}\n` },
    { date: new Date() },
  );
  await author.git(['push', '--quiet', wiki, 'main']);
  return head;
}

async function untilMoved(database: Database, head: string): Promise<void> {
  const begun = performance.now();
  for (;;) {
    const row = await database.reader
      .selectFrom('revision')
      .select((e) => e.fn.countAll<number>().as('count'))
      .where('base', '=', head)
      .executeTakeFirst();
    if (Number(row?.count) >= queue) return;
    if (performance.now() - begun > patience) throw new Error(`The queue never reached ${head}`);
    await setTimeout(5);
  }
}
