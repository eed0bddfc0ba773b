import { Segment } from '../../../controls/Segment';

/** Powers of x from −1 to 1, or of Bishop's t from 0 to 1. */
export type Basis = 'x' | 't';

const BASES = [
  { value: 'x', label: 'Powers of x' },
  { value: 't', label: 'Powers of t' },
] as const;

export function BasisChoice({ basis, onChange }: { basis: Basis; onChange: (basis: Basis) => void }) {
  return (
    <div className="curve-basis">
      <span>t = (x + 1)/2</span>
      <Segment label="Coefficients" value={basis} options={BASES} onChange={onChange} />
    </div>
  );
}
