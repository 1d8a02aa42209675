import type { Message } from '../mime/message.ts';

/** Whether a program sent a mail, so that no program may answer it (RFC 3834, section 2). */
export function isAutomatic(sender: string, { headers }: Pick<Message, 'headers'>): boolean {
  const value = (name: string) =>
    headers
      .find((field) => field.name === name)
      ?.value.trim()
      .toLowerCase();
  const submitted = value('auto-submitted');
  return (
    sender === '' ||
    /^(?:mailer-daemon|postmaster|no-?reply|.*-(?:request|bounces?)|owner-.*)@/i.test(sender) ||
    (submitted !== undefined && submitted !== 'no') ||
    /^(?:bulk|list|junk|auto_reply)$/.test(value('precedence') ?? '') ||
    headers.some(({ name }) => NEVER_A_PERSON.has(name))
  );
}

const NEVER_A_PERSON = new Set(['list-id', 'list-post', 'x-loop', 'x-autoreply', 'x-auto-response-suppress']);
