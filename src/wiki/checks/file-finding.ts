import type { FileFinding } from '../register-files/finding.ts';
import { type Finding, finding } from './finding.ts';

/** What the reader of a file found, as a finding of the wiki. Lines of other places move: they do not tell it from another. */
export function fileFinding(rule: 'register' | 'software', { message, ...place }: FileFinding): Finding {
  const subject = message.replace(/\bline \d+/g, 'line');
  return finding({ rule, ...place, subject, detail: { message } });
}
