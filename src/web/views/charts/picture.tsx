import type { Child } from 'hono/jsx';

/** Wide as a phone: what is written in it can be read there, and grows with the screen elsewhere. */
export const WIDTH = 360;

export interface PictureProps {
  /** What tells it from the other pictures of the page. */
  readonly id: string;
  readonly title: string;
  /** What it shows, for who does not see it. */
  readonly description: string;
  readonly height: number;
  readonly children?: Child;
  /** Whether it is a file of its own, which brings its colours along. */
  readonly isAlone?: boolean;
}

/** A drawing with its name and what it shows (SVG accessibility: `title`, `desc`). */
export function Picture({ id, title, description, height, children, isAlone = false }: PictureProps) {
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      class="chart"
      viewBox={`0 0 ${WIDTH} ${height}`}
      role="img"
      aria-labelledby={`${id}-title ${id}-desc`}
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-desc`}>{description}</desc>
      {isAlone && <style>{ALONE}</style>}
      {isAlone && <rect class="paper" width={WIDTH} height={height} />}
      {children}
    </svg>
  );
}

/** What `charts.css` says of a picture in a page. */
const ALONE = `
text{font:12px system-ui,sans-serif;fill:#1c1d20}.soft{fill:#54565c}.paper{fill:#fff}
.bar,.dot{fill:#0b5d5e}.bar2{fill:#85877f}.bar3,.rail{fill:#dcdcd6}.axis{stroke:#85877f;fill:none}.grid{stroke:#dcdcd6;fill:none}
@media (prefers-color-scheme:dark){text{fill:#e6e5e1}.soft{fill:#abaca8}.paper{fill:#17191c}
.bar,.dot{fill:#74c7c4}.bar2{fill:#80837e}.bar3,.rail{fill:#34383d}.axis{stroke:#80837e}.grid{stroke:#34383d}}`;
