import { z } from 'zod';

/** What several files of the register have in common. */
export const webAddress = z.url({
  protocol: /^https?$/,
  error: 'is not an address that begins with http:// or https://',
});

export const day = z.preprocess(
  (value) => (value instanceof Date ? value.toISOString().slice(0, 10) : value),
  z.iso.date('is not a date such as 2024-08-09'),
);

/** An identifier of the public directory: lannuaire.service-public.fr gives UUIDs. */
export const organisationId = z
  .string('is not the identifier of an organisation')
  .regex(/^[\w.:-]{1,100}$/, 'is not the identifier of an organisation: letters, digits, - _ . :');

/** What code.gouv.fr writes where it does not know the organisation. */
const NOBODY = '00000000-0000-0000-0000-000000000000';

/** The organisation, or undefined for that which stands for none. */
export function someOrganisation(id: string | undefined): string | undefined {
  return id === NOBODY ? undefined : id;
}
