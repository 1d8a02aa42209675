import { z } from 'zod';

/** An address that may be written in a settings file: no display name, no quoted local part, no `+`. */
const mailAddress = z.email('is not a mail address').max(254);

const who = z.enum(['everyone', 'subscribers', 'moderators'], 'is none of everyone, subscribers, moderators');

/** One mailing list of `lists:` in `greffe.yml`. */
export const listSettings = <T extends z.ZodType>(localizedText: T) =>
  z.strictObject({
    /** Where one writes to it. Its commands are the same address with `+subscribe` and the like before the `@`. */
    address: mailAddress.refine((address) => !address.split('@', 1)[0]?.includes('+'), 'has a +'),
    title: localizedText.optional(),
    description: localizedText.optional(),
    /** Who may read the archive. */
    read: z.enum(['everyone', 'moderators'], 'is neither everyone nor moderators').default('everyone'),
    /** Who may begin a thread, and who may answer in one. */
    post: who.default('everyone'),
    reply: who.default('everyone'),
    /** What becomes of a message of those who may not: it waits for a moderator, or is refused at once. */
    others: z.enum(['held', 'refused'], 'is neither held nor refused').default('held'),
    moderators: z.array(mailAddress).max(100).default([]),
    /** The largest message, in megabytes. */
    maxMegabytes: z.number().min(0.01).max(50).default(10),
    /** What becomes of the first change of an address that is typed on the web. */
    contributions: z
      .strictObject({ first: z.enum(['open', 'held'], 'is neither open nor held').default('open') })
      .default({ first: 'open' }),
    /** Which patches are for this wiki. */
    patches: z
      .strictObject({
        /** Those whose subject begins with one of these: `[PATCH logiciels-libres]`. */
        prefixes: z.array(z.string().min(1).max(100)).max(20).default([]),
        /** Those whose subject names none. */
        default: z.boolean().default(true),
      })
      .default({ prefixes: [], default: true }),
  });
