import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { atomFaults, jsonFeedSchema, parseXml } from '../support/feeds.ts';
import { LIST_FILES, mail, servedList } from '../support/mail.ts';
import { CONVERSATION } from '../support/thread.ts';

const LIST = '/-/lists/contributions/';
const QUESTION = `${LIST}question@office.example/`;

test('the lists of a site are found from every page, each with its latest threads', async () => {
  await using site = await servedList({ contributions: CONVERSATION });
  expect((await site.get('/')).text).toContain('href="/-/lists/"');
  const { status, text } = await site.get('/-/lists/');
  expect(status).toBe(200);
  expect(text).toContain('Contributions');
  expect(text).toContain('mailto:contributions@office.example');
  expect(text).toContain(`href="${QUESTION}t/"`);
  expect(text).not.toContain('interne');
});

test('a list shows its threads, that with the newest message first', async () => {
  await using site = await servedList({
    contributions: [
      mail({ id: 'old@x.example', subject: 'Ancien', date: '2026-03-01T10:00:00Z' }),
      mail({ id: 'new@x.example', subject: 'Nouveau', date: '2026-03-05T10:00:00Z' }),
      mail({
        id: 're@x.example',
        subject: 'Re: Ancien',
        references: ['old@x.example'],
        date: '2026-03-09T10:00:00Z',
      }),
    ],
  });
  const { text } = await site.get(LIST);
  expect(text.indexOf('Ancien')).toBeLessThan(text.indexOf('Nouveau'));
  expect(text).toContain('2\u00a0discussions');
  expect(text).toContain('3\u00a0messages');
});

test('a message is read, its patch coloured, its addresses shielded', async () => {
  await using site = await servedList({ contributions: CONVERSATION });
  const { text, status } = await site.get(QUESTION);
  expect(status).toBe(200);
  expect(text).toContain('anna@[…]');
  expect(text).not.toContain('anna@office.example');
  expect(text).toContain('href="https://wiki.example/guides/choisir-une-licence"');
  expect(text).toContain('Ce message vient bien de office.example.');
  const patch = await site.get(`${LIST}20260312-patch-1@office.example/`);
  expect(patch.text).toContain('<span class="mail-diff-added">+Sous Licence Ouverte 2.0.\n</span>');
  expect(patch.text).toContain('correctif');
});

test('a message without its final slash redirects to it with one, whole, as b4 expects', async () => {
  await using site = await servedList({ contributions: CONVERSATION });
  const { status, headers } = await site.ask(`${LIST}question%40office.example`, { method: 'HEAD' });
  expect(status).toBe(301);
  expect(headers.location).toBe(`${site.origin}${QUESTION}`);
  for (const form of ['t', 'T'])
    expect((await site.get(QUESTION + form)).headers.location).toBe(`${site.origin}${QUESTION}${form}/`);
  expect((await site.get(`${LIST}unknown@office.example`)).status).toBe(404);
  expect((await site.get(`${LIST}unknown@office.example/T`)).status).toBe(404);
  expect((await site.get(`${LIST}reponse%2B1%40partners.example/`)).status).toBe(200);
  expect((await site.get(`${LIST}reponse+1@partners.example/`)).status).toBe(200);
});

test('a thread is a gzipped mbox that is not compressed again', async () => {
  await using site = await servedList({ contributions: CONVERSATION });
  const { headers, body } = await site.get(`${QUESTION}t.mbox.gz`, { 'accept-encoding': 'gzip, br' });
  expect(headers['content-type']).toBe('application/gzip');
  expect(headers['content-encoding']).toBeUndefined();
  const mbox = gunzipSync(body).toString();
  expect(mbox.match(/^From mboxrd@z/gm)).toHaveLength(4);
  expect(mbox).toContain('Message-ID: <tardif@office.example>');
});

test('lines that begin as those between messages do are marked in an mbox', async () => {
  const body = 'From here on\n>From there\n';
  await using site = await servedList({ contributions: [mail({ id: 'from@x.example', body })] });
  const mbox = gunzipSync((await site.get(`${LIST}from@x.example/t.mbox.gz`)).body).toString();
  expect(mbox).toContain('\n>From here on\n>>From there\n');
});

test('the source of a message is its bytes', async () => {
  const raw = mail({ id: 'raw@x.example', body: 'é\n' });
  await using site = await servedList({ contributions: [raw] });
  const { body, headers } = await site.get(`${LIST}raw@x.example/raw`);
  expect(body).toEqual(raw);
  expect(headers['content-type']).toBe('text/plain; charset=utf-8');
  expect(headers['content-security-policy']).toContain('sandbox');
});

test('a thread is read flat or nested, each message at the anchor that public-inbox gives it', async () => {
  await using site = await servedList({ contributions: CONVERSATION });
  const anchor = 'm7c9d4b7be5dd4e6b4aa4b0c3d7c32e5fd9fe0a11'.length;
  for (const form of ['t/', 'T/']) {
    const { text, status } = await site.get(QUESTION + form);
    expect(status).toBe(200);
    const anchors = [...text.matchAll(/<section class="mail[^"]*" id="(m[0-9a-f]{40})"/g)];
    expect(anchors).toHaveLength(4);
    expect(anchors[0]?.[1]).toHaveLength(anchor);
  }
  expect((await site.get(`${QUESTION}t/`)).text).toContain('mail-depth-1');
});

test('a search finds words whatever their accents, and says who wrote what when', async () => {
  await using site = await servedList({ contributions: CONVERSATION });
  const found = async (q: string) => {
    const { text } = await site.get(`${LIST}?q=${encodeURIComponent(q)}`);
    return [...text.matchAll(/<h2 dir="auto"><a href="\/-\/lists\/contributions\/([^"]+)\/"/g)].map(
      ([, id]) => id,
    );
  };
  expect(await found('numerise')).toEqual(['question@office.example']);
  expect(await found('s:licence f:bilal')).toEqual([
    '20260312-patch-1@office.example',
    'reponse+1@partners.example',
  ]);
  expect(await found('is:patch')).toEqual(['20260312-patch-1@office.example']);
  expect(await found('d:20260311..20260311')).toEqual(['tardif@office.example']);
  expect(await found('d:2026-03-11..')).toEqual(['20260312-patch-1@office.example', 'tardif@office.example']);
  expect(await found('licence -s:patch -f:chloe -f:anna')).toEqual(['reponse+1@partners.example']);
  expect(await found('m:tardif@office.example')).toEqual(['tardif@office.example']);
  expect(await found('(s:"quelle licence" AND f:anna) OR f:chloé')).toEqual([
    'tardif@office.example',
    'question@office.example',
  ]);
  expect(await found('absolument introuvable')).toEqual([]);
});

test('a posted search answers with an mbox of what it finds, or of its threads', async () => {
  await using site = await servedList({ contributions: CONVERSATION });
  const post = (query: string) => site.ask(`${LIST}?${query}`, { method: 'POST' });
  const count = async (query: string) =>
    gunzipSync((await post(query)).body)
      .toString()
      .match(/^From mboxrd@z/gm)?.length;
  expect(await count('x=m&q=is:patch')).toBe(1);
  expect(await count('x=m&t=1&q=is:patch')).toBe(4);
  expect((await post('x=m&q=introuvable')).status).toBe(404);
});

test('feeds tell the newest messages of a list, of a thread and of a search', async () => {
  await using site = await servedList({ contributions: CONVERSATION });
  for (const address of [`${LIST}new.atom`, `${QUESTION}t.atom`, `${LIST}?q=licence&x=A`]) {
    const { status, headers, text } = await site.get(address);
    expect([address, status]).toEqual([address, 200]);
    expect(headers['content-type']).toBe('application/atom+xml; charset=utf-8');
    expect(text).toContain('[PATCH] guides: dire quelle licence choisir');
    expect(text).not.toContain('bilal@partners.example');
    expect(atomFaults(parseXml(text))).toEqual([]);
    expect(text).not.toMatch(/ (?:class|id|style)=&quot;/);
  }
  for (const address of [`${LIST}new.json`, `${QUESTION}t.json`])
    expect(jsonFeedSchema.parse(JSON.parse((await site.get(address)).text)).items).toHaveLength(4);
});

test('the page that explains how to follow has the feed of each list', async () => {
  await using site = await servedList({ contributions: CONVERSATION });
  const { text } = await site.get('/-/follow?lang=en');
  expect(text).toContain('Contributions to the wiki</a></h3>');
  expect(text).toContain(`href="${site.origin}${LIST}new.atom?lang=en"`);
  expect(text).not.toContain('interne');
  expect((await site.get(`${LIST}new.json`)).headers['content-type']).toContain('application/feed+json');
});

test('an attachment is a download that nothing runs, whatever it says it is', async () => {
  const html = '<script>alert(1)</script>';
  const raw = mail({
    id: 'joint@x.example',
    headers: ['MIME-Version: 1.0', 'Content-Type: multipart/mixed; boundary="b"'],
    body: `--b
Content-Type: text/plain

Voir le fichier joint.
--b
Content-Type: text/html; name="../../page.html"
Content-Disposition: attachment; filename="../../page.html"

${html}
--b--
`,
  });
  await using site = await servedList({ contributions: [raw] });
  const page = await site.get(`${LIST}joint@x.example/`);
  const [, href = ''] = /<a href="([^"]+)" download/.exec(page.text) ?? [];
  expect(href).toBe(`${LIST}joint@x.example/2-page.html`);
  const { headers, text } = await site.get(href);
  expect(text).toBe(`${html}`);
  expect(headers['content-type']).toBe('application/octet-stream');
  expect(headers['content-disposition']).toBe("attachment; filename*=UTF-8''page.html");
  expect(headers['x-content-type-options']).toBe('nosniff');
  expect(headers['content-security-policy']).toContain('sandbox');
});

test('whatever is asked of a list answers HEAD as it does GET, without its body', async () => {
  await using site = await servedList({ contributions: CONVERSATION });
  for (const under of ['', '?q=licence', 'new.atom', 'all.mbox.gz']
    .map((form) => LIST + form)
    .concat(['', 'raw', 't/', 'T/', 't.mbox.gz', 't.atom'].map((form) => QUESTION + form))) {
    const [got, head] = [await site.get(under), await site.ask(under, { method: 'HEAD' })];
    expect([under, head.status, head.headers['content-type'], head.body.length]).toEqual([
      under,
      200,
      got.headers['content-type'],
      0,
    ]);
  }
});

test('all messages of a list are one mbox, the oldest first', async () => {
  await using site = await servedList({ contributions: CONVERSATION });
  const { headers, body } = await site.get(`${LIST}all.mbox.gz`, { 'accept-encoding': 'gzip' });
  expect(headers['content-encoding']).toBeUndefined();
  const ids = [
    ...gunzipSync(body)
      .toString()
      .matchAll(/^Message-ID: <(.+)>$/gm),
  ].map(([, id]) => id);
  expect(ids).toEqual([
    'question@office.example',
    'reponse+1@partners.example',
    'tardif@office.example',
    '20260312-patch-1@office.example',
  ]);
});

test('a long thread comes in pages, on which each message stands once', async () => {
  const long = Array.from({ length: 130 }, (_, at) =>
    mail({
      id: `n${at}@x.example`,
      subject: 'Une longue discussion',
      date: new Date(Date.parse('2026-03-01T00:00:00Z') + at * 60_000).toISOString(),
      references: at === 0 ? [] : ['n0@x.example', ...(at > 1 ? [`n${Math.floor(at / 2)}@x.example`] : [])],
    }),
  );
  await using site = await servedList({ contributions: long });
  for (const form of ['t/', 'T/']) {
    const anchors: string[] = [];
    for (const page of ['', '?page=2', '?page=3']) {
      const { text } = await site.get(`${LIST}n7@x.example/${form}${page}`);
      anchors.push(
        ...[...text.matchAll(/<section class="mail[^"]*" id="(\w+)"/g)].map(([, id]) => id as string),
      );
    }
    expect(new Set(anchors).size).toBe(130);
    expect(anchors).toHaveLength(130);
  }
});

test('a list that only its moderators read is nowhere', async () => {
  await using site = await servedList({ interne: [mail({ id: 'secret@x.example' })] });
  for (const path of [
    '',
    'new.atom',
    'all.mbox.gz',
    'secret@x.example/',
    'secret@x.example/raw',
    'secret@x.example/t.mbox.gz',
    'secret@x.example/t.atom',
    'secret@x.example/1-a.txt',
    'subscribe',
    '?q=question',
  ])
    expect([path, (await site.get(`/-/lists/interne/${path}`)).status]).toEqual([path, 404]);
  expect((await site.ask('/-/lists/interne/?x=m&q=question', { method: 'POST' })).status).toBe(404);
  expect((await site.get('/-/lists/all/secret@x.example/')).status).toBe(404);
});

test('an erased message leaves a page that says so', async () => {
  await using site = await servedList({ contributions: CONVERSATION });
  const { wiki } = site;
  const { removeMessage } = await import('../../src/store/mail-index.ts');
  const { mailChanged } = await import('../../src/store/mail-lists.ts');
  const { messageNamed } = await import('../../src/store/mail-messages.ts');
  const row = await messageNamed(wiki.database.reader, 'contributions', 'question@office.example');
  if (row === undefined || row === 'erased') throw new Error('the message is not there');
  expect((await site.get(QUESTION)).status).toBe(200);
  await wiki.database.write(async (writer) => {
    await removeMessage(writer, 'contributions', row.oid);
    await mailChanged(writer);
  });
  await wiki.update();
  const { status, text } = await site.get(QUESTION);
  expect(status).toBe(410);
  expect(text).toContain('Message effacé');
  for (const form of ['raw', 't/', 'T/', 't.mbox.gz', 't.atom', '1-a.txt'])
    expect([form, (await site.get(QUESTION + form)).status]).toEqual([form, 410]);
  expect((await site.get(`/-/api/v1/lists/contributions/messages/question@office.example`)).status).toBe(410);
  expect((await site.get(`${LIST}reponse+1@partners.example/t/`)).text).not.toContain(
    'seconde est plus courante',
  );
});

test('a hostile name of a message harms nothing', async () => {
  const id = `"><script>alert(1)</script>'$(id)@x.example`;
  await using site = await servedList({ contributions: [mail({ id: id.replace(/[<> ]/g, '') })] });
  const { text } = await site.get(LIST);
  expect(text).not.toContain('<script>alert');
  const [, href = ''] = /<h3[^>]*><a href="([^"]+)"/.exec(text) ?? [];
  const message = await site.get(href.replaceAll('&#39;', "'").replaceAll('&amp;', '&'));
  expect(message.status).toBe(200);
  expect(message.text).toContain(
    '--in-reply-to=&#39;&lt;&quot;scriptalert(1)/script&#39;\\&#39;&#39;$(id)@x.example&gt;&#39;<',
  );
});

test('a new message is seen on every page that it changes', async () => {
  await using site = await servedList({ contributions: CONVERSATION }, LIST_FILES);
  const before = (await site.get(LIST)).text;
  expect(before).toContain('4\u00a0messages');
  await site.receive('contributions', [
    mail({ id: 'suite@x.example', references: ['question@office.example'], subject: 'Re: Suite' }),
  ]);
  expect((await site.get(LIST)).text).toContain('5\u00a0messages');
  expect((await site.get(`${QUESTION}t/`)).text).toContain('Suite');
});
