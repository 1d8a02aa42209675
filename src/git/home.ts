import { Unavailable } from '../config/errors.ts';
import type { HomePush } from '../config/home-push.ts';
import { gitOutcome } from './run.ts';
import { withoutPassword } from './without-password.ts';

/** The repository elsewhere where a wiki has its home, and to which what is accepted here is pushed. */
export interface Home {
  readonly url: string;
  /** What makes Git known there: seen by no other process, unlike arguments. */
  readonly env: Readonly<Record<string, string>>;
}

/** The home does not answer, or does not take what is pushed: it may later. */
export class HomeAway extends Unavailable {}

const TIMEOUT_MS = 120_000;

/** A remote of one command, whose URL may hold a password. */
const REMOTE = 'home';

/** The home of a wiki that is followed at `location`. */
export function homeOf(location: string, { url = location, login, sshKey }: HomePush): Home {
  const config: [string, string][] = [[`remote.${REMOTE}.url`, url]];
  const web = URL.parse(url);
  if (login !== undefined && web?.protocol.startsWith('http'))
    config.push([
      `http.${web.origin}/.extraHeader`,
      `Authorization: Basic ${Buffer.from(login).toString('base64')}`,
    ]);
  const key = sshKey?.replaceAll("'", `'\\''`);
  return {
    url,
    env: {
      ...configured(config),
      ...(key !== undefined && {
        // What the operator has ssh do besides (a file of known hosts, a port) goes on.
        GIT_SSH_COMMAND: `${process.env.GIT_SSH_COMMAND || 'ssh'} -i '${key}' -o IdentitiesOnly=yes -o BatchMode=yes`,
      }),
    },
  };
}

/** Settings for one process of Git (git-config(1)), besides those that the operator's environment has. */
function configured(settings: readonly (readonly [string, string])[]): Record<string, string> {
  const first = Number(process.env.GIT_CONFIG_COUNT ?? 0) || 0;
  const pairs = settings.flatMap(([key, value], at) => [
    [`GIT_CONFIG_KEY_${first + at}`, key],
    [`GIT_CONFIG_VALUE_${first + at}`, value],
  ]);
  return { ...Object.fromEntries(pairs), GIT_CONFIG_COUNT: String(first + settings.length) };
}

/**
 * Pushes a commit of a repository to a branch of the home, forward only: `moved` when it has commits that this one does not
 * come from. Throws {@link HomeAway} with its reason.
 */
export async function pushHome(
  { url, env }: Home,
  folder: string,
  { branch, commit }: { readonly branch: string; readonly commit: string },
): Promise<'landed' | 'moved'> {
  const how = ['--porcelain', '--no-verify', '--no-follow-tags', '--recurse-submodules=no'];
  const args = ['push', ...how, REMOTE, `${commit}:${branch}`];
  const { status, stdout, stderr } = await gitOutcome(folder, args, {
    network: true,
    env,
    timeoutMs: TIMEOUT_MS,
  });
  if (status === 0) return 'landed';
  const [, refusal = ''] = /^!\t[^\t]*\t(.*)$/m.exec(stdout.toString()) ?? [];
  if (/fetch first|non-fast-forward|cannot lock ref|failed to update ref|stale info/.test(refusal))
    return 'moved';
  throw new HomeAway(
    `The home of this wiki, ${withoutPassword(url)}, did not take what was pushed: ${reasonOf(status, refusal, stderr)}.`,
    'It is tried again; see whether the home answers, and whether this server may push to it.',
  );
}

/** What the home said, in a line. */
function reasonOf(status: number | null, refusal: string, stderr: string): string {
  if (status === null) return 'it took too long';
  const lines = withoutPassword(stderr).split('\n');
  const spoken = lines.flatMap((line) => /^remote: (.*\S)/.exec(line)?.[1] ?? []);
  const fatal = lines.flatMap((line) => /^(?:fatal|error): (.*)/.exec(line)?.[1] ?? []);
  const said = [refusal, ...spoken, ...(refusal === '' ? fatal : [])].filter((text) => text !== '');
  const text = said
    .slice(0, 3)
    .join('; ')
    .replace(/\p{Cc}/gu, ' ')
    .replace(/\.$/, '');
  return text === '' ? 'it said nothing' : text.slice(0, 300);
}
