import type { CalendarRule } from '../../wiki/calendars/problems.ts';
import type { ProblemWords } from './problem-messages.ts';
import { frenchSize, frenchTableSentences } from './table-problem-fr.ts';

/** What is wrong in a calendar, by rule; `value` is what the sentence is about, as the file has it. */
const calendarSentences: Readonly<Record<CalendarRule, (value: string) => string>> = {
  'not-a-calendar': () => 'Ce fichier n’est pas un agenda\u202f: il n’a pas de ligne BEGIN:VCALENDAR.',
  'too-large': (size) =>
    `Le fichier dépasse ${frenchSize(size)}\u202f: la suite n’est pas lue. Partagez-le en plusieurs fichiers.`,
  'too-many-events': (count) =>
    `Le fichier a plus de ${count} événements\u202f: les suivants ne sont pas montrés.`,
  nul: () => 'La ligne contient un caractère nul\u202f: retirez-le.',
  'malformed-line': (text) => `${quoted(text)} n’est pas une propriété\u202f: la ligne n’est pas lue.`,
  unclosed: (name) => `BEGIN:${name} n’a pas de END:${name}.`,
  'stray-end': (name) => `END:${name} ne termine rien.`,
  'no-uid': () => 'L’événement n’a pas d’UID\u202f: son adresse change avec sa date ou son titre.',
  'duplicate-uid': (uid) => `Un autre événement du fichier a l’UID ${quoted(uid)}\u202f: à chacun le sien.`,
  'no-start': () => 'L’événement n’a pas de DTSTART\u202f: il n’est pas montré.',
  'no-such-date': (value) => `${quoted(value)} n’est pas une date qui existe.`,
  'unknown-zone': (zone) =>
    `Le fuseau horaire ${quoted(zone)} est inconnu\u202f: ses heures sont lues comme locales.`,
  'bad-end': (value) =>
    `${quoted(value)} ne dit pas quand l’événement se termine\u202f: il est montré sans heure de fin.`,
  'end-before-start': (value) =>
    `L’événement se termine (${value}) avant de commencer\u202f: il est montré sans heure de fin.`,
  'very-long': (value) => `L’événement dure plus d’un an (jusqu’à ${value}).`,
  'bad-recurrence': (value) =>
    `${quoted(value)} n’est pas une règle de récurrence\u202f: elle n’est pas suivie.`,
  'never-recurs': (value) => `${quoted(value)} n’a jamais lieu\u202f: seule la première date est montrée.`,
  'too-frequent': (value) =>
    `${quoted(value)} revient plus de 48\u00a0fois par jour\u202f: seule la première date est montrée.`,
  'too-many-occurrences': (value) =>
    `${quoted(value)} revient trop souvent\u202f: les dernières dates ne sont pas montrées.`,
  private: () =>
    'L’événement est marqué comme privé alors que ce fichier est public\u202f: il n’est pas montré.',
};

/** What is wrong, in French: the sentence of a rule of calendars or of tables. */
export function problemSentence(rule: string, values: ProblemWords): string | undefined {
  if (isOf(calendarSentences, rule)) return calendarSentences[rule](String(values.value));
  const sentence = isOf(frenchTableSentences, rule) ? frenchTableSentences[rule] : undefined;
  return (sentence as ((values: ProblemWords) => string) | undefined)?.(values);
}

function isOf<T extends object>(sentences: T, rule: string): rule is keyof T & string {
  return Object.hasOwn(sentences, rule);
}

function quoted(text: string): string {
  return `«\u00a0${text}\u00a0»`;
}
