import {
  createPerceptronRun,
  type PerceptronRun,
  type RuleCount,
  type RuleMoment,
  type RuleSettings,
} from './perceptronRun';

/** The updates that one frame may take to be caught up with, some milliseconds. */
const MOST_UPDATES = 100_000;
/** Stretches of a run that are remembered, to be found again when the timeline is scrubbed. */
const MOST_STRETCHES = 100;

export interface CountedRun extends RuleCount {
  /** The update from which on mistakes are counted: 0, or where weights or table were last changed by hand. */
  readonly since: number;
}

export interface MistakeCount {
  /**
   * The count at a frame of the run; null while it is being caught up with. `stretch` names the part of the run between
   * two changes by hand: there the rule alone has moved the weights.
   */
  at(moment: RuleMoment, stretch: string): CountedRun | null;
}

/**
 * Counts the mistakes of a run from its frames: the rule is repeated from where a stretch began, and believed only where
 * it arrives at the frame's own weights. Where it does not, counting begins anew with that frame.
 * @param origin the starting weights, where they are known without having been seen
 */
export function createMistakeCount(settings: RuleSettings, origin: ArrayLike<number> | null): MistakeCount {
  const stretches = new Map<string, PerceptronRun>();

  function begin(stretch: string, from: RuleMoment): PerceptronRun {
    const run = createPerceptronRun(settings, from);
    stretches.delete(stretch);
    stretches.set(stretch, run);
    for (const oldest of stretches.keys()) {
      if (stretches.size <= MOST_STRETCHES) break;
      stretches.delete(oldest);
    }
    return run;
  }

  function follow(run: PerceptronRun, moment: RuleMoment): 'there' | 'behind' | 'astray' {
    if (moment.step < run.start.step) return 'astray';
    if (!run.goTo(moment.step, MOST_UPDATES)) return 'behind';
    const same = run.parameters.every((value, i) => value === moment.parameters[i]);
    return same && run.position === moment.position ? 'there' : 'astray';
  }

  return {
    at(moment, stretch) {
      const known = stretches.get(stretch);
      const isFirst = known === undefined && stretch === '' && origin !== null;
      const run = known ?? begin(stretch, isFirst ? { step: 0, position: 0, parameters: origin } : moment);
      const state = follow(run, moment);
      if (state === 'behind') return null;
      const trusted = state === 'there' ? run : begin(stretch, moment);
      return { ...trusted.count, since: trusted.start.step };
    },
  };
}
