import { Picture, type PictureProps, WIDTH } from './picture.tsx';

export interface BarsProps extends Omit<PictureProps, 'height' | 'children'> {
  readonly bars: readonly { readonly label: string; readonly value: number; readonly written: string }[];
}

const ROW = 34;

/** A bar a line, each under its name. */
export function Bars({ bars, ...picture }: BarsProps) {
  const largest = Math.max(1, ...bars.map(({ value }) => value));
  return (
    <Picture {...picture} height={Math.max(1, bars.length) * ROW}>
      {bars.map(({ label, value, written }, index) => (
        <g transform={`translate(0 ${index * ROW})`}>
          <text x="0" y="14">
            {shortened(label)}
          </text>
          <text x={WIDTH} y="14" text-anchor="end" class="soft">
            {written}
          </text>
          <rect class="rail" x="0" y="19" width={WIDTH} height="9" />
          <rect class="bar" x="0" y="19" width={rounded((value / largest) * WIDTH)} height="9" />
        </g>
      ))}
    </Picture>
  );
}

const MAX_LABEL = 42;

function shortened(label: string): string {
  const letters = [...label];
  return letters.length > MAX_LABEL ? `${letters.slice(0, MAX_LABEL - 1).join('')}…` : label;
}

export function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}
