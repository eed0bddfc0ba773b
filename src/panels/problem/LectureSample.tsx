import { useEffect, useMemo } from 'react';
import { gatePoints } from '../../data/lectures/gates';
import { curvePoints } from '../../data/lectures/curve';
import { parabolaPoints } from '../../data/lectures/parabola';
import { surfacePoints } from '../../data/lectures/surface';
import { loadResources } from '../../data/resources';
import { setDataset } from '../../experiment/changes';
import { DEFAULT_EXPERIMENT } from '../../experiment/defaults';
import type { GeneratedProblem } from '../../experiment/experiment';
import type { LectureName } from '../../experiment/names';
import { THUMBNAIL_SAMPLES, type ThumbnailPoints } from '../../figures/thumbnails/layout';
import { Thumbnail } from './Thumbnail';

const NO_LABELS = new Uint8Array(0);
const CURVE_SAMPLES = 40;

/** The picture of a problem that has a figure of its own, from its own generator. */
export function LectureSample({ dataset, seed }: { dataset: LectureName; seed: number }) {
  // Whoever sees the picture may choose the problem next.
  useEffect(() => void loadResources(startOf('parabola'))?.catch(() => undefined), []);
  const picture = useMemo(() => pictureOf(dataset, seed), [dataset, seed]);
  if (picture === null)
    return (
      <span className="gallery-digits" aria-hidden="true">
        0–9
      </span>
    );
  return <Thumbnail {...picture} />;
}

interface Picture {
  readonly points: ThumbnailPoints;
  readonly extent: number;
}

const startOf = (dataset: LectureName) => setDataset(dataset)(DEFAULT_EXPERIMENT).problem;

function pictureOf(dataset: LectureName, seed: number): Picture | null {
  const problem = startOf(dataset);
  if (problem.dataset === 'custom' || dataset === 'digits') return null;
  const seeded = { ...problem, seed };
  if (dataset === 'surface') return surfacePicture(seeded);
  if (dataset === 'parabola') return pathPicture(parabolaPoints(seed, CURVE_SAMPLES, 0).targets, 1.2, 0.5);
  if (dataset === 'curve') return curvePicture(seeded);
  return gatePicture(seeded);
}

function surfacePicture(problem: GeneratedProblem): Picture {
  const { count, inputs, targets } = surfacePoints({ ...problem, samples: THUMBNAIL_SAMPLES.regression });
  return { points: { count, inputs, classes: 0, labels: NO_LABELS, targets }, extent: 6 };
}

function curvePicture(problem: GeneratedProblem): Picture {
  const { count, inputs, targets } = curvePoints({ ...problem, samples: CURVE_SAMPLES, noise: 0 });
  const path = new Float64Array(2 * count);
  for (let token = 0; token < count; token++) {
    path[2 * token] = inputs[token] ?? 0;
    path[2 * token + 1] = targets[token] ?? 0;
  }
  return pathPicture(path, 1.2, 0);
}

/** Points along a line, all of the strongest colour. */
function pathPicture(path: Float64Array, extent: number, middle: number): Picture {
  const inputs = path.map((value, i) => (i % 2 === 1 ? value - middle : value));
  const count = path.length / 2;
  return {
    points: { count, inputs, classes: 0, labels: NO_LABELS, targets: new Float64Array(count).fill(1) },
    extent,
  };
}

/** The rows over the first two inputs; where there are more, the others are 0. */
function gatePicture(problem: GeneratedProblem): Picture {
  const { count, coordinates, inputs, targets } = gatePoints(problem);
  const corners = new Float64Array(2 * count);
  for (let row = 0; row < count; row++)
    for (let d = 0; d < 2; d++) corners[2 * row + d] = (inputs[row * coordinates + d] ?? 0) - 0.5;
  return {
    points: { count, inputs: corners, classes: 2, labels: Uint8Array.from(targets), targets },
    extent: 0.8,
  };
}
