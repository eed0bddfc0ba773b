import { MathSymbol } from './MathSymbol';

const Lines = ({ sign }: { sign: 'positive' | 'negative' }) => (
  <svg width="34" height="14" aria-hidden="true" className={`network-key-${sign}`}>
    <path d="M0 4h34" strokeWidth="4" />
    <path d="M0 11h34" strokeWidth="1" opacity="0.6" />
  </svg>
);

/** What width, color and gauge stand for. */
export function NetworkKey({ most }: { most: number | null }) {
  return (
    <div className="network-key">
      {most !== null && (
        <span className="network-key-extra">strongest {most.toLocaleString('en')} links drawn</span>
      )}
      <span>
        <Lines sign="positive" />
        <span>
          <MathSymbol letter="w" /> &gt; 0
        </span>
      </span>
      <span>
        <Lines sign="negative" />
        <span>
          <MathSymbol letter="w" /> &lt; 0
        </span>
      </span>
      <span className="network-key-bias">
        <svg width="8" height="18" aria-hidden="true">
          <path d="M4 1v16" stroke="var(--rule)" strokeWidth="3" />
          <path d="M4 9V3" stroke="var(--pos)" strokeWidth="3" />
          <path d="M1.5 9h5" stroke="var(--ink-2)" />
        </svg>
        <span>
          bias <MathSymbol letter="b" />
        </span>
      </span>
    </div>
  );
}
