interface ShownMoment {
  readonly iso: string;
  readonly text: string;
}

/** An instant, in the site's zone; the client script writes it in the reader's own. */
export function When({ moment: { iso, text } }: { readonly moment: ShownMoment }) {
  return (
    <time datetime={iso} data-moment="">
      {text}
    </time>
  );
}
