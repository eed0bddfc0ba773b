import { useId, useRef, type RefObject } from 'react';
import { writeText } from '../../figures/writeText';
import { taskOf } from '../../experiment/shape';
import { ABSENT, formatFixed, formatLoss, formatPercent } from '../../figures/numbers';
import { useFrame, useSelect } from '../../store/context';
import { RUNNING_NUMBERS, useThrottle } from '../../store/throttle';
import { SetGlyph } from './Glyph';
import './Metrics.css';

/** Losses and scores of both sets, as numbers. */
export function Metrics() {
  const regression = useSelect((state) => taskOf(state.experiment.problem) === 'regression');
  const trainLoss = useRef<HTMLOutputElement>(null);
  const testLoss = useRef<HTMLOutputElement>(null);
  const trainScore = useRef<HTMLOutputElement>(null);
  const testScore = useRef<HTMLOutputElement>(null);
  const score = regression ? 'R²' : 'accuracy';

  const isDue = useThrottle([regression], RUNNING_NUMBERS);
  useFrame(
    (snapshot) => {
      if (!isDue(snapshot)) return;
      const formatScore = (value: number) => (regression ? formatFixed(value, 3) : formatPercent(value));
      write(trainLoss.current, formatLoss(snapshot.trainLoss));
      write(testLoss.current, formatLoss(snapshot.testLoss));
      write(trainScore.current, formatScore(snapshot.trainScore));
      write(testScore.current, formatScore(snapshot.testScore));
    },
    [regression],
  );

  return (
    <div className="metrics">
      <Metric label="Train loss" test={false} output={trainLoss} />
      <Metric label="Test loss" test={true} output={testLoss} />
      <Metric label={`Train ${score}`} test={false} output={trainScore} />
      <Metric label={`Test ${score}`} test={true} output={testScore} />
    </div>
  );
}

interface MetricProps {
  readonly label: string;
  readonly test: boolean;
  readonly output: RefObject<HTMLOutputElement | null>;
}

function Metric({ label, test, output }: MetricProps) {
  const id = useId();
  return (
    <div className="metric">
      <label htmlFor={id} className="metric-label">
        <SetGlyph test={test} />
        {label}
      </label>
      <output ref={output} id={id} aria-live="off" className="metric-value">
        {ABSENT}
      </output>
    </div>
  );
}

/** Characters of a number for which the usual size has room */
const USUAL_LENGTH = 6;

function write(output: HTMLOutputElement | null, text: string): void {
  if (output === null) return;
  writeText(output, text);
  output.toggleAttribute('data-long', text.length > USUAL_LENGTH);
}
