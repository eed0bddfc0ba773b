import type { Cell } from './cells';
import type { PiecewiseNetwork } from './piecewise';
import { traceRegions, type Region, type RegionCount } from './trace';

/** A trace of regions that goes on in slices of time. */
export interface Tracer {
  /** Begins anew; the parameters are copied. */
  start(network: PiecewiseNetwork, parameters: ArrayLike<number>, cell: Cell): void;
  /** Works until `deadline`, in the clock's milliseconds; gives the regions when there are all that are wanted. */
  advance(deadline: number): TracedRegions | null;
  readonly busy: boolean;
}

export interface TracedRegions extends RegionCount {
  /** All regions where the trace is complete; else some. */
  readonly regions: readonly Region[];
}

export interface TracerOptions {
  /** milliseconds */
  readonly clock: () => number;
  readonly mostRegions: number;
  /** Pieces of work after which a trace counts as incomplete, each a microsecond or a few. */
  readonly mostWork: number;
}

/** Pieces of work between two looks at the clock. */
const BETWEEN_LOOKS = 32;

export function createTracer({ clock, mostRegions, mostWork }: TracerOptions): Tracer {
  let job: ReturnType<typeof traceRegions> | null = null;
  let regions: Region[] = [];
  let work = 0;

  function finish(complete: boolean): TracedRegions {
    job = null;
    return { regions, count: regions.length, complete };
  }

  return {
    start(network, parameters, cell) {
      regions = [];
      work = 0;
      const found = regions;
      job = traceRegions(network, Float64Array.from(parameters), cell, mostRegions, (region) => {
        found.push({ cell: region.cell, pattern: region.pattern });
      });
    },
    advance(deadline) {
      while (job !== null && clock() < deadline) {
        for (let i = 0; i < BETWEEN_LOOKS; i++) {
          const step = job.next();
          if (step.done === true) return finish(step.value.complete);
        }
        work += BETWEEN_LOOKS;
        if (work >= mostWork) return finish(false);
      }
      return null;
    },
    get busy() {
      return job !== null;
    },
  };
}
