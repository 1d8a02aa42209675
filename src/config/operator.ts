import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { Invalid } from './errors.ts';
import { type HomePush, readHomePush } from './home-push.ts';
import { type MailDoors, type NamedDoors, readMailDoors } from './mail-doors.ts';
import { type OpenIdSettings, readOpenId } from './openid.ts';
import { type Relay, readRelay } from './relay.ts';
import { readWebhooks, type Webhook } from './webhooks.ts';

/** What the operator decides, by the command line and the environment, and no wiki can. */
export interface Operator {
  /** Where the index, mirrors and, later, what must not be public are kept. */
  readonly dataFolder: string;
  /** A PostgreSQL's URL, or SQLite's file in the data folder. */
  readonly database: string;
  /** What a webhook must name. */
  readonly hookToken: string | undefined;
  /** What must be named to read the metrics. */
  readonly metricsToken: string | undefined;
  /** By which doors mail for the lists comes in; undefined when by none. */
  readonly mailDoors: MailDoors | undefined;
  /** Through which server mail goes out; undefined when none does. */
  readonly relay: Relay | undefined;
  /** How the home of a wiki that is followed is pushed to; undefined when it is not. */
  readonly homePush: HomePush | undefined;
  /** Programs elsewhere that are told of events. */
  readonly webhooks: readonly Webhook[];
  /** By whom people sign in besides by mail; undefined when by nobody. */
  readonly openId: OpenIdSettings | undefined;
}

/** Reads what the operator decided. Each wiki (`key`) has a data folder of its own where none is named. */
export function readOperator(
  key: string,
  named: string | undefined,
  env: NodeJS.ProcessEnv,
  doors: NamedDoors = {},
): Operator {
  const dataFolder = resolve(named ?? (env.GREFFE_DATA || join(stateHome(env), 'greffe', key)));
  const database = env.GREFFE_DATABASE_URL;
  if (database && !/^postgres(?:ql)?:\/\//.test(database)) {
    throw new Invalid(
      'GREFFE_DATABASE_URL is not the URL of a PostgreSQL.',
      'Write postgres://USER@HOST/DATABASE.',
    );
  }
  return {
    dataFolder,
    database: env.GREFFE_DATABASE_URL || join(dataFolder, 'greffe.sqlite'),
    hookToken: env.GREFFE_HOOK_TOKEN || undefined,
    metricsToken: env.GREFFE_METRICS_TOKEN || undefined,
    mailDoors: readMailDoors(doors, env),
    relay: readRelay(env),
    homePush: readHomePush(env),
    webhooks: readWebhooks(env),
    openId: readOpenId(env),
  };
}

/** XDG Base Directory Specification: data that persists and is not worth a backup. */
function stateHome(env: NodeJS.ProcessEnv): string {
  return env.XDG_STATE_HOME || join(env.HOME || homedir(), '.local', 'state');
}
