import { resolve } from 'node:path';
import { allSshKeys } from '../store/ssh-keys.ts';
import { type Command, DONE } from './command.ts';
import { stringOf } from './list/open.ts';
import { MEMBER_OPTIONS, MEMBER_OPTIONS_HELP, withMembers } from './with-members.ts';

export const sshKeys: Command = {
  name: 'ssh-keys',
  summary: 'tell sshd the keys of members',
  help: `Usage: greffe ssh-keys [TYPE BLOB] [--greffe COMMAND] --wiki REPOSITORY --data DIR

Writes a line of authorized_keys(5) for each key of a member (greffe member key add), with greffe ssh-shell as its
forced command; of the key of this TYPE and BLOB alone, where they are named. For sshd_config(5):

  AuthorizedKeysCommand /usr/local/bin/greffe ssh-keys %t %k --wiki /srv/wiki.git --data /srv/greffe
  AuthorizedKeysCommandUser greffe

  --greffe COMMAND   what runs greffe (default: greffe)
${MEMBER_OPTIONS_HELP}`,
  options: { ...MEMBER_OPTIONS, greffe: { type: 'string' } },
  positionals: 2,
  run: (values, [type, blob]) =>
    withMembers(values, async ({ database }) => {
      const where = [
        ...['--wiki', absolute(stringOf(values.wiki) ?? '.')],
        ...(values.data === undefined ? [] : ['--data', resolve(String(values.data))]),
        ...(values.config === undefined ? [] : ['--config', resolve(String(values.config))]),
      ];
      const program = stringOf(values.greffe) ?? 'greffe';
      for (const key of await allSshKeys(database.reader)) {
        if (type !== undefined && (key.type !== type || key.blob !== blob)) continue;
        const args = ['--member', key.folded, '--key', key.fingerprint, ...where].map(quotedWord);
        const command = `${program} ssh-shell ${args.join(' ')}`.replaceAll('"', '\\"');
        process.stdout.write(`restrict,command="${command}" ${key.type} ${key.blob}\n`);
      }
      return DONE;
    }),
};

/** A path made absolute; a URL as it is. */
const absolute = (location: string) =>
  /^[a-z][a-z0-9+.-]*:\/\/|^\S+@\S+:/i.test(location) ? location : resolve(location);

/** A word for the shell that sshd has run a forced command. */
function quotedWord(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
