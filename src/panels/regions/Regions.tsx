import { later } from '../../controls/later';
import { useSelect } from '../../store/context';
import { RegionSwitch } from './RegionSwitch';
import './Regions.css';

const RegionMap = later(async () => (await import('./RegionMap')).RegionMap);

export interface RegionsProps {
  /** px of the map's square */
  readonly side: number;
  /** The switch stands elsewhere. */
  readonly compact: boolean;
}

/** In the decision map's grid: the switch below the square, and what it lays over the square and says. */
export function Regions({ side, compact }: RegionsProps) {
  const on = useSelect((state) => state.view.regions);
  return (
    <>
      {!compact && (
        <div className="region-switch">
          <RegionSwitch />
        </div>
      )}
      {on && <RegionMap side={side} />}
    </>
  );
}
