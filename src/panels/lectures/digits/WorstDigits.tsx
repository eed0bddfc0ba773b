import { useEffect, useId, useRef, useState } from 'react';
import { useThemed } from '../../../controls/useThemeKey';
import { worstTokens } from '../../../figures/digits/worst';
import { useActions, useFrame, useFrames, useSelect } from '../../../store/context';
import { useDataset } from '../../useDataset';
import { createLate } from '../../output/late';
import { ChosenToken } from './ChosenToken';
import { readInk } from './InkPicture';
import { describeDigits, writeDigits } from './worstDigitWriting';

/** Most on show; fewer where there is less room. */
const MOST = 10;
/** Milliseconds between two looks while training */
const INTERVAL = 250;
const PLACES = Array.from({ length: MOST }, (_, place) => place);

/** The test digits with the largest losses, as buttons that choose the token. */
export function WorstDigits() {
  const title = useId();
  const experiment = useSelect((state) => state.experiment);
  const token = useSelect((state) => state.view.token);
  const { setToken } = useActions();
  const dataset = useDataset();
  const frames = useFrames();
  const list = useRef<HTMLUListElement>(null);
  const ink = useThemed(readInk);
  const [late] = useState(() => createLate(INTERVAL));
  useEffect(() => late.cancel, [late]);
  // A choice is seen at once, not with the next look.
  const chosen = useRef({ token, ink });
  useFrame(
    ({ outputs }) => {
      if (list.current === null || outputs.values.length !== dataset.count * outputs.channels) return;
      const again = chosen.current.token !== token || chosen.current.ink !== ink;
      if (!again && !late.due(frames.redraw)) return;
      chosen.current = { token, ink };
      const worst = worstTokens(outputs, dataset.targets, dataset.test, experiment.loss, MOST);
      writeDigits(list.current, describeDigits(experiment, dataset, outputs, worst), dataset, token, ink);
    },
    [experiment, dataset, token, ink, late, frames],
  );
  return (
    <section className="digit-worst" aria-labelledby={title}>
      <div className="digit-head">
        <h3 id={title}>
          Test digits it gets most wrong <small>true → read as, p of the true class; faint: right</small>
        </h3>
        <ChosenToken />
      </div>
      {dataset.test.length === 0 ? (
        <p className="digit-worst-none">There are no test digits: all of them train.</p>
      ) : (
        <ul ref={list} className="digit-worst-list">
          {PLACES.map((place) => (
            <li key={place}>
              <button
                type="button"
                onClick={({ currentTarget }) => setToken(Number(currentTarget.dataset['token'] ?? 0))}
              >
                <canvas width={8} height={8} aria-hidden="true" />
                <span />
                <span />
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
