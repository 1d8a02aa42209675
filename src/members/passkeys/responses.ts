import { z } from 'zod';

const text = z.string().max(16_384);

const common = {
  id: text,
  rawId: text,
  type: z.literal('public-key'),
  clientExtensionResults: z.record(z.string(), z.unknown()).default({}),
};

/** What a browser says of a new credential (WebAuthn Level 3, RegistrationResponseJSON). */
const created = z.object({
  ...common,
  response: z.object({
    clientDataJSON: text,
    attestationObject: text,
    transports: z.array(z.string().max(32)).max(10).default([]),
  }),
});

/** What a browser says of the use of one (AuthenticationResponseJSON). */
const used = z.object({
  ...common,
  response: z.object({
    clientDataJSON: text,
    authenticatorData: text,
    signature: text,
    userHandle: z
      .string()
      .max(200)
      .nullish()
      .transform((handle) => handle ?? undefined),
  }),
});

/** Undefined for what no browser says. */
export const readCreated = (json: string) => read(created, json);
export const readUsed = (json: string) => read(used, json);

function read<Read>(schema: z.ZodType<Read>, json: string): Read | undefined {
  try {
    return schema.safeParse(JSON.parse(json)).data;
  } catch {
    return undefined;
  }
}
