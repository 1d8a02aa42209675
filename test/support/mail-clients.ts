/** What a mail program sends when the patch in this mail is given to it: as a text that is pasted, or as a file. */
export type MailClient = (mail: Buffer) => Buffer;

/** The fields of a mail that a mail program writes too, and its body, in the bytes of git. */
interface Written {
  readonly fields: string;
  readonly body: Buffer;
}

function read(mail: Buffer): Written {
  const end = mail.indexOf('\n\n');
  const fields = mail.toString('latin1', 0, end).replace(/\n[ \t]+/g, ' ');
  const kept = fields
    .split('\n')
    .filter((line) => /^(?:From|Date|Subject|Message-I[dD]|In-Reply-To|References):/.test(line));
  return { fields: kept.join('\n'), body: mail.subarray(end + 2) };
}

/** A part of a message, encoded. */
interface Entity {
  readonly headers: readonly string[];
  readonly body: Buffer;
}

const message = ({ fields }: Written, { headers, body }: Entity): Buffer =>
  Buffer.concat([Buffer.from(`${fields}\nMIME-Version: 1.0\n${headers.join('\n')}\n\n`, 'latin1'), body]);

function multipart(type: 'alternative' | 'mixed', ...parts: readonly Entity[]): Entity {
  const boundary = `----=_Part_${type}`;
  const written = parts.flatMap(({ headers, body }) => [
    Buffer.from(`--${boundary}\n${headers.join('\n')}\n\n`),
    body,
    Buffer.from('\n'),
  ]);
  return {
    headers: [`Content-Type: multipart/${type}; boundary="${boundary}"`],
    body: Buffer.concat([...written, Buffer.from(`--${boundary}--\n`)]),
  };
}

const eightBit = (type: string, body: Buffer | string): Entity => ({
  headers: [`Content-Type: ${type}`, 'Content-Transfer-Encoding: 8bit'],
  body: Buffer.from(body),
});

const base64 = (type: string, body: Buffer | string, ...more: readonly string[]): Entity => ({
  headers: [`Content-Type: ${type}`, 'Content-Transfer-Encoding: base64', ...more],
  body: Buffer.from(`${Buffer.from(body).toString('base64').replace(/.{76}/g, '$&\n')}\n`),
});

/** RFC 2045, 6.7: no line is longer than 76 characters, a soft break ends in `=`. */
const quotedPrintable = (type: string, body: Buffer | string): Entity => ({
  headers: [`Content-Type: ${type}`, 'Content-Transfer-Encoding: quoted-printable'],
  body: Buffer.from(
    Buffer.from(body)
      .toString('latin1')
      .replace(
        /[^\n\t !-<>-~]|[\t ](?=\n)/g,
        (c) => `=${c.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
      )
      .replace(/^.*$/gm, (line) => line.replace(/.{70,73}(?<!=.?)(?=.)/g, '$&=\n')),
  ),
});

const crlf = (text: Buffer | string) => text.toString().replace(/\r?\n/g, '\r\n');

const html = (text: Buffer | string) =>
  `<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"></head><body>\n<pre>\n${text
    .toString()
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')}</pre>\n</body></html>\n`;

const UTF8 = 'text/plain; charset=utf-8';

/** Thunderbird: spaces at ends of lines go, lines are stuffed, and broken before 72 characters after a space (RFC 3676, 4.2). */
export const flowed: MailClient = (mail) => {
  const written = read(mail);
  const stuffed = (line: string) => (/^(?: |>|From )/.test(line) ? ` ${line}` : line);
  const lines = written.body
    .toString()
    .split('\n')
    .map((line) => {
      if (line === '-- ') return line;
      const pieces = line.trimEnd().match(/.{1,70} (?=\S)|.+$/g) ?? [''];
      return pieces.map((piece) => stuffed(piece)).join('\n');
    });
  return message(written, eightBit('text/plain; charset=UTF-8; format=flowed', lines.join('\n')));
};

/** Outlook in text: base64, its lines ended as on the wire. */
export const outlookText: MailClient = (mail) => {
  const written = read(mail);
  return message(written, base64('text/plain; charset="utf-8"', crlf(written.body)));
};

/** Outlook by default: the text, and a page that says the same. */
export const outlook: MailClient = (mail) => {
  const written = read(mail);
  const text = base64('text/plain; charset="utf-8"', crlf(written.body));
  const twin = base64('text/html; charset="utf-8"', crlf(html(written.body)));
  return message(written, multipart('alternative', text, twin));
};

/** A web page that says the same, whose lines are those of the patch. */
export const withHtml: MailClient = (mail) => {
  const written = read(mail);
  const twin = quotedPrintable('text/html; charset=utf-8', html(written.body));
  return message(written, multipart('alternative', quotedPrintable(UTF8, written.body), twin));
};

/** Apple Mail: quoted-printable. */
export const appleMail: MailClient = (mail) => {
  const written = read(mail);
  return message(written, quotedPrintable('text/plain;\n\tcharset=utf-8', written.body));
};

/** Gmail’s web page in text: lines broken before 78 characters, spaces at their ends gone. */
export const gmail: MailClient = (mail) => {
  const written = read(mail);
  const lines = written.body
    .toString()
    .split('\n')
    .map((line) => {
      const broken: string[] = [];
      let rest = line;
      while (rest.length > 78) {
        const at = rest.lastIndexOf(' ', 78);
        if (at < 1) break;
        broken.push(rest.slice(0, at));
        rest = rest.slice(at + 1);
      }
      return [...broken, rest === '-- ' ? rest : rest.trimEnd()].join('\n');
    });
  return message(written, eightBit('text/plain; charset="UTF-8"', lines.join('\n')));
};

/** The file that `git format-patch` made, attached to a few words. */
export const attachedAs =
  (type: string, disposition: 'attachment' | 'inline'): MailClient =>
  (mail) => {
    const written = read(mail);
    const file = Buffer.concat([Buffer.from(`From ${'5'.repeat(40)} Mon Sep 17 00:00:00 2001\n`), mail]);
    const named = `Content-Disposition: ${disposition}; filename="0001-accueil.patch"`;
    const words = eightBit(UTF8, 'Bonjour,\n\nVoici mon correctif, à relire.\n\nAda\n');
    return message(
      written,
      multipart('mixed', words, base64(`${type}; name="0001-accueil.patch"`, file, named)),
    );
  };

/** An old program, or its settings: a text of one byte a character. */
export const windows1252: MailClient = (mail) => {
  const written = read(mail);
  const bytes = Array.from(written.body.toString(), (c) => WINDOWS_1252[c] ?? c.charCodeAt(0));
  return message(written, eightBit('text/plain; charset=windows-1252', Buffer.from(bytes)));
};

const WINDOWS_1252: Readonly<Record<string, number>> = {
  '’': 0x92,
  '«': 0xab,
  '»': 0xbb,
  œ: 0x9c,
  '…': 0x85,
  '€': 0x80,
};

/** A program that names another charset than the one it writes. */
export const labelled =
  (charset: string): MailClient =>
  (mail) => {
    const written = read(mail);
    return message(written, eightBit(`text/plain; charset=${charset}`, written.body));
  };

/** What some lists add below every message. */
export const withFooter: MailClient = (mail) => {
  const written = read(mail);
  const footer = `_______________________________________________\nContributions mailing list -- contributions@lists.example\nTo unsubscribe send an email to contributions-leave@lists.example\n`;
  return message(written, eightBit(UTF8, Buffer.concat([written.body, Buffer.from(footer)])));
};

/** A program that has its own idea of what a text is, and replaces some of it. */
export const replacing =
  (pattern: RegExp, by: string): MailClient =>
  (mail) => {
    const written = read(mail);
    return message(written, eightBit(UTF8, written.body.toString().replace(pattern, by)));
  };
