import { describe, expect, it } from 'vitest';
import { DEFAULT_EXPERIMENT } from '../../src/experiment/defaults';
import { historySentence, runSentence } from '../../src/panels/status/sentences';
import { createSpeech } from '../../src/panels/status/speech';
import type { ExperimentStep, History } from '../../src/store/state';

/** A clock that goes when it is told to. */
function createClock() {
  let time = 0;
  let timers: { at: number; run: () => void }[] = [];
  return {
    now: () => time,
    after(milliseconds: number, run: () => void) {
      const timer = { at: time + milliseconds, run };
      timers.push(timer);
      return () => {
        timers = timers.filter((each) => each !== timer);
      };
    },
    pass(milliseconds: number) {
      time += milliseconds;
      const due = timers.filter(({ at }) => at <= time);
      timers = timers.filter(({ at }) => at > time);
      for (const { run } of due) run();
    },
  };
}

describe('speech', () => {
  it('is at most one sentence a second, and the last one is never lost', () => {
    const clock = createClock();
    const spoken: string[] = [];
    const speech = createSpeech({ ...clock, speak: (text) => spoken.push(text) });
    speech.say(() => 'Playing.');
    clock.pass(100);
    expect(spoken).toEqual(['Playing.']);
    speech.say(() => 'one');
    clock.pass(400);
    speech.say(() => 'two');
    expect(spoken).toEqual(['Playing.']);
    clock.pass(600);
    expect(spoken).toEqual(['Playing.', 'two']);
    clock.pass(5000);
    speech.say(() => 'three');
    clock.pass(100);
    expect(spoken).toEqual(['Playing.', 'two', 'three']);
  });

  it('tells of the moment in which it is spoken', () => {
    const clock = createClock();
    const spoken: string[] = [];
    const speech = createSpeech({ ...clock, speak: (text) => spoken.push(text) });
    let epoch = 12;
    speech.say(() => `Paused at epoch ${epoch}.`);
    epoch = 13;
    clock.pass(100);
    expect(spoken).toEqual(['Paused at epoch 13.']);
  });

  it('falls silent when it is disposed of', () => {
    const clock = createClock();
    const spoken: string[] = [];
    const speech = createSpeech({ ...clock, speak: (text) => spoken.push(text) });
    speech.say(() => 'one');
    speech.dispose();
    clock.pass(5000);
    expect(spoken).toEqual([]);
  });
});

describe('what is said of the run', () => {
  const snapshot = { epoch: 130.4, trainLoss: 0.0763, testLoss: NaN };

  it('names epoch and losses when it pauses, the test loss only where there is one', () => {
    expect(runSentence(false, { kind: 'user' }, snapshot, undefined)).toBe(
      'Paused at epoch 130, train loss 0.0763.',
    );
    expect(runSentence(false, { kind: 'user' }, { ...snapshot, testLoss: 0.31 }, undefined)).toBe(
      'Paused at epoch 130, train loss 0.0763, test loss 0.310.',
    );
  });

  it('says which rule stopped it', () => {
    const said = runSentence(false, { kind: 'loss-change', epoch: 12 }, null, { lossChange: 0.00001 });
    expect(said).toContain('Stopped at epoch 12: the train loss changed by less than ε₁ = 0.00001');
  });
});

describe('what is said of a change', () => {
  const step: ExperimentStep = {
    kind: 'experiment',
    label: 'Noise 0.1',
    before: DEFAULT_EXPERIMENT,
    after: DEFAULT_EXPERIMENT,
    restarted: false,
    parked: null,
    parkedAfter: null,
  };
  const history = (undo: readonly ExperimentStep[], redo: readonly ExperimentStep[]): History => ({
    undo,
    redo,
  });

  it('names what was undone and redone', () => {
    expect(historySentence(history([step], []), history([], [step]))).toBe('Undone: Noise 0.1.');
    expect(historySentence(history([], [step]), history([step], []))).toBe('Redone: Noise 0.1.');
  });

  it('tells of a run begun anew, and leaves the rest to the control itself', () => {
    const reset = { ...step, label: 'Reset', restarted: true, parked: 1 };
    expect(historySentence(history([], []), history([reset], []))).toBe('Reset.');
    expect(historySentence(history([], []), history([step], []))).toBeNull();
  });
});
