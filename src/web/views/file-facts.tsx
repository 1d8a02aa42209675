import type { Messages } from '../messages/messages.ts';
import type { Link } from './link.ts';

/** The file itself. `size` is in bytes. */
export interface DataFile {
  readonly name: string;
  readonly href: string;
  readonly size: number;
  readonly historyHref?: string;
  /** Where it is changed in the browser. */
  readonly improveHref?: string;
}

interface FileFactsProps {
  readonly messages: Messages;
  readonly file: DataFile;
  readonly about?: Link | undefined;
}

/** The file a page is made from: its name, its size, its history. */
export function FileFacts({ messages, file, about }: FileFactsProps) {
  return (
    <ul class="page-meta facts">
      <li>
        {messages.table.file} <a href={file.href}>{file.name}</a> ({messages.fileSize(file.size)})
      </li>
      {file.historyHref && (
        <li>
          <a href={file.historyHref}>{messages.history.label}</a>
        </li>
      )}
      {file.improveHref && (
        <li>
          <a href={file.improveHref}>{messages.contribute.improveFile}</a>
        </li>
      )}
      {about && (
        <li>
          <a href={about.href} lang={about.language} hreflang={about.language}>
            {about.label}
          </a>
        </li>
      )}
    </ul>
  );
}
