import type { MailIn } from '../../mail/mail-in.ts';
import type { MailOut } from '../../mail/mail-out.ts';
import type { ProposalWorker } from '../../proposals/worker.ts';
import { siteTitle } from '../../wiki/site.ts';
import type { Wiki } from '../../wiki/wiki.ts';
import { failedOnce, type Log } from '../log.ts';
import { showProgress } from '../progress.ts';
import { registerFollower } from '../register/update-of.ts';
import { updateSoftwareOf } from '../software/update-of.ts';

interface Shown {
  readonly wiki: Wiki;
  readonly host: string;
  readonly port: number;
  readonly log: Log;
  readonly mailOut: MailOut;
  readonly mailIn: MailIn;
  readonly proposals: ProposalWorker;
  readonly dataFolder: string;
}

/** Makes or takes up the index, says so, and follows what is committed. */
export async function show({
  wiki,
  host,
  port,
  log,
  mailOut,
  mailIn,
  proposals,
  dataFolder,
}: Shown): Promise<void> {
  const failed = failedOnce(log);
  const failedSoftware = failedOnce(log);
  const failedRegister = failedOnce(log);
  const followRegister = registerFollower(wiki, dataFolder);
  await start(wiki, failed);
  await updateSoftwareOf(wiki).catch(failedSoftware);
  // After another version of the program it is made again, which takes minutes where it is large: the former one goes on.
  void followRegister().catch(failedRegister);
  wiki.objects.seeToo(await proposals.workshop());
  await announce(wiki, host, port, log);
  for (const address of mailIn.addresses) log.said(`Taking mail at ${address}`);
  mailIn.office.wake();
  mailOut.changed();
  await wiki.follow(() => {
    mailIn.office.wake();
    mailOut.changed();
    proposals.wake();
    void updateSoftwareOf(wiki).catch(failedSoftware);
    void followRegister().catch(failedRegister);
    void tellSettingsProblems(wiki, log).catch(failed);
  }, failed);
}

/** Takes up the index there is, and brings it up to date; one that is there goes on serving when that fails. */
async function start(wiki: Wiki, failed: (error: unknown) => void): Promise<void> {
  const resumed = await wiki.resume();
  const endProgress = showProgress(wiki);
  try {
    await wiki.update();
  } catch (error) {
    if (!resumed) throw error;
    failed(error);
  } finally {
    endProgress();
  }
}

async function announce(wiki: Wiki, host: string, port: number, log: Log): Promise<void> {
  const site = await wiki.site();
  const title = site ? siteTitle(site, site.defaultLanguage) : wiki.source.name;
  const name = host.includes(':') ? `[${host}]` : host;
  log.said(`Serving ${title} at http://${name}:${port}`);
  await tellSettingsProblems(wiki, log);
}

async function tellSettingsProblems(wiki: Wiki, log: Log): Promise<void> {
  for (const { line, message } of (await wiki.site())?.settingsProblems ?? []) {
    log.warned(`greffe.yml, line ${line}: ${message}. The last good settings serve.`);
  }
}
