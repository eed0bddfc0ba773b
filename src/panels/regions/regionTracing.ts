import { PLANE, squareCell, type Cell } from '../../figures/regions/cells';
import type { PiecewiseNetwork } from '../../figures/regions/piecewise';
import { createTracer, type TracedRegions, type Tracer } from '../../figures/regions/tracer';

/** Regions beyond which a window is not drawn, and a plane not counted. */
export const MOST_REGIONS = { window: 4000, plane: 10_000 } as const;
/** Pieces of work of one trace: two or three seconds in slices. */
const MOST_WORK = 1_500_000;
/** Milliseconds of a display frame for each of the two traces; the page has the rest. */
const SLICE = 3;
/** Milliseconds after which a count that is still of older weights is taken off the page. */
const STALE = 1000;

export interface RegionTracing {
  /** Traces a network's regions in the window and in the plane; goes on by itself where that takes several frames. */
  update(network: PiecewiseNetwork, parameters: ArrayLike<number>, extent: number): void;
  dispose(): void;
}

export interface RegionTracingEvents {
  readonly onWindow: (traced: TracedRegions) => void;
  /** null: there is none yet for weights about as new as those in the window */
  readonly onPlane: (traced: TracedRegions | null) => void;
}

/** Traces while the network trains: again only when something has changed, and never more than a slice a frame. */
export function createRegionTracing({ onWindow, onPlane }: RegionTracingEvents): RegionTracing {
  let parameters = new Float64Array(0);
  let network: PiecewiseNetwork | null = null;
  let extent = 0;
  let version = 0;
  let request = 0;
  const window = createTrace(MOST_REGIONS.window, onWindow);
  const plane = createTrace(MOST_REGIONS.plane, onPlane);

  function work(): void {
    request = 0;
    if (network === null) return;
    const more = [
      window.work(version, network, parameters, squareCell(extent)),
      plane.work(version, network, parameters, PLANE),
    ];
    if (plane.isStale()) onPlane(null);
    if (more.includes(true)) request = requestAnimationFrame(work);
  }

  return {
    update(nextNetwork, next, nextExtent) {
      const same = nextNetwork === network && nextExtent === extent && isSame(parameters, next);
      if (same) return;
      if (parameters.length === next.length) parameters.set(next);
      else parameters = Float64Array.from(next);
      // A trace of another network is of no use any more; one of other weights still shows something.
      if (nextNetwork !== network || nextExtent !== extent) {
        window.drop();
        plane.drop();
      }
      network = nextNetwork;
      extent = nextExtent;
      version++;
      if (request === 0) work();
    },
    dispose() {
      cancelAnimationFrame(request);
      network = null;
    },
  };
}

function createTrace(mostRegions: number, onTraced: (traced: TracedRegions) => void) {
  const options = { clock: () => performance.now(), mostRegions, mostWork: MOST_WORK };
  let tracer: Tracer = createTracer(options);
  let traced = 0;
  let begun = 0;
  return {
    isStale: () => tracer.busy && performance.now() - begun > STALE,
    /** Whether there is more to do. */
    work(version: number, network: PiecewiseNetwork, parameters: ArrayLike<number>, cell: Cell): boolean {
      if (!tracer.busy) {
        if (traced === version) return false;
        tracer.start(network, parameters, cell);
        traced = version;
        begun = performance.now();
      }
      const result = tracer.advance(performance.now() + SLICE);
      if (result !== null) onTraced(result);
      return tracer.busy || traced !== version;
    },
    drop(): void {
      tracer = createTracer(options);
      traced = 0;
    },
  };
}

function isSame(a: ArrayLike<number>, b: ArrayLike<number>): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}
