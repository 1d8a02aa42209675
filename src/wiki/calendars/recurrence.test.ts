import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { recurrence } from './recurrence.ts';
import { recurrenceRule } from './recurrence-rule.ts';
import { stampText, writtenTime } from './stamps.ts';
import { UTC } from './zones.ts';

const WEEKEND_AND_WEEK = 'SU,MO,TU,WE,TH,FR,SA';

/** The examples of RFC 5545, section 3.8.5.3: start, rule, and the first days it falls on. */
const EXAMPLES: readonly (readonly [start: string, rule: string, days: string])[] = [
  ['19970902', 'FREQ=DAILY', '0902 0903 0904 0905'],
  ['19970902', 'FREQ=DAILY;INTERVAL=2', '0902 0904 0906 0908'],
  ['19970902', 'FREQ=DAILY;INTERVAL=10', '0902 0912 0922 1002 1012'],
  ['19980130', `FREQ=YEARLY;BYMONTH=1;BYDAY=${WEEKEND_AND_WEEK}`, '0130 0131 19990101 19990102'],
  ['19980130', 'FREQ=DAILY;BYMONTH=1', '0130 0131 19990101 19990102'],
  ['19970902', 'FREQ=WEEKLY', '0902 0909 0916 0923 0930 1007'],
  ['19970902', 'FREQ=WEEKLY;INTERVAL=2;WKST=SU', '0902 0916 0930 1014 1028 1111 1125 1209 1223 19980106'],
  ['19970902', 'FREQ=WEEKLY;WKST=SU;BYDAY=TU,TH', '0902 0904 0909 0911 0916 0918'],
  [
    '19970901',
    'FREQ=WEEKLY;INTERVAL=2;WKST=SU;BYDAY=MO,WE,FR',
    '0901 0903 0905 0915 0917 0919 0929 1001 1003 1013',
  ],
  ['19970902', 'FREQ=WEEKLY;INTERVAL=2;WKST=SU;BYDAY=TU,TH', '0902 0904 0916 0918 0930 1002 1014 1016'],
  ['19970905', 'FREQ=MONTHLY;BYDAY=1FR', '0905 1003 1107 1205 19980102 19980206'],
  ['19970907', 'FREQ=MONTHLY;INTERVAL=2;BYDAY=1SU,-1SU', '0907 0928 1102 1130 19980104 19980125 19980301'],
  ['19970922', 'FREQ=MONTHLY;BYDAY=-2MO', '0922 1020 1117 1222 19980119 19980216'],
  ['19970928', 'FREQ=MONTHLY;BYMONTHDAY=-3', '0928 1029 1128 1229 19980129 19980226'],
  ['19970902', 'FREQ=MONTHLY;BYMONTHDAY=2,15', '0902 0915 1002 1015 1102 1115'],
  [
    '19970930',
    'FREQ=MONTHLY;BYMONTHDAY=1,-1',
    '0930 1001 1031 1101 1130 1201 1231 19980101 19980131 19980201',
  ],
  [
    '19970910',
    'FREQ=MONTHLY;INTERVAL=18;BYMONTHDAY=10,11,12,13,14,15',
    '0910 0911 0912 0913 0914 0915 19990310 19990311',
  ],
  ['19970902', 'FREQ=MONTHLY;INTERVAL=2;BYDAY=TU', '0902 0909 0916 0923 0930 1104 1111 1118 1125 19980106'],
  ['19970610', 'FREQ=YEARLY;BYMONTH=6,7', '0610 0710 19980610 19980710'],
  ['19970310', 'FREQ=YEARLY;INTERVAL=2;BYMONTH=1,2,3', '0310 19990110 19990210 19990310 20010110'],
  [
    '19970101',
    'FREQ=YEARLY;INTERVAL=3;BYYEARDAY=1,100,200',
    '0101 0410 0719 20000101 20000409 20000718 20030101',
  ],
  ['19970519', 'FREQ=YEARLY;BYDAY=20MO', '0519 19980518 19990517'],
  ['19970512', 'FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO', '0512 19980511 19990517'],
  ['19970313', 'FREQ=YEARLY;BYMONTH=3;BYDAY=TH', '0313 0320 0327 19980305 19980312'],
  ['19970605', 'FREQ=YEARLY;BYDAY=TH;BYMONTH=6,7,8', '0605 0612 0619 0626 0703'],
  ['19970902', 'FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13', '19980213 19980313 19981113 19990813 20001013'],
  [
    '19970913',
    'FREQ=MONTHLY;BYDAY=SA;BYMONTHDAY=7,8,9,10,11,12,13',
    '0913 1011 1108 1213 19980110 19980207 19980307',
  ],
  [
    '19961105',
    'FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8',
    '1105 20001107 20041102',
  ],
  ['19970904', 'FREQ=MONTHLY;BYDAY=TU,WE,TH;BYSETPOS=3', '0904 1007 1106'],
  ['19970929', 'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2', '0929 1030 1127 1230 19980129 19980226'],
  ['19970805', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=MO', '0805 0810 0819 0824'],
  ['19970805', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=SU', '0805 0817 0819 0831'],
  ['20070115', 'FREQ=MONTHLY;BYMONTHDAY=15,30', '0115 0130 0215 0315 0330'],
  // Beyond the RFC's own
  ['20240229', 'FREQ=YEARLY', '0229 20280229 20320229'],
  ['20260131', 'FREQ=MONTHLY', '0131 0331 0531 0731'],
  ['20261231', 'FREQ=YEARLY;BYWEEKNO=-1', '1231 20271230 20281228'],
  ['20260105', 'FREQ=YEARLY;BYYEARDAY=-1', '1231 20271231 20281231'],
  ['20260105', 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1', '0109 0116 0123'],
];

const TIMES: readonly (readonly [rule: string, times: string])[] = [
  ['FREQ=HOURLY;INTERVAL=3', '0900 1200 1500 1800 2100 0000 0300'],
  ['FREQ=MINUTELY;INTERVAL=15', '0900 0915 0930 0945 1000 1015'],
  ['FREQ=MINUTELY;INTERVAL=90', '0900 1030 1200 1330'],
  ['FREQ=DAILY;BYHOUR=9,16;BYMINUTE=0,20,40', '0900 0920 0940 1600 1620 1640 0900'],
  ['FREQ=MINUTELY;INTERVAL=20;BYHOUR=9,16', '0900 0920 0940 1600 1620 1640 0900'],
  ['FREQ=SECONDLY;INTERVAL=1800', '0900 0930 1000'],
  ['FREQ=SECONDLY;BYHOUR=10;BYMINUTE=5;BYSECOND=0', '1005 1005 1005'],
];

describe('a recurrence rule', () => {
  test.each(EXAMPLES)('from %s, %s', (start, rule, days) => {
    const expected = days.split(' ').map((day) => (day.length === 8 ? day : start.slice(0, 4) + day));
    expect(first(rule, `${start}T090000`, expected.length).map((text) => text.slice(0, 8))).toEqual(expected);
  });

  test.each(TIMES)('of less than a day, %s', (rule, times) => {
    const expected = times.split(' ');
    expect(first(rule, '19970902T090000', expected.length).map((text) => text.slice(9, 13))).toEqual(
      expected,
    );
  });

  test.each(EXAMPLES)('from %s, %s, gives from any date what it gives from its start', (start, rule) => {
    const wall = wallOf(`${start}T090000`);
    const follow = recurrence(parsed(rule), wall);
    const all = [...follow(wall, wall + 2000 * DAY)];
    for (const days of [1, 37, 400, 731, 1500]) {
      const from = wall + days * DAY;
      expect([...follow(from, wall + 2000 * DAY)]).toEqual(all.filter((at) => at >= from));
    }
  });

  test.each([
    'FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30',
    'FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=31',
    'FREQ=YEARLY;BYMONTH=4;BYDAY=1MO;BYMONTHDAY=20',
    'FREQ=SECONDLY;BYSECOND=60',
    'FREQ=SECONDLY;INTERVAL=60;BYSECOND=30',
    'FREQ=DAILY;INTERVAL=1000000;BYMONTH=2;BYMONTHDAY=30',
  ])('that never happens ends soon: %s', (rule) => {
    const before = performance.now();
    expect(first(rule, '20260101T000000', 1)).toEqual([]);
    expect(performance.now() - before).toBeLessThan(500);
  });
});

const DAY = 86_400_000;

function parsed(rule: string) {
  const [, , , value] = ICAL.parse.property(`RRULE:${rule}`, ICAL.design.icalendar) as unknown[];
  const read = recurrenceRule(value);
  if (read === undefined) throw new Error(rule);
  return read;
}

function wallOf(text: string): number {
  return writtenTime(text)?.wall ?? Number.NaN;
}

function first(rule: string, start: string, count: number): string[] {
  const wall = wallOf(start);
  const frame = { kind: 'floating', zone: UTC, shown: UTC } as const;
  return recurrence(parsed(rule), wall)(wall, Number.POSITIVE_INFINITY)
    .take(count)
    .map((at) => stampText({ wall: at, frame }))
    .toArray();
}
