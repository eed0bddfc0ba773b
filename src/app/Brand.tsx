import './Brand.css';

/** The mark is a unit with its two inputs, one weight of either sign. */
export function Brand() {
  return (
    <div className="brand">
      <svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">
        <path d="M5 6C12 6 12 12 18 12M5 18C12 18 12 12 18 12" className="brand-links" />
        <circle cx="5" cy="6" r="3.2" className="brand-positive" />
        <circle cx="5" cy="18" r="3.2" className="brand-negative" />
        <circle cx="18.5" cy="12" r="3.8" className="brand-unit" />
      </svg>
      <h1>Perceptarium</h1>
    </div>
  );
}
