import { Invalid } from './errors.ts';

/** How what is accepted here is pushed back to the home of a wiki that is followed. */
export interface HomePush {
  /** Where to, when it is not the URL that is followed. */
  readonly url: string | undefined;
  /** `USER:TOKEN`, over HTTPS. */
  readonly login: string | undefined;
  /** The file of a key, over SSH. */
  readonly sshKey: string | undefined;
}

/** Reads how the operator has the home pushed to; undefined when it is only followed. Throws {@link Invalid}. */
export function readHomePush(env: NodeJS.ProcessEnv): HomePush | undefined {
  const asked = env.GREFFE_HOME_PUSH;
  if (!asked) return undefined;
  if (asked !== 'yes' && !/^(?:[a-z][a-z0-9+.-]*:\/\/|[^/\s]+@[^/\s]+:)/i.test(asked))
    throw new Invalid(
      'GREFFE_HOME_PUSH is neither yes nor a URL.',
      'Write yes to push to the URL that is followed, or the URL to push to.',
    );
  const login = env.GREFFE_HOME_LOGIN || undefined;
  if (login !== undefined && !/^[^:\s]*:\S+$/.test(login))
    throw new Invalid('GREFFE_HOME_LOGIN is no login.', 'Write USER:TOKEN, as the home gives them.');
  const sshKey = env.GREFFE_HOME_SSH_KEY || undefined;
  return { url: asked === 'yes' ? undefined : asked, login, sshKey };
}
