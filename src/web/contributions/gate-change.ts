import type { Contribution } from '../../contributions/contribute.ts';
import type { ChangedFile } from '../../store/contributions.ts';
import type { Context } from '../context.ts';
import { blocked, type Gated, gate, notTaken } from '../forms/gate.tsx';
import type { Visitor } from '../members/visitor.ts';
import { editedFile, knownCommit, shownText } from './edited-file.ts';
import type { KnownAuthor } from './who.ts';

/** Whether a change is taken, and when; of who may publish all is. What nobody sees is filled in by programs. */
export async function gateChange(
  context: Context,
  contribution: Contribution,
  {
    visitor: { client },
    sent,
    author,
  }: { readonly visitor: Visitor; readonly sent: URLSearchParams; readonly author: KnownAuthor | undefined },
): Promise<Gated> {
  const taken = { kind: 'taken', at: Math.floor(context.now / 1000) } as const;
  if (author?.mayPublish) return taken;
  const { address, name, reason, files } = contribution;
  const texts = [name, reason, ...(await Promise.all(files.map((file) => addedText(context, file))))];
  if (author) {
    const block = await blocked(context, { addresses: [address], client, texts });
    return block ? { kind: 'answer', answer: await notTaken(context) } : taken;
  }
  if ((sent.get('website') ?? '') !== '') return { kind: 'dropped' };
  return await gate(context, { client, fields: sent, address, texts });
}

/** The lines that a change adds: what a page said before is nobody's fault who mends it. */
async function addedText(context: Context, { path, content, base }: ChangedFile): Promise<string> {
  if (content === null) return path;
  const file = await editedFile(context, await knownCommit(context, base), path);
  const former = new Set(file?.former?.text.split('\n'));
  const lines = shownText(content).split('\n');
  return [path, ...lines.filter((line) => !former.has(line))].join('\n');
}
