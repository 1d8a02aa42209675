const FRAME = '/-/assets/diagram/frame.html';
const NEAR = '600px';

/** What the sandboxed frame answers; see `diagram-frame.ts`. */
interface Drawing {
  readonly id: string;
  readonly svg?: string;
}

interface Diagram {
  readonly figure: HTMLElement;
  readonly source: string;
}

/**
 * Draws the page's diagrams when they come near the window. Mermaid writes styles and evaluates its input, so it runs in
 * a frame of an opaque origin with its own policy; the page receives an SVG and shows it as an image, where nothing runs.
 */
export function drawDiagrams(): void {
  const figures = document.querySelectorAll<HTMLElement>('figure.diagram[data-diagram="mermaid"]');
  if (figures.length === 0) return;
  const diagrams = new Map<string, Diagram>();
  const dark = matchMedia('(prefers-color-scheme: dark)');
  let frame: Promise<Window> | undefined;

  const draw = async (id: string) => {
    frame ??= openFrame();
    const target = await frame;
    // An opaque origin has no name to post to; the frame can only ever be ours.
    target.postMessage({ id, source: diagrams.get(id)?.source, dark: dark.matches }, '*');
  };

  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        if (!isIntersecting) continue;
        observer.unobserve(target);
        const id = `diagram-${diagrams.size + 1}`;
        const source = target.textContent?.trim() ?? '';
        diagrams.set(id, { figure: target as HTMLElement, source });
        void draw(id);
      }
    },
    { rootMargin: NEAR },
  );
  for (const figure of figures) observer.observe(figure);

  addEventListener('message', async ({ source, data }: MessageEvent<Drawing>) => {
    if (!frame || source !== (await frame)) return;
    const diagram = diagrams.get(data.id);
    if (diagram && typeof data.svg === 'string') show(diagram, data.svg);
  });
  dark.addEventListener('change', () => {
    for (const id of diagrams.keys()) void draw(id);
  });
}

function openFrame(): Promise<Window> {
  const frame = document.createElement('iframe');
  frame.setAttribute('sandbox', 'allow-scripts');
  frame.setAttribute('aria-hidden', 'true');
  frame.tabIndex = -1;
  frame.className = 'diagram-frame';
  frame.src = FRAME;
  return new Promise((resolve) => {
    frame.addEventListener('load', () => resolve(frame.contentWindow as Window));
    document.body.append(frame);
  });
}

/** Puts the image above the source, which stays at hand as what the image says. */
function show({ figure, source }: Diagram, svg: string): void {
  const { diagram = '', diagramSource = '' } = document.body.dataset;
  const drawn = figure.querySelector('img');
  const image = drawn ?? document.createElement('img');
  image.src = `data:image/svg+xml,${encodeURIComponent(svg)}`;
  const size = /viewBox="\S+ \S+ (\S+) (\S+)"/.exec(svg);
  if (size) [image.width, image.height] = [Math.ceil(Number(size[1])), Math.ceil(Number(size[2]))];
  if (drawn) return;
  image.alt = diagram;
  const details = document.createElement('details');
  const summary = document.createElement('summary');
  summary.textContent = diagramSource;
  const block = document.createElement('pre');
  block.append(Object.assign(document.createElement('code'), { textContent: source }));
  details.append(summary, block);
  figure.replaceChildren(image, details);
}
