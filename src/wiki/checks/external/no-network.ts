import { networkInterfaces } from 'node:os';
import type { Outcome } from './outcome.ts';

/** Said where there is no way out, whatever the name asked for. */
const NO_WAY_OUT = new Set(['ENETUNREACH', 'ENETDOWN']);
/** No name can be looked up; or that of a site whose servers of names fail. */
const NO_NAMES = 'EAI_AGAIN';
/** Said where there is no network, or of one site. */
const OF_NETWORK = new Set([
  ...NO_WAY_OUT,
  NO_NAMES,
  'ENOTFOUND',
  'EHOSTUNREACH',
  'ECONNREFUSED',
  'ECONNRESET',
  'ETIMEDOUT',
]);

/** So many sites whose names cannot be looked up, or that cannot be reached, do not fail by chance. */
const MIN_NAMES = 3;
const MIN_SITES = 8;

/** Whether what came of asking other sites says that none can be reached from here. */
export function isWithoutNetwork(
  outcomes: ReadonlyMap<string, Outcome>,
  hasInterface = isConnected(),
): boolean {
  const asked = [...outcomes].filter(([, { kind }]) => kind !== 'unasked');
  const reasons = asked.map(([, outcome]) => (outcome.kind === 'unreachable' ? (outcome.reason ?? '') : ''));
  if (asked.length === 0 || !reasons.every((reason) => OF_NETWORK.has(reason))) return false;
  if (!hasInterface || reasons.some((reason) => NO_WAY_OUT.has(reason))) return true;
  const sites = new Set(asked.map(([address]) => new URL(address).hostname)).size;
  return sites >= (reasons.every((reason) => reason === NO_NAMES) ? MIN_NAMES : MIN_SITES);
}

/** Whether the machine has another network than itself. */
function isConnected(): boolean {
  return Object.values(networkInterfaces()).some((own) => own?.some(({ internal }) => !internal));
}
