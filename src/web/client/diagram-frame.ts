/**
 * Runs in the sandboxed frame as a classic script, beside `mermaid.min.js`: receives `{ id, source, dark }` from the page
 * and answers `{ id, svg }`, or `{ id }` alone when the source is not a diagram.
 */
interface DiagramRequest {
  readonly id: string;
  readonly source: string;
  readonly dark: boolean;
}

declare const mermaid: {
  initialize(config: object): void;
  render(id: string, source: string): Promise<{ readonly svg: string }>;
};

{
  // One drawing at a time: Mermaid keeps its configuration and its scratch element in common.
  let queue: Promise<unknown> = Promise.resolve();

  const draw = async ({ id, source, dark }: DiagramRequest): Promise<string | undefined> => {
    mermaid.initialize({
      startOnLoad: false,
      securityLevel: 'strict',
      suppressErrorRendering: true,
      theme: dark ? 'dark' : 'neutral',
      darkMode: dark,
      fontFamily: 'system-ui, sans-serif',
      themeVariables: { edgeLabelBackground: dark ? '#17191c' : '#ffffff' },
      // Mermaid lets the line show through the words it carries.
      themeCSS: '.edgeLabel rect { opacity: 1 !important; }',
      htmlLabels: false,
      flowchart: { htmlLabels: false },
    });
    return mermaid.render(id, source).then(
      ({ svg }) => svg,
      () => undefined,
    );
  };

  addEventListener('message', (event: MessageEvent<DiagramRequest>) => {
    if (event.source !== parent) return;
    queue = queue.then(async () => {
      const svg = await draw(event.data);
      parent.postMessage({ id: event.data.id, svg }, event.origin);
    });
  });
}
