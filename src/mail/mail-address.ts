import { domainToASCII } from 'node:url';

const LOCAL = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/i;
const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/**
 * An address as a person types it (a dot-atom before the `@`, RFC 5322, 3.4.1), its domain in small letters and ASCII;
 * undefined when it is none that mail could be sent to: no quotes, no brackets, no white space, no line's end.
 */
export function readMailAddress(text: string): string | undefined {
  const trimmed = text.trim();
  const at = trimmed.lastIndexOf('@');
  const local = trimmed.slice(0, at);
  if (at < 1 || local.length > 64 || trimmed.length > 254 || !LOCAL.test(local)) return undefined;
  const domain = domainToASCII(trimmed.slice(at + 1).replace(/\.$/, ''));
  const labels = domain.split('.');
  if (labels.length < 2 || domain.length > 253 || !labels.every((label) => LABEL.test(label)))
    return undefined;
  // A domain of digits is an IP address, to which nobody's mail goes.
  return /^\d+$/.test(labels.at(-1) as string) ? undefined : `${local}@${domain}`;
}

/** What tells two addresses apart: the case of a local part never does, in practice. */
export function foldAddress(address: string): string {
  return address.toLowerCase();
}
