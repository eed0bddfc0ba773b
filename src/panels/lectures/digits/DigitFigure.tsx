import { DigitPad } from './DigitPad';
import { FirstLayerWeights } from './FirstLayerWeights';
import { WorstDigits } from './WorstDigits';
import './DigitFigure.css';

/** A digit of one's own and how it is read, what a first-layer unit looks for, and what is read wrong. */
export function DigitFigure() {
  return (
    <div className="digit-figure">
      <div className="digit-parts">
        <DigitPad />
        <FirstLayerWeights />
        <WorstDigits />
      </div>
    </div>
  );
}
