import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { readArchive } from '../config/archive.ts';
import { Invalid, Unavailable } from '../config/errors.ts';
import { readHarvest } from '../config/harvest.ts';
import { Lists } from '../mail/lists.ts';
import { type MailIn, startMailIn } from '../mail/mail-in.ts';
import { startMailOut } from '../mail/mail-out.ts';
import { type MailPlace, mailPlace } from '../mail/mail-place.ts';
import { decidersAmong } from '../members/deciders.ts';
import { remindMembers } from '../members/remind.ts';
import { decideByMail } from '../proposals/decide.ts';
import { ProposalWorker } from '../proposals/worker.ts';
import { ArchiveWorker } from '../register/archive/archive-worker.ts';
import { HeritageClient } from '../register/archive/heritage-client.ts';
import { HarvestWorker } from '../register/harvest/harvest-worker.ts';
import { registerRepository } from '../register/register.ts';
import { lockFolder } from '../store/lock.ts';
import { addProposalMessages } from '../store/proposal-messages.ts';
import { serveWeb, type WebServer, type WebServerOptions } from '../web/server.ts';
import type { Wiki } from '../wiki/wiki.ts';
import { type Command, DONE } from './command.ts';
import { failedOnce, openLog } from './log.ts';
import { openWiki, WIKI_OPTIONS } from './open-wiki.ts';
import { show } from './serve/show.ts';

/** How long an index that is being made may delay the end. */
const MAX_CLOSING_MS = 1_000;

/** How long what is being sent may. */
const MAX_SENDING_MS = 10_000;

export const serve: Command = {
  name: 'serve',
  summary: 'show a wiki as a site',
  help: `Usage: greffe serve [REPOSITORY] [--port PORT] [--host HOST] [--data DIR] [--config FILE]
                    [--log FORMAT] [--smtp HOST:PORT] [--lmtp HOST:PORT|unix:PATH] [--maildir DIR]

Shows the wiki of REPOSITORY as a site, and follows what is committed to it.

  REPOSITORY     a bare repository, a working copy, a URL to clone and follow, or a plain folder (default: .)
  --port PORT    where to listen (default: 8080; 0 for any that is free)
  --host HOST    on which address (default: localhost; 0.0.0.0 or :: for all)
  --data DIR     where the index is kept (default: a folder of the wiki's own under ~/.local/state/greffe)
  --config FILE  settings that go before those of the repository's greffe.yml
  --log FORMAT   text (default: what goes wrong, in sentences) or json (each request too, a JSON value a line)
  --smtp WHERE   take mail for the wiki's lists over SMTP at HOST:PORT
  --lmtp WHERE   the same over LMTP, from a mail server: HOST:PORT or unix:PATH
  --maildir DIR  the same from a Maildir to which a mail server delivers

Stops cleanly on SIGTERM and SIGINT. Exit codes: 0 stopped, 1 could not serve, 2 not understood.
`,
  options: {
    ...WIKI_OPTIONS,
    port: { type: 'string' },
    host: { type: 'string' },
    log: { type: 'string' },
    smtp: { type: 'string' },
    lmtp: { type: 'string' },
    maildir: { type: 'string' },
  },
  positionals: 1,
  async run(values, [location]) {
    const log = openLog(values.log?.toString());
    const port = readPort(values.port);
    const host = typeof values.host === 'string' ? values.host : 'localhost';
    const heritage = new HeritageClient(readArchive(process.env));
    const stopped = untilStopped();
    const { wiki, operator } = await openWiki(values, location);
    const unlock = lockFolder(join(operator.dataFolder, 'lock'));
    const { hookToken, metricsToken, openId } = operator;
    const lists = new Lists(join(operator.dataFolder, 'lists'));
    let mailIn: MailIn | undefined;
    let harvests: HarvestWorker | undefined;
    try {
      const proposals = new ProposalWorker({
        database: wiki.database,
        source: wiki.source,
        dataFolder: operator.dataFolder,
        place: () => mailPlace(wiki.database),
        read: (list, oid) => lists.read(list, oid),
        isOurs: () => mailIn?.office.isOpen === true,
        happened: async (writer, event) => await mailOut.happened(writer, event),
        queued: () => {
          mailIn?.office.wake();
          mailOut.wake();
        },
        check: (place, change) => wiki.checkChange(place, change),
        deciders: decidersAmong,
        failed: failedOnce(log),
      });
      const server = await listen({
        wiki,
        host,
        port,
        hookToken,
        metricsToken,
        log,
        lists,
        proposals,
        register: registerRepository(operator.dataFolder),
        openId,
      });
      const mailOut = startMailOut({
        wiki,
        relay: operator.relay,
        webhooks: operator.webhooks,
        readArchived: (list, oid) => lists.read(list, oid),
        alsoDue: (place) => remindAt(wiki, place),
        warned: log.warned,
        failed: failedOnce(log),
      });
      mailIn = await startMailIn({
        database: wiki.database,
        dataFolder: operator.dataFolder,
        doors: operator.mailDoors,
        mailOut,
        also: {
          added: addProposalMessages,
          answered: async (writer, token, message) => {
            const { lists = [] } = (await mailPlace({ reader: writer })) ?? {};
            return await decideByMail(writer, { token, message }, decidersAmong(lists));
          },
          settled: () => proposals.wake(),
        },
        warned: log.warned,
        failed: failedOnce(log),
      });
      const archive = new ArchiveWorker({
        wiki,
        dataFolder: operator.dataFolder,
        client: heritage,
        failed: failedOnce(log),
      });
      await Promise.race([
        stopped,
        show({
          wiki,
          host,
          port: server.port,
          log,
          mailOut,
          mailIn,
          proposals,
          dataFolder: operator.dataFolder,
        }),
      ]);
      harvests = new HarvestWorker({
        wiki,
        dataFolder: operator.dataFolder,
        choices: readHarvest(process.env),
        said: log.said,
        failed: failedOnce(log),
      });
      void harvests.look();
      await stopped;
      await Promise.race([harvests.close(), setTimeout(MAX_CLOSING_MS)]);
      await archive.close();
      await proposals.close();
      await mailIn.close();
      await Promise.race([Promise.all([server.close(), mailOut.close()]), setTimeout(MAX_SENDING_MS)]);
      lists.close();
    } finally {
      // An index is made whole or not at all: one that is being made can be left.
      await Promise.race([wiki.close(), setTimeout(MAX_CLOSING_MS)]);
      unlock();
    }
    return DONE;
  },
};

async function listen(options: WebServerOptions): Promise<WebServer> {
  try {
    return await serveWeb(options);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE') {
      throw new Unavailable(
        `Something else listens on port ${options.port} already.`,
        'Choose another one with --port.',
        { cause },
      );
    }
    throw new Unavailable(
      `Cannot listen on ${options.host}:${options.port} (${code}).`,
      'Choose with --host and --port.',
      { cause },
    );
  }
}

/** Tells members what they are told by the clock. */
async function remindAt({ database }: Wiki, { lists: [list], site }: MailPlace): Promise<number> {
  if (!list || site.origin === undefined) return 0;
  const { origin, defaultLanguage: language } = site;
  return await remindMembers(database, { list, origin, language, now: Math.floor(Date.now() / 1000) });
}

function readPort(value: string | boolean | undefined): number {
  if (value === undefined) return 8080;
  const port = Number(value);
  if (!/^\d+$/.test(String(value)) || port > 65_535) {
    throw new Invalid(`${JSON.stringify(value)} is not a port.`, 'A port is a number from 0 to 65535.');
  }
  return port;
}

function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGTERM', resolve);
    process.once('SIGINT', resolve);
  });
}
