/** A line to copy, which a narrow screen breaks between its words. */
export function CommandLine({ text }: { readonly text: string }) {
  return (
    <pre class="copyable">
      <code>
        {text.split(' ').map((word, at) => (
          <>
            {at > 0 && ' '}
            <span class="command-word">{word}</span>
          </>
        ))}
      </code>
    </pre>
  );
}
