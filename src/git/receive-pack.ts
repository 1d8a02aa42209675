import { FLUSH, packet, sideBand } from './pkt-line.ts';
import type { PushRequest } from './push-request.ts';

/** What came of one command: undefined when it was done, else why not. */
export interface PushResult {
  readonly ref: string;
  readonly refusal?: string;
}

/** What is offered: no branch is deleted, and objects come as deltas too. */
const CAPABILITIES = 'report-status side-band-64k push-options ofs-delta no-thin agent=greffe';

/** What a repository says to who wants to push (gitprotocol-pack(5)): one branch. */
export function receivePackRefs(ref: string, commit: string): Buffer {
  const format = commit.length === 64 ? ' object-format=sha256' : '';
  return Buffer.concat([packet(`${commit} ${ref}\0${CAPABILITIES}${format}\n`), FLUSH]);
}

/** The answer to a push: what people read, then what came of each command. */
export function pushReport(
  { capabilities }: Pick<PushRequest, 'capabilities'>,
  { results, unpacked, said }: { results: readonly PushResult[]; unpacked: string; said: readonly string[] },
): Buffer {
  const report = Buffer.concat([
    packet(`unpack ${unpacked}\n`),
    ...results.map(({ ref, refusal }) =>
      packet(refusal === undefined ? `ok ${ref}\n` : `ng ${ref} ${refusal}\n`),
    ),
    FLUSH,
  ]);
  if (!capabilities.has('side-band-64k')) return report;
  const spoken = said.length === 0 ? [] : [sideBand(2, Buffer.from(`${said.join('\n')}\n`))];
  return Buffer.concat([...spoken, sideBand(1, report), FLUSH]);
}
