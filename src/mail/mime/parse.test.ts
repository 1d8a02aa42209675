import PostalMime from 'postal-mime';
import { describe, expect, test } from 'vitest';
import { decodePart, parseMessage, partText } from './parse.ts';

const parse = (...lines: readonly string[]) => parseMessage(Buffer.from(lines.join('\n')));
const latin1 = (...lines: readonly string[]) => parseMessage(Buffer.from(lines.join('\n'), 'latin1'));
const texts = (message: ReturnType<typeof parseMessage>) =>
  message.parts.map((part) => partText(message, part).text);

describe('header', () => {
  test('a field goes on in the lines that begin with white space', () => {
    expect(parse('Subject: one', '  two', '\tthree', '', 'body').subject).toBe('one  two three');
  });

  test('lines end in LF or in CRLF', () => {
    const message = parseMessage(Buffer.from('Subject: one\r\n two\r\nFrom: a@b.example\r\n\r\nbody\r\n'));
    expect(message.subject).toBe('one two');
    expect(message.from?.address).toBe('a@b.example');
    expect(texts(message)).toEqual(['body\n']);
  });

  test.each([
    ['=?utf-8?q?R=C3=A9union_du_12?=', 'Réunion du 12'],
    ['=?UTF-8?B?w4ljb2xl?= libre', 'École libre'],
    ['=?utf-8?b?w4k=?= =?utf-8?q?cole?=', 'École'],
    ['=?utf-8?b?4oI=?= =?utf-8?b?rA==?=', '€'],
    ['=?iso-8859-1*fr?q?=E9t=E9?=', 'été'],
    ['=?nonsense?q?caf=C3=A9?=', 'café'],
    ['=?utf-8?q?unfinished', '=?utf-8?q?unfinished'],
    ['=?utf-8?q?a=0D=0AX-Evil:_yes?=', 'a X-Evil: yes'],
  ])('%s is %s', (raw, text) => {
    expect(parse(`Subject: ${raw}`, '', '').subject).toBe(text);
  });

  test('what is 8-bit is UTF-8 where it can be, else Windows-1252', () => {
    expect(parse('Subject: déjà', '', '').subject).toBe('déjà');
    expect(latin1('Subject: déjà', '', '').subject).toBe('déjà');
  });

  test('a megabyte of header is read in part, and said', () => {
    const message = parse(
      'From: a@b.example',
      `X-Long: ${'x'.repeat(1_000_000)}`,
      'Subject: late',
      '',
      'body',
    );
    expect(message.faults).toContain('header-too-long');
    expect(message.from?.address).toBe('a@b.example');
    expect(texts(message)).toEqual(['body']);
  });

  test('a hundred thousand fields are read in part, and said', () => {
    const message = parse(...Array.from({ length: 20_000 }, (_, n) => `X-${n}: 1`), '', 'body');
    expect(message.faults).toContain('too-many-headers');
    expect(message.headers).toHaveLength(1_000);
  });

  test('nothing at all is a message without a header', () => {
    expect(parseMessage(Buffer.alloc(0))).toMatchObject({ ids: [], subject: '', faults: ['no-header'] });
  });
});

describe('addresses', () => {
  test.each([
    ['Anna Exemple <anna@Office.EXAMPLE>', [{ name: 'Anna Exemple', address: 'anna@office.example' }]],
    ['anna@office.example (Anna)', [{ name: '', address: 'anna@office.example' }]],
    [
      '"Exemple, Anna" <a@b.example>, c@d.example',
      [
        { name: 'Exemple, Anna', address: 'a@b.example' },
        { name: '', address: 'c@d.example' },
      ],
    ],
    ['=?utf-8?q?Zo=C3=A9?= <z@b.example>', [{ name: 'Zoé', address: 'z@b.example' }]],
    [
      'Team: a@b.example, B <c@d.example>;',
      [
        { name: '', address: 'a@b.example' },
        { name: 'B', address: 'c@d.example' },
      ],
    ],
    ['"a\\"b" <a@b.example>', [{ name: 'a"b', address: 'a@b.example' }]],
    ['undisclosed-recipients:;', []],
    ['<a@b.example\n>, <>', []],
    ['nobody', []],
    ['<a b@c.example>', []],
  ])('%s', (raw, mailboxes) => {
    expect(parse(`To: ${raw.replace('\n', '')}`, '', '').to.filter(({ address }) => address)).toEqual(
      raw.includes('\n') ? [{ name: '', address: 'a@b.example' }] : mailboxes,
    );
  });

  test('an encoded name cannot add a line or an address', () => {
    const { from } = parse('From: =?utf-8?q?a=0D=0ABcc:_x@y.example?= <a@b.example>', '', '');
    expect(from).toEqual({ name: 'a Bcc: x@y.example', address: 'a@b.example' });
  });
});

describe('identifiers', () => {
  test('the parent comes last, whichever header names it', () => {
    const fields = ['References: <1@x> <2@x>', 'In-Reply-To: <3@x>', '', ''];
    expect(parse(...fields).references).toEqual(['1@x', '2@x', '3@x']);
    expect(parse('References: <1@x> <2@x>', 'In-Reply-To: <2@x>', '', '').references).toEqual(['1@x', '2@x']);
  });

  test('several Message-IDs are all known', () => {
    expect(parse('Message-ID: <a@x>', 'Message-ID: <b@x>', '', '').ids).toEqual(['a@x', 'b@x']);
  });

  test.each([
    ['no brackets', 'a@x'],
    ['nothing in the brackets', '<>'],
    ['a blank', '<a b@x>'],
    ['too many characters', `<${'a'.repeat(300)}@x>`],
    ['a NUL', '<a\0b@x>'],
  ])('one with %s is none', (_, id) => {
    expect(parse(`Message-ID: ${id}`, '', '').ids).toEqual([]);
  });

  test('of ten thousand references the last hundred count', () => {
    const all = Array.from({ length: 10_000 }, (_, n) => `<${n}@x>`).join(' ');
    const { references } = parse(`References: ${all}`, '', '');
    expect(references).toHaveLength(100);
    expect(references.at(-1)).toBe('9999@x');
  });
});

describe('dates', () => {
  test.each([
    ['Tue, 24 Nov 2026 10:30:00 +0100', '2026-11-24T09:30:00.000Z'],
    ['24 Nov 2026 10:30 -0530', '2026-11-24T16:00:00.000Z'],
    ['Tue, 24 Nov 26 10:30:00 EST', '2026-11-24T15:30:00.000Z'],
    ['Sat, 1 Jan 2000 00:00:00 GMT (Greenwich)', '2000-01-01T00:00:00.000Z'],
    ['Mon, 1 Jan 99 00:00:00 Z', '1999-01-01T00:00:00.000Z'],
  ])('%s', (text, iso) => {
    const { date } = parse(`Date: ${text}`, '', '');
    expect(new Date((date as number) * 1000).toISOString()).toBe(iso);
  });

  test.each(['yesterday', '32 Nov 2026 00:00:00 +0000', '1 Foo 2026 00:00 Z', '1 Jan 2999 00:00:00 Z', ''])(
    '“%s” is no date',
    (text) => {
      expect(parse(`Date: ${text}`, '', '').date).toBeUndefined();
    },
  );
});

describe('parts', () => {
  const mixed = [
    'Content-Type: multipart/mixed; boundary="a"',
    '',
    'before',
    '--a',
    'Content-Type: multipart/alternative; boundary=ab',
    '',
    '--ab',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: quoted-printable',
    '',
    'D=C3=A9j=C3=A0 =',
    'vu=20',
    '--ab',
    'Content-Type: text/html',
    '',
    '<p>Déjà vu</p>',
    '--ab--',
    '--a',
    'Content-Type: application/octet-stream; name=old.bin',
    "Content-Disposition: attachment; filename*0*=utf-8''r%C3%A9; filename*1=sum.bin",
    'Content-Transfer-Encoding: base64',
    '',
    'aGVs',
    'bG8=',
    '--a--',
    'after',
  ];

  test('are the leaves, decoded', () => {
    const message = parse(...mixed);
    expect(message.parts.map(({ type, disposition, filename }) => [type, disposition, filename])).toEqual([
      ['text/plain', undefined, undefined],
      ['text/html', undefined, undefined],
      ['application/octet-stream', 'attachment', 'résum.bin'],
    ]);
    expect(texts(message)).toEqual(['Déjà vu ', '<p>Déjà vu</p>', 'hello']);
    expect(message.faults).toEqual([]);
  });

  test('are the same with CRLF', () => {
    const message = parseMessage(Buffer.from(mixed.join('\r\n')));
    expect(texts(message)).toEqual(['Déjà vu ', '<p>Déjà vu</p>', 'hello']);
  });

  test('a message that ends in the middle of a part is read to its end, and said', () => {
    const message = parse(...mixed.slice(0, 12));
    expect(texts(message)).toEqual(['Déjà vu ']);
    expect(message.faults).toEqual(['no-end-of-part']);
  });

  test('of ten thousand the first five hundred are read', () => {
    const message = parse(
      'Content-Type: multipart/mixed; boundary=a',
      '',
      ...Array.from({ length: 10_000 }, (_, n) => `--a\n\npart ${n}`),
      '--a--',
    );
    expect(message.parts).toHaveLength(500);
    expect(message.faults).toEqual(['too-many-parts']);
  });

  test('a hundred multiparts in one another are read to a depth of twenty', () => {
    const nested = Array.from({ length: 100 }, (_, n) => [
      `Content-Type: multipart/mixed; boundary=b${n}x`,
      '',
      `--b${n}x`,
    ]).flat();
    const message = parse(...nested, '', 'deep');
    expect(message.faults).toEqual(['too-deep', 'no-end-of-part']);
    expect(message.parts).toHaveLength(1);
  });

  test('a multipart without a boundary, or a type that is none, is text', () => {
    expect(texts(parse('Content-Type: multipart/mixed', '', 'text'))).toEqual(['text']);
    expect(parse('Content-Type: nonsense', '', 'text').parts[0]?.type).toBe('text/plain');
  });

  test('a parameter written twice counts the first time', () => {
    const [part] = parse('Content-Type: text/plain; charset=utf-8; charset=utf-7', '', '').parts;
    expect(part?.parameters.charset).toBe('utf-8');
  });

  test('an encoding or a charset that nobody knows is said, and the bytes are shown', () => {
    const message = parse(
      'Content-Type: text/plain; charset=klingon',
      'Content-Transfer-Encoding: x-rot',
      '',
      'é',
    );
    expect(partText(message, message.parts[0] as never)).toEqual({
      text: 'é',
      faults: ['unknown-encoding', 'unknown-charset'],
    });
  });

  test('a NUL is shown as what cannot be shown, and kept in the bytes', () => {
    const message = parse('Subject: a', '', 'a\0b');
    expect(texts(message)).toEqual(['a\ufffdb']);
    expect(decodePart(message, message.parts[0] as never)).toEqual(Buffer.from('a\0b'));
  });

  test('quoted-printable that is not is left as it is written', () => {
    const message = parse('Content-Transfer-Encoding: quoted-printable', '', 'a=b 100= =C3=a9 \t', 'next=');
    expect(texts(message)).toEqual(['a=b 100= é\nnext']);
  });

  test('twenty megabytes of lines that look like boundaries are read in one pass', () => {
    const message = parse('Content-Type: multipart/mixed; boundary=a', '', '--b\n'.repeat(5_000_000));
    expect(message.parts).toEqual([]);
  });
});

describe('another reader of mail finds the same', () => {
  const bodies = [
    ['text/plain; charset=utf-8', '8bit', Buffer.from('Bonjour à tous,\n\n> cité\n\n-- \nAnna\n')],
    ['text/plain; charset=iso-8859-15', 'quoted-printable', Buffer.from('Le prix=A0: 3=A4=\n en tout\n')],
    ['text/plain; charset=utf-8', 'base64', Buffer.from(`${Buffer.from('« Été »\n').toString('base64')}\n`)],
    ['text/plain; format=flowed', '7bit', Buffer.from('one \ntwo\n')],
  ] as const;

  test.each(bodies)('in a body of %s, %s', async (type, encoding, body) => {
    const head = [
      'From: =?utf-8?q?Zo=C3=A9_Exemple?= <zoe@office.example>',
      'To: "List, the" <list@office.example>, anna@office.example',
      'Subject: =?utf-8?b?UsOpdW5pb24=?= du 12',
      'Message-ID: <1@office.example>',
      'MIME-Version: 1.0',
      `Content-Type: ${type}`,
      `Content-Transfer-Encoding: ${encoding}`,
    ].join('\n');
    const raw = Buffer.concat([Buffer.from(`${head}\n\n`), body]);
    const ours = parseMessage(raw);
    const theirs = await PostalMime.parse(raw);
    expect(ours.subject).toBe(theirs.subject);
    expect(ours.from).toEqual({ name: theirs.from?.name, address: theirs.from?.address });
    expect(ours.to.map(({ name, address }) => [name, address])).toEqual(
      theirs.to?.map(({ name, address }) => [name, address]),
    );
    expect(ours.ids.map((id) => `<${id}>`)).toEqual([theirs.messageId]);
    if (!type.includes('flowed')) expect(texts(ours).join('').trimEnd()).toBe(theirs.text?.trimEnd());
  });
});
