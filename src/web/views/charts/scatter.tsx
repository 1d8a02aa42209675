import { rounded } from './bars.tsx';
import { Picture, type PictureProps, WIDTH } from './picture.tsx';
import { powersTo } from './scale.ts';

export interface ScatterProps extends Omit<PictureProps, 'height' | 'children'> {
  readonly points: readonly { readonly label: string; readonly x: number; readonly y: number }[];
  readonly xName: string;
  readonly yName: string;
  readonly write: (value: number) => string;
}

const HEIGHT = 300;
const [TOP, BOTTOM, LEFT, RIGHT] = [24, 42, 52, 10];

/** Points by two counts, each ten times the one before: a few have a thousand where most have ten. */
export function Scatter({ points, xName, yName, write, ...picture }: ScatterProps) {
  const across = powersTo(Math.max(1, ...points.map(({ x }) => x)));
  const up = powersTo(Math.max(1, ...points.map(({ y }) => y)));
  const part = (value: number, ticks: readonly number[]) =>
    Math.log10(Math.max(value, 1)) / Math.log10(ticks.at(-1) as number);
  const placeX = (value: number) => rounded(LEFT + part(value, across) * (WIDTH - LEFT - RIGHT));
  const placeY = (value: number) => rounded(HEIGHT - BOTTOM - part(value, up) * (HEIGHT - TOP - BOTTOM));
  return (
    <Picture {...picture} height={HEIGHT}>
      {across.map((tick) => (
        <>
          <path class="grid" d={`M${placeX(tick)} ${TOP}V${HEIGHT - BOTTOM}`} />
          <text
            x={placeX(tick)}
            y={HEIGHT - BOTTOM + 16}
            text-anchor={tick === across.at(-1) ? 'end' : 'middle'}
            class="soft"
          >
            {write(tick)}
          </text>
        </>
      ))}
      {up.map((tick) => (
        <>
          <path class="grid" d={`M${LEFT} ${placeY(tick)}H${WIDTH - RIGHT}`} />
          <text x={LEFT - 6} y={placeY(tick) + 4} text-anchor="end" class="soft">
            {write(tick)}
          </text>
        </>
      ))}
      {points.map(({ label, x, y }) => (
        <circle class="dot" cx={placeX(x)} cy={placeY(y)} r="3.5">
          <title>{label}</title>
        </circle>
      ))}
      <text x={WIDTH - RIGHT} y={HEIGHT - 6} text-anchor="end">
        {xName}
      </text>
      <text x="0" y="12">
        {yName}
      </text>
    </Picture>
  );
}
