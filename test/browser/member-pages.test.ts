import { describe, expect, test } from 'vitest';
import { accessibilityFaults } from '../support/axe.ts';
import { desktop, hasChromium, narrow, withChromium } from '../support/chromium.ts';
import { contributing, WIKI_URL } from '../support/contributing.ts';
import { LIST_FILES } from '../support/mail.ts';
import { newSignInLink } from '../support/members.ts';
import { complaintsOf, overflow } from '../support/page-faults.ts';
import { catalogue, SOFTWARE_FILES } from '../support/software.ts';

const MAINTAINER = 'camille@office.example';

const EVENTS = [
  'BEGIN:VCALENDAR',
  'VERSION:2.0',
  'PRODID:x',
  'BEGIN:VEVENT',
  'UID:un@wiki.example',
  'DTSTAMP:20270101T000000Z',
  'DTSTART;VALUE=DATE:20990304',
  'SUMMARY:Rencontre des référents d’un très-long-nom-que-rien-ne-coupe-sur-un-écran-étroit',
  'END:VEVENT',
  'END:VCALENDAR',
  '',
].join('\r\n');

/** Pages that only who is signed in sees, and forms of data. */
const PAGES = [
  '/-/account',
  '/-/account/data',
  '/-/members',
  '/-/members/undo?address=eve@example.org',
  '/-/members/blocked',
  '/-/members/trail',
  '/-/proposals/mine',
  '/-/software/1/declare',
  '/-/edit/dates.ics',
  '/-/edit/liste.csv',
];

describe.skipIf(!hasChromium)('pages of members', () => {
  const open = withChromium();

  test.each([
    { language: 'fr', colorScheme: 'light', viewport: narrow },
    { language: 'en', colorScheme: 'dark', viewport: desktop },
    { language: 'en', colorScheme: 'light', viewport: narrow },
    { language: 'fr', colorScheme: 'dark', viewport: desktop },
  ] as const)(
    'have no accessibility fault and fit their screen: $language, $colorScheme, $viewport.width wide',
    async ({ language, ...options }) => {
      await using site = await contributing({
        ...SOFTWARE_FILES,
        'greffe.yml': `url: ${WIKI_URL}\n${LIST_FILES['greffe.yml'].replace(/^languages:.*\n/m, '')}${SOFTWARE_FILES['greffe.yml']}`,
        'dates.ics': EVENTS,
      });
      await site.repository.commit(
        'Corrige la FAQ',
        { 'guides/faq.md': '# Questions\n\nUn casino.\n' },
        { author: 'Eve Exemple <eve@example.org>' },
      );
      await site.wiki.update();
      await catalogue(site.wiki);
      await site.wiki.update();
      const page = await open({ locale: language, ...options });
      const complaints = complaintsOf(page);
      await page.goto(site.origin + (await newSignInLink(site, MAINTAINER)));
      await page.locator('main button').first().click();
      await page.waitForLoadState();
      for (const path of PAGES) {
        await page.goto(`${site.origin}${path}${path.includes('?') ? '&' : '?'}lang=${language}`);
        expect.soft(new URL(page.url()).pathname, path).toBe(path.replace(/\?.*/, ''));
        expect.soft(await accessibilityFaults(page), path).toEqual([]);
        expect.soft(await overflow(page), path).toEqual([]);
        expect.soft(complaints.splice(0), path).toEqual([]);
        expect.soft(await page.getAttribute('html', 'lang'), path).toBe(language);
      }
    },
  );
});
