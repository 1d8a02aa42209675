import type { Messages } from '../messages/messages.ts';
import { DateOf } from './date.tsx';

export interface ListedFile {
  readonly name: string;
  readonly href: string;
  readonly mediaType: string;
  /** Bytes. */
  readonly size: number;
  readonly changed?: string;
}

interface EntryTableProps {
  readonly messages: Messages;
  readonly files: readonly ListedFile[];
  /** `id` of the heading that names the table. */
  readonly labelledBy: string;
}

/** Files with their type, size and last change. */
export function EntryTable({ messages, files, labelledBy }: EntryTableProps) {
  const words = messages.listing;
  const dated = files.some((file) => file.changed);
  return (
    <div class="table-scroll">
      <table class="file-table" aria-labelledby={labelledBy}>
        <thead>
          <tr>
            <th scope="col">{words.name}</th>
            <th scope="col">{words.type}</th>
            <th scope="col" class="number">
              {words.size}
            </th>
            {dated && <th scope="col">{words.changed}</th>}
          </tr>
        </thead>
        <tbody>
          {files.map(({ name, href, mediaType, size, changed }) => (
            <tr>
              <th scope="row">
                <a href={href}>{name}</a>
              </th>
              <td>{words.fileType(mediaType, extensionOf(name))}</td>
              <td class="number">{messages.fileSize(size)}</td>
              {dated && <td>{changed && <DateOf iso={changed} messages={messages} />}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function extensionOf(name: string): string {
  const dot = name.lastIndexOf('.');
  return dot > 0 ? name.slice(dot + 1) : '';
}
