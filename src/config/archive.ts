import { Invalid } from './errors.ts';
import { readHarvest } from './harvest.ts';

/** Where Software Heritage is asked, and as whom. */
export interface ArchiveChoices {
  readonly origin: string;
  /** A token of an account there, for a larger quota. */
  readonly token: string | undefined;
  /** How whoever runs it can reach who asks. */
  readonly contact: string | undefined;
  /** Whether the operator named another address, which may be on a private network. */
  readonly mayBePrivate: boolean;
}

const DEFAULT_ORIGIN = 'https://archive.softwareheritage.org';

/** Reads `GREFFE_ARCHIVE_URL`, and what of `GREFFE_FORGE_TOKENS` and `GREFFE_HARVEST_CONTACT` concerns it. */
export function readArchive(env: NodeJS.ProcessEnv): ArchiveChoices {
  const named = env.GREFFE_ARCHIVE_URL || undefined;
  const url = URL.parse(named ?? DEFAULT_ORIGIN);
  if (!url || !/^https?:$/.test(url.protocol) || url.pathname !== '/')
    throw new Invalid(
      'GREFFE_ARCHIVE_URL is not understood.',
      'Write an address without a path, such as https://archive.example.',
    );
  const { tokens, contact } = readHarvest(env);
  return { origin: url.origin, token: tokens.get(url.host), contact, mayBePrivate: named !== undefined };
}
