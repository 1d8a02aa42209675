import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SEVERITIES, type Severity } from '../config/check-rules.ts';
import { GreffeError } from '../config/errors.ts';
import { readOperator } from '../config/operator.ts';
import { isShallow } from '../git/commit-named.ts';
import { findSource, refreshSource, sourceKey } from '../git/open.ts';
import { openDatabase } from '../store/database.ts';
import { lockFolder } from '../store/lock.ts';
import { messagesFor } from '../web/messages/locales.ts';
import type { Messages } from '../web/messages/messages.ts';
import { type CheckReport, checkRepository } from '../wiki/checks/check-repository.ts';
import { KnownAnswers } from '../wiki/checks/external/known-answers.ts';
import { visitAll } from '../wiki/checks/external/visit-all.ts';
import type { Site } from '../wiki/site.ts';
import { choice } from './choice.ts';
import { type Command, DONE, FAILED, MISUSED } from './command.ts';
import { makeDataFolder } from './data-folder.ts';
import { jsonReport } from './findings-json.ts';
import { sarifReport } from './findings-sarif.ts';
import { textReport } from './findings-text.ts';
import { readOverrides } from './open-wiki.ts';
import { writeOut } from './write-out.ts';

type Values = Readonly<Record<string, string | boolean | undefined>>;

const FORMATS = ['text', 'json', 'sarif'] as const;
const FAILING = [...SEVERITIES, 'never'] as const;
const LANGUAGES = ['fr', 'en'] as const;

export const check: Command = {
  name: 'check',
  summary: 'say what is wrong in the files of a wiki',
  help: `Usage: greffe check [REPOSITORY] [--ref REF] [--base REF] [--format text|json|sarif] [--external] [options]

Looks for dead links, malformed pages, tables and calendars that break their rules, translations out of date, and the
like, in what is committed. Nothing is written in the repository.

  REPOSITORY       as for greffe serve (default: .)
  --ref REF        the commit to look at (default: HEAD)
  --base REF       only what is new since REF and --ref parted: what a branch introduces
  --format FORMAT  text (default), json, or sarif (2.1.0), which forges show beside a change
  --external       also ask other sites whether the links to them still work
  --fail-on LEVEL  error, warning, note or never (default: what greffe.yml says, else error)
  --lang LANG      fr or en (default: that of the environment)
  --data DIR       where the index is kept for the next time (default: nowhere), and what other sites answered
  --config FILE    settings that go before those of the repository's greffe.yml

Exit codes: 0 nothing at or above the level that fails, 1 something is, 2 not understood, or could not be looked at.
`,
  options: {
    ref: { type: 'string' },
    base: { type: 'string' },
    format: { type: 'string' },
    external: { type: 'boolean' },
    'fail-on': { type: 'string' },
    lang: { type: 'string' },
    data: { type: 'string' },
    config: { type: 'string' },
  },
  positionals: 1,
  async run(values, [location = '.']) {
    try {
      return await checkAndReport(values, location);
    } catch (error) {
      // To fail is not to find: a continuous integration must tell them apart.
      if (!(error instanceof GreffeError)) throw error;
      process.stderr.write(`greffe: ${error.message}${error.remedy ? ` ${error.remedy}` : ''}\n`);
      return MISUSED;
    }
  },
};

async function checkAndReport(values: Values, location: string): Promise<number> {
  const format = choice(values, 'format', FORMATS) ?? 'text';
  const language = choice(values, 'lang', LANGUAGES) ?? environmentLanguage(process.env);
  const failOn = choice(values, 'fail-on', FAILING);
  const overrides = values.config === undefined ? {} : readOverrides(String(values.config));
  const { dataFolder } = readOperator(sourceKey(location), text(values.data), process.env);
  const place = workPlace(text(values.data) === undefined ? undefined : dataFolder);
  try {
    const source = await findSource(location, place.folder);
    if (source.kind !== 'repository') await refreshSource(source);
    if (await isShallow(source.gitDir))
      process.stderr.write(
        'greffe: the clone is shallow: renamed files and translations out of date are not all known.\n',
      );
    const database = await openDatabase(join(place.folder, 'check.sqlite'));
    let report: CheckReport;
    try {
      const asked = { ref: text(values.ref), base: text(values.base) };
      const visit = values.external ? visitor(dataFolder) : undefined;
      report = await checkRepository({ ...source, ...asked, database, overrides, visit });
    } finally {
      await database.close();
    }
    if (report.isWithoutNetwork)
      process.stderr.write(
        'greffe: no other site can be reached from here: the links to them were not checked.\n',
      );
    const options = { messages: messagesFor(language, 'en'), base: text(values.base), version: version() };
    await writeOut(formatted(report, format, options));
    if (failing(report, failOn ?? report.site.settings.checks.failOn)) return FAILED;
    return report.isWithoutNetwork ? MISUSED : DONE;
  } finally {
    place.leave();
  }
}

/** Asks other sites, in our name and with the wiki's address for those who want to know more. */
function visitor(dataFolder: string) {
  return async (addresses: readonly string[], { settings }: Site) => {
    makeDataFolder(dataFolder);
    const known = new KnownAnswers(join(dataFolder, 'outside-links.json'), Date.now());
    const contact = settings.url === undefined ? '' : `; +${settings.url}`;
    const { stderr } = process;
    const onProgress = (done: number, total: number) =>
      stderr.isTTY && stderr.write(`\r\x1b[K${done} / ${total}${done === total ? '\r\x1b[K' : ''}`);
    return await visitAll(addresses, {
      known,
      userAgent: `greffe/${version()} (link check${contact})`,
      onProgress,
    });
  };
}

interface Options {
  readonly messages: Messages;
  readonly base: string | undefined;
  readonly version: string;
}

function formatted(report: CheckReport, format: (typeof FORMATS)[number], options: Options): string {
  if (format === 'json') return jsonReport(report, options);
  if (format === 'sarif') return sarifReport(report, options);
  const colours = process.stdout.isTTY === true && !process.env.NO_COLOR;
  return textReport(report, { ...options, colours });
}

function failing({ findings }: CheckReport, failOn: Severity | 'never'): boolean {
  if (failOn === 'never') return false;
  const failing = SEVERITIES.slice(0, SEVERITIES.indexOf(failOn) + 1);
  return findings.some(({ severity }) => failing.includes(severity));
}

/** The folder the index is made in: the one named, held for this process, else one that goes when it ends. */
function workPlace(named: string | undefined): { readonly folder: string; readonly leave: () => void } {
  if (named !== undefined) {
    makeDataFolder(named);
    return { folder: named, leave: lockFolder(join(named, 'check.lock')) };
  }
  const folder = mkdtempSync(join(tmpdir(), 'greffe-check-'));
  return { folder, leave: () => rmSync(folder, { recursive: true, force: true }) };
}

/** POSIX: the first of these variables that is set tells the language of messages. */
function environmentLanguage(env: NodeJS.ProcessEnv): 'fr' | 'en' {
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || '';
  return /^fr(?:[^a-z]|$)/i.test(locale) ? 'fr' : 'en';
}

function text(value: string | boolean | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function version(): string {
  const file = new URL('../../package.json', import.meta.url);
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}
