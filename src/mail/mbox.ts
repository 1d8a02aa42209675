/** The separator of public-inbox, which says nothing of anybody. */
const SEPARATOR = Buffer.from('From mboxrd@z Thu Jan  1 00:00:00 1970\n');
const LF = 0x0a;

/** A message in an mboxrd: lines that begin with `From `, after any number of `>`, get another `>`. */
export function inMbox(raw: Buffer): Buffer {
  const text = raw.toString('latin1').replace(/^>*From /gm, '>$&');
  const ended = raw.at(-1) === LF ? '\n' : '\n\n';
  return Buffer.concat([SEPARATOR, Buffer.from(text + ended, 'latin1')]);
}
