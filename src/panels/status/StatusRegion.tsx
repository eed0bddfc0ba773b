import { useEffect, useEffectEvent, useRef, type RefObject } from 'react';
import { useActions, useFrame, useFrames, useSelect } from '../../store/context';
import type { History } from '../../store/state';
import { createSpeech, type Speech } from './speech';
import { historySentence, runSentence } from './sentences';
import './StatusRegion.css';

/** Milliseconds that a short word on something just done stays in sight. */
const SAID_DURATION = 2500;

/** Speaks of changes of state to a screen reader, at most once a second, and shows a short word on what was done. */
export function StatusRegion() {
  const region = useRef<HTMLDivElement>(null);
  const speech = useRef<Speech | null>(null);
  useEffect(() => {
    const created = createSpeech({
      speak: (text) => {
        if (region.current) region.current.textContent = text;
      },
      now: () => performance.now(),
      after: (milliseconds, run) => {
        const timer = setTimeout(run, milliseconds);
        return () => clearTimeout(timer);
      },
    });
    speech.current = created;
    return () => created.dispose();
  }, []);
  useRunSpeech(speech);
  useHistorySpeech(speech);
  return (
    <>
      <div
        ref={region}
        className="status-region visually-hidden"
        role="status"
        aria-label="State of the run"
      />
      <Said speech={speech} />
    </>
  );
}

type SpeechRef = RefObject<Speech | null>;

/** Playing, paused and why; while it is paused, every step and every move on the timeline. */
function useRunSpeech(speech: SpeechRef): void {
  const { playing, paused, deadLayer } = useSelect((state) => state.status);
  const stop = useSelect((state) => state.experiment.training.stop);
  const frames = useFrames();
  const say = () => speech.current?.say(() => runSentence(playing, paused, frames.current(), stop));
  // The worker tells of a state again and again; a new one has another key.
  const pausedKey = JSON.stringify(paused);
  const opened = useRef(false);
  const shown = useRef({ revision: -1, step: -1, at: -1 });

  const changed = useEffectEvent(() => {
    // What the page opens with is no change.
    if (!opened.current && !playing && paused.kind === 'user') return;
    opened.current = true;
    say();
  });
  useEffect(() => changed(), [playing, pausedKey]);
  useFrame(
    ({ revision, step, timeline }) => {
      const { current } = shown;
      const moved = current.step !== step || current.at !== timeline.at;
      // A change of the experiment has words of its own.
      const sameRun = current.revision === revision;
      current.revision = revision;
      current.step = step;
      current.at = timeline.at;
      if (moved && sameRun && !playing) say();
    },
    [playing, paused, stop],
  );
  useEffect(() => {
    if (deadLayer < 0) return;
    speech.current?.say(() => `No unit of hidden layer ${deadLayer + 1} responds to any training point.`);
  }, [speech, deadLayer]);
}

function useHistorySpeech(speech: SpeechRef): void {
  const history = useSelect((state) => state.history);
  const last = useRef<History>(history);
  useEffect(() => {
    const sentence = historySentence(last.current, history);
    last.current = history;
    if (sentence !== null) speech.current?.say(() => sentence);
  }, [speech, history]);
}

function Said({ speech }: { speech: SpeechRef }) {
  const said = useSelect((state) => state.said);
  const { say } = useActions();
  useEffect(() => {
    if (said === null) return undefined;
    speech.current?.say(() => said);
    const timer = setTimeout(() => say(null), SAID_DURATION);
    return () => clearTimeout(timer);
  }, [said, say, speech]);
  if (said === null) return null;
  return (
    <p className="said" aria-hidden="true">
      {said}
    </p>
  );
}
