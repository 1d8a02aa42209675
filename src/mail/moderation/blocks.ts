import { domainToASCII } from 'node:url';
import type { BlockKind, BlockTable } from '../../store/abuse-tables.ts';
import { foldAddress, readMailAddress } from '../mail-address.ts';
import { isInNetwork, networkText, readNetwork } from './ip-network.ts';
import { foldText, holdsPattern } from './text-pattern.ts';

/** What is blocked, as the database has it. */
export type Block = Pick<BlockTable, 'kind' | 'pattern'>;

/** Why something is not blocked: it would be everybody, it cannot be read, it is a regular expression. */
export type BlockFault = 'everything' | 'unreadable' | 'expression';

export const BLOCK_KINDS: readonly BlockKind[] = ['address', 'domain', 'network', 'text'];

/** A larger network is a part of the world. */
const LARGEST = { 4: 8, 16: 16 } as const;

const MAX_TEXT = 200;
const MAX_STARS = 5;

/** Fewer letters than that are in most texts. */
const MIN_TEXT = 4;

/** What stands for something in a regular expression alone. */
const EXPRESSION = /\\|\.[*+]|[)\]][*+{]|^\/.*\/[a-z]*$|^\^|\$$/;

/** Reads what is to be blocked. */
export function readBlock(kind: BlockKind, typed: string): Block | { readonly fault: BlockFault } {
  const text = typed.trim();
  if (/^[*@./:\s]*$/.test(text)) return { fault: text === '' ? 'unreadable' : 'everything' };
  const pattern = READERS[kind](text);
  return typeof pattern === 'string' ? { kind, pattern } : pattern;
}

/** What something typed is, where nobody says: words are said to be. */
export function kindOf(typed: string): BlockKind {
  if (readNetwork(typed) || /^[\da-f.:]+\/\d+$/i.test(typed.trim())) return 'network';
  return /[^@]@/.test(typed) ? 'address' : 'domain';
}

type Read = string | { readonly fault: BlockFault };

const READERS: Readonly<Record<BlockKind, (text: string) => Read>> = {
  address: (text) => {
    if (/^\*@/.test(text)) return readDomain(text.slice(2));
    const address = readMailAddress(text);
    return address === undefined ? { fault: 'unreadable' } : foldAddress(address);
  },
  domain: readDomain,
  network: (text) => {
    const network = readNetwork(text);
    if (!network) return { fault: 'unreadable' };
    return network.prefix < LARGEST[network.bytes.length as 4 | 16]
      ? { fault: 'everything' }
      : networkText(network);
  },
  text: (text) => {
    const folded = foldText(text);
    if (EXPRESSION.test(folded)) return { fault: 'expression' };
    if (folded.length > MAX_TEXT || (folded.match(/\*/g) ?? []).length > MAX_STARS)
      return { fault: 'unreadable' };
    return folded.replace(/[*\s]/g, '').length < MIN_TEXT ? { fault: 'everything' } : folded;
  },
};

function readDomain(text: string): Read {
  const domain = domainToASCII(text.replace(/^(?:\*?@|\*\.)/, '').replace(/\.$/, ''));
  if (!/^[a-z0-9-]+(?:\.[a-z0-9-]+)*$/.test(domain) || domain.length > 253) return { fault: 'unreadable' };
  return domain.includes('.') ? domain : { fault: 'everything' };
}

/** What somebody sends, as far as it is known. */
export interface Sent {
  readonly addresses?: readonly string[];
  /** The IP address it comes from. */
  readonly client?: string;
  readonly texts?: readonly string[];
}

/** What of it is blocked, the first that is; undefined where nothing is. */
export function blockOf(
  blocks: readonly Block[],
  { addresses = [], client, texts = [] }: Sent,
): Block | undefined {
  const folded = addresses.map(foldAddress);
  const text = blocks.some(({ kind }) => kind === 'text') ? foldText(texts.join('\n')) : '';
  return blocks.find(({ kind, pattern }) => {
    if (kind === 'address') return folded.includes(pattern);
    if (kind === 'domain') return folded.some((address) => isInDomain(address, pattern));
    if (kind === 'text') return holdsPattern(text, pattern);
    const network = client === undefined ? undefined : readNetwork(pattern);
    return network !== undefined && isInNetwork(network, client ?? '');
  });
}

export function isInDomain(address: string, domain: string): boolean {
  const own = address.slice(address.lastIndexOf('@') + 1).toLowerCase();
  return own === domain || own.endsWith(`.${domain}`);
}
