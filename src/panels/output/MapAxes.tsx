import { extentOf } from '../../experiment/shape';
import { axisTicks } from '../../figures/decisionMap/layout';
import { formatShort } from '../../figures/numbers';
import { useSelect } from '../../store/context';
import { axesOf } from './shown';
import './MapAxes.css';

/** Numbers and names outside the frame, below and at the left. */
export function MapAxes() {
  const problem = useSelect((state) => state.experiment.problem);
  const extent = extentOf(problem);
  const axes = axesOf(problem);
  return (
    <>
      <Axis side="left" name={axes?.[1].name ?? null} ticks={axisTicks(extent, axes?.[1] ?? null)} />
      <Axis side="below" name={axes?.[0].name ?? null} ticks={axisTicks(extent, axes?.[0] ?? null)} />
    </>
  );
}

interface AxisProps {
  readonly side: 'left' | 'below';
  /** null: x1 and x2 */
  readonly name: string | null;
  readonly ticks: ReturnType<typeof axisTicks>;
}

function Axis({ side, name, ticks }: AxisProps) {
  return (
    <div className={`map-axis map-axis-${side}`} aria-hidden="true">
      {ticks.map(({ share, value }) => (
        <span
          key={value}
          className="map-axis-tick"
          data-end={share === 0 ? 'low' : share === 1 ? 'high' : undefined}
          style={{ '--share': share }}
        >
          {formatShort(value)}
        </span>
      ))}
      <span className={name === null ? 'map-axis-variable' : 'map-axis-name'}>
        {name ?? (
          <>
            <i>x</i>
            <sub>{side === 'below' ? 1 : 2}</sub>
          </>
        )}
      </span>
    </div>
  );
}
