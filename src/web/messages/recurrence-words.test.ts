import { expect, test } from 'vitest';
import { en } from './en.ts';
import { fr } from './fr.ts';

test.each([
  [
    'FREQ=WEEKLY;BYDAY=TU;UNTIL=20261222T225959Z',
    'toutes les semaines, le mardi, jusqu’au 22 décembre 2026',
    'every week, on Tuesday, until 22 December 2026',
  ],
  ['FREQ=MONTHLY;BYDAY=2TH', 'tous les mois, le 2e jeudi', 'every month, on the second Thursday'],
  [
    'FREQ=MONTHLY;INTERVAL=2;BYDAY=-1FR;COUNT=3',
    'tous les 2 mois, le dernier vendredi, 3 fois',
    'every 2 months, on the last Friday, 3 times',
  ],
  [
    'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE,FR;WKST=MO',
    'toutes les 2 semaines, le lundi, le mercredi et le vendredi',
    'every 2 weeks, on Monday, Wednesday and Friday',
  ],
  ['FREQ=MONTHLY;BYMONTHDAY=1,15', 'tous les mois, le 1er et le 15', 'every month, on day 1 and day 15'],
  ['FREQ=YEARLY', 'tous les ans', 'every year'],
  ['FREQ=DAILY;BYSETPOS=1', 'FREQ=DAILY;BYSETPOS=1', 'FREQ=DAILY;BYSETPOS=1'],
  ['nothing', 'nothing', 'nothing'],
])('%s is said in words where they are few', (rule, french, english) => {
  expect(fr.difference.recurrence(rule).replace(/[\u00a0\u202f]/g, ' ')).toBe(french);
  expect(en.difference.recurrence(rule).replace(/[\u00a0\u202f]/g, ' ')).toBe(english);
});
