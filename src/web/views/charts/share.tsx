import { rounded } from './bars.tsx';
import { Picture, type PictureProps, WIDTH } from './picture.tsx';

export interface ShareProps extends Omit<PictureProps, 'height' | 'children'> {
  readonly parts: readonly { readonly label: string; readonly value: number; readonly written: string }[];
}

const SHADES = ['bar', 'bar2', 'bar3'] as const;
const BAR = 36;
const ROW = 24;

/** One bar in parts, which are named below it. */
export function Share({ parts, ...picture }: ShareProps) {
  const whole = Math.max(
    1,
    parts.reduce((sum, { value }) => sum + value, 0),
  );
  const starts = parts.map((_, index) => parts.slice(0, index).reduce((sum, { value }) => sum + value, 0));
  return (
    <Picture {...picture} height={BAR + 10 + parts.length * ROW}>
      <rect class="rail" x="0" y="0" width={WIDTH} height={BAR} />
      {parts.map(({ value }, index) => (
        <rect
          class={SHADES[index % SHADES.length]}
          x={rounded(((starts[index] as number) / whole) * WIDTH)}
          y="0"
          width={rounded((value / whole) * WIDTH)}
          height={BAR}
        />
      ))}
      {parts.map(({ label, written }, index) => (
        <g transform={`translate(0 ${BAR + 10 + index * ROW})`}>
          <rect class={SHADES[index % SHADES.length]} x="0" y="3" width="12" height="12" />
          <text x="20" y="14">
            {label}
          </text>
          <text x={WIDTH} y="14" text-anchor="end" class="soft">
            {written}
          </text>
        </g>
      ))}
    </Picture>
  );
}
