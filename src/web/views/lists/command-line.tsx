/** Lines to copy, which a narrow screen breaks between their words. */
export function CommandLine({ text }: { readonly text: string }) {
  return (
    <pre class="copyable">
      <code>
        {text.split('\n').map((line, row) => (
          <>
            {row > 0 && '\n'}
            {line.split(' ').map((word, at) => (
              <>
                {at > 0 && ' '}
                <span class="command-word">{word}</span>
              </>
            ))}
          </>
        ))}
      </code>
    </pre>
  );
}
