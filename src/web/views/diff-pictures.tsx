import type { Messages } from '../messages/messages.ts';

/** A version of a file that is shown or weighed, not read. `size` is in bytes, `width` and `height` in pixels. */
export interface FileVersion {
  /** Of its bytes. */
  readonly href: string;
  readonly size: number;
  readonly width?: number;
  readonly height?: number;
}

interface PicturesDiffProps {
  readonly messages: Messages;
  readonly before?: FileVersion;
  readonly after?: FileVersion;
  /** Whether they are pictures; else only their sizes are told. */
  readonly shown: boolean;
}

/** Two versions of a picture side by side; of another file, their sizes. */
export function PicturesDiff({ messages, before, after, shown }: PicturesDiffProps) {
  const words = messages.difference;
  const sides = [
    { label: words.before, version: before },
    { label: words.after, version: after },
  ];
  return (
    <div class="pictures">
      {sides.map(({ label, version }) => (
        <figure>
          {version && shown && (
            <a href={version.href}>
              <img
                class="picture"
                src={version.href}
                alt={words.imageOf(label)}
                loading="lazy"
                {...(version.width !== undefined && { width: version.width, height: version.height })}
              />
            </a>
          )}
          <figcaption>
            <strong>{label}</strong>{' '}
            {version ? (
              <>
                {version.width !== undefined &&
                  version.height !== undefined &&
                  `${words.pixels(version.width, version.height)}, `}
                {shown ? (
                  messages.fileSize(version.size)
                ) : (
                  <a href={version.href}>{messages.fileSize(version.size)}</a>
                )}
              </>
            ) : (
              words.nothing
            )}
          </figcaption>
        </figure>
      ))}
    </div>
  );
}
