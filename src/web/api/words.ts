import type { Messages } from '../messages/messages.ts';

/** What a parameter of an operation asks, in words. */
export function parameterWords({ api }: Messages, operation: string, name: string): string {
  const words: Readonly<Record<string, string>> = api.parameters;
  return words[`${operation}.${name}`] ?? words[name] ?? '';
}
