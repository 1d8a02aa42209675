import { rounded } from './bars.tsx';
import { Picture, type PictureProps, WIDTH } from './picture.tsx';
import { roundScale } from './scale.ts';

export interface ColumnsProps extends Omit<PictureProps, 'height' | 'children'> {
  /** Each with what it stands on, which is drawn paler: `base` of years before. */
  readonly columns: readonly { readonly label: string; readonly value: number; readonly base?: number }[];
  readonly write: (value: number) => string;
}

const HEIGHT = 220;
const TOP = 12;
const BOTTOM = 24;
const LEFT = 48;
const LABEL_WIDTH = 44;

/** Columns side by side on an axis. */
export function Columns({ columns, write, ...picture }: ColumnsProps) {
  const { top, ticks } = roundScale(Math.max(0, ...columns.map(({ value, base = 0 }) => value + base)));
  const place = (value: number) => rounded(HEIGHT - BOTTOM - (value / top) * (HEIGHT - TOP - BOTTOM));
  const step = (WIDTH - LEFT) / Math.max(1, columns.length);
  const every = Math.ceil(LABEL_WIDTH / step);
  return (
    <Picture {...picture} height={HEIGHT}>
      {ticks.map((tick) => (
        <>
          <path class="grid" d={`M${LEFT} ${place(tick)}H${WIDTH}`} />
          <text x={LEFT - 6} y={place(tick) + 4} text-anchor="end" class="soft">
            {write(tick)}
          </text>
        </>
      ))}
      {columns.map(({ label, value, base = 0 }, index) => {
        const x = rounded(LEFT + index * step + step * 0.12);
        const width = rounded(step * 0.76);
        return (
          <>
            {base > 0 && (
              <rect
                class="bar2"
                x={x}
                y={place(base)}
                width={width}
                height={rounded(place(0) - place(base))}
              />
            )}
            <rect
              class="bar"
              x={x}
              y={place(base + value)}
              width={width}
              height={rounded(place(base) - place(base + value))}
            />
            {index % every === 0 && (
              <text x={rounded(x + width / 2)} y={HEIGHT - 8} text-anchor="middle" class="soft">
                {label}
              </text>
            )}
          </>
        );
      })}
      <path class="axis" d={`M${LEFT} ${place(0)}H${WIDTH}`} />
    </Picture>
  );
}
