import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { Invalid } from './errors.ts';

/** What a webhook may be told of. */
export const WEBHOOK_EVENTS = [
  'message.received',
  'message.held',
  'message.delivered',
  'message.bounced',
  'wiki.changed',
  'proposal.received',
  'proposal.changed',
] as const;

export type WebhookEvent = (typeof WEBHOOK_EVENTS)[number];

/** A program elsewhere that is told of events. */
export interface Webhook {
  readonly url: string;
  readonly events: readonly WebhookEvent[];
  /** What signs what it is told. */
  readonly secret: Buffer;
  /** Whether it may be on a private network: the operator says so. */
  readonly isPrivate: boolean;
}

const schema = z
  .array(
    z.strictObject({
      url: z.url({ protocol: /^https?$/, error: 'is not an address that begins with http:// or https://' }),
      events: z
        .array(z.enum(WEBHOOK_EVENTS))
        .min(1)
        .default([...WEBHOOK_EVENTS]),
      /** The variable of the environment that holds its secret. */
      secret: z
        .string()
        .regex(/^[A-Z_][A-Z0-9_]*$/, 'is not the name of a variable')
        .default('GREFFE_WEBHOOK_SECRET'),
      private: z.boolean().default(false),
    }),
  )
  .max(20);

/**
 * Reads the webhooks of the file that GREFFE_WEBHOOKS names: a JSON list of `{url, events, secret, private}`. Secrets are
 * variables of the environment, in the form of Standard Webhooks (`whsec_` and base64). Throws {@link Invalid}.
 */
export function readWebhooks(env: NodeJS.ProcessEnv): readonly Webhook[] {
  const file = env.GREFFE_WEBHOOKS;
  if (!file) return [];
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    throw new Invalid(`The file ${file} cannot be read as JSON.`, 'Set GREFFE_WEBHOOKS to a file that can.', {
      cause,
    });
  }
  const parsed = schema.safeParse(value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new Invalid(`${file}: ${issue?.path.join('.')} ${issue?.message}.`, 'See docs/reference/lists.md.');
  }
  return parsed.data.map(({ url, events, secret, private: isPrivate }) => ({
    url,
    events,
    secret: readSecret(secret, env[secret]),
    isPrivate,
  }));
}

function readSecret(name: string, value: string | undefined): Buffer {
  const secret = Buffer.from((value ?? '').replace(/^whsec_/, ''), 'base64');
  if (secret.length < 24)
    throw new Invalid(
      `${name} holds no secret of 24 bytes or more.`,
      `Make one: echo "whsec_$(openssl rand -base64 32)".`,
    );
  return secret;
}
