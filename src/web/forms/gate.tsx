import { createHmac, randomBytes } from 'node:crypto';
import { type Block, blockOf, type Sent } from '../../mail/moderation/blocks.ts';
import { sharedNetwork } from '../../mail/moderation/ip-network.ts';
import { siteSecret } from '../../mail/tokens.ts';
import { blocksAt } from '../../store/blocks.ts';
import type { Writer } from '../../store/database.ts';
import { countForm, dailySecret, useProof } from '../../store/form-rates.ts';
import type { Answer } from '../answer.ts';
import { askedLanguage, type Context, messagesOf, ownAction } from '../context.ts';
import { secondsOf } from '../members/visitor.ts';
import { mailAnswer } from '../pages/mail/mail-answer.tsx';
import { MailNotice } from '../views/mail-form.tsx';
import { ProofPage } from '../views/proof-page.tsx';
import { newChallenge, PROOF_BITS, PROOF_PARTS, readProof } from './proof.ts';

/** Forms that are sent in an hour, by a network and by all, before a proof of work is asked for. */
const ASKED_AFTER = { network: 30, all: 300 };

/** Forms of a network in an hour, with a proof; and without, by those whose browser makes none. */
const MAX_OF_NETWORK = 300;
const MAX_WITHOUT_PROOF = 60;

const HOUR = 3_600;

/** The mails of who makes no proof leave so many seconds later. */
const LATER_SECONDS = 600;

/** What somebody who is not signed in sends by a form. */
export interface Anonymous {
  readonly client: string;
  readonly fields: URLSearchParams;
  readonly address: string;
  /** What it would have the wiki say. */
  readonly texts?: readonly string[];
  /** Whether they leave: who is blocked may. */
  readonly isLeaving?: boolean;
}

/**
 * What becomes of a form: it is `taken`, as if it were sent `at` a time; `dropped`, where its address is blocked, and the
 * answer is the same; or an `answer` is given instead.
 */
export type Gated =
  | { readonly kind: 'taken'; readonly at: number }
  | { readonly kind: 'dropped' }
  | { readonly kind: 'answer'; readonly answer: Answer };

/** Looks at what is sent by who is not signed in: whether it is blocked, and whether too much comes from there. */
export async function gate(context: Context, sent: Anonymous): Promise<Gated> {
  const { client, fields, address, texts = [], isLeaving = false } = sent;
  const now = secondsOf(context);
  const block = isLeaving ? undefined : await blocked(context, { addresses: [address], client, texts });
  if (isOfAddress(block)) return { kind: 'dropped' };
  if (block) return { kind: 'answer', answer: await notTaken(context) };
  const passed = await context.wiki.database.write((writer) => pass(writer, context, { client, fields }));
  if (passed.kind === 'asked')
    return { kind: 'answer', answer: await proofPage(context, fields, passed.challenge) };
  if (passed.kind === 'too-many') return { kind: 'answer', answer: await tooMany(context) };
  return { kind: 'taken', at: passed.kind === 'later' ? now + LATER_SECONDS : now };
}

/** What of something that is sent is blocked. */
export async function blocked(context: Context, sent: Sent): Promise<Block | undefined> {
  return blockOf(await blocksAt(context.wiki.database.reader, secondsOf(context)), sent);
}

/** Whether a block is of who sends, not of what or from where: nobody is told whose addresses are. */
export function isOfAddress(block: Block | undefined): boolean {
  return block?.kind === 'address' || block?.kind === 'domain';
}

type Passed =
  | { readonly kind: 'taken' | 'later' | 'too-many' }
  | { readonly kind: 'asked'; readonly challenge: string };

async function pass(
  writer: Writer,
  context: Context,
  { client, fields }: Pick<Anonymous, 'client' | 'fields'>,
): Promise<Passed> {
  const now = secondsOf(context);
  const since = now - (now % HOUR);
  const secret = await dailySecret(writer, new Date(now * 1000).toISOString().slice(0, 10), newSecret());
  const network = createHmac('sha256', secret).update(sharedNetwork(client)).digest('base64url');
  const [ofNetwork = 0, ofAll = 0] = await countForm(writer, [network, 'all'], since);
  if (ofNetwork > MAX_OF_NETWORK) return { kind: 'too-many' };
  if (ofNetwork <= ASKED_AFTER.network && ofAll <= ASKED_AFTER.all) return { kind: 'taken' };
  const given = fields.get('proof') ?? '';
  if (given === 'none') {
    const [withoutProof = 0] = await countForm(writer, [`${network} none`], since);
    return { kind: withoutProof > MAX_WITHOUT_PROOF ? 'too-many' : 'later' };
  }
  const place = { secret: await siteSecret(writer), purpose: context.path, now };
  const proof = readProof(given, place);
  return proof && (await useProof(writer, { ...proof, now }))
    ? { kind: 'taken' }
    : { kind: 'asked', challenge: newChallenge(place) };
}

const newSecret = () => randomBytes(32).toString('hex');

async function proofPage(context: Context, fields: URLSearchParams, challenge: string): Promise<Answer> {
  const language = askedLanguage(context);
  const messages = messagesOf(context, language);
  return await mailAnswer(context, {
    language,
    title: messages.abuse.proofTitle,
    content: (
      <ProofPage
        messages={messages}
        action={ownAction(context)}
        fields={[...fields].filter(([name]) => name !== 'proof')}
        challenge={challenge}
        parts={PROOF_PARTS}
        bits={PROOF_BITS}
      />
    ),
  });
}

/** Says that something is not taken, and not why. */
export async function notTaken(context: Context): Promise<Answer> {
  const language = askedLanguage(context);
  const words = messagesOf(context, language).abuse;
  const content = <MailNotice title={words.notTaken} paragraphs={[words.notTakenText]} />;
  return await mailAnswer(context, { language, status: 403, title: words.notTaken, content });
}

/** Says that too much came from there. */
export async function tooMany(context: Context): Promise<Answer> {
  const language = askedLanguage(context);
  const words = messagesOf(context, language).subscription;
  const answer = await mailAnswer(context, {
    language,
    status: 429,
    title: words.tooMany,
    content: <MailNotice title={words.tooMany} paragraphs={[words.tooManyText]} />,
  });
  return { ...answer, headers: { ...answer.headers, 'retry-after': '3600' } };
}
