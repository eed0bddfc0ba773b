import { useEffect, useRef, useState } from 'react';
import { classCount } from '../../experiment/shape';
import { classThreshold, countConfusion } from '../../figures/confusionMatrix/layout';
import { useFrame, useFrames, useSelect } from '../../store/context';
import { useDataset } from '../useDataset';
import { ClassGlyph } from './Glyph';
import { createLate } from './late';
import { classNames } from './shown';
import { writeText } from '../../figures/writeText';
import './ConfusionMatrix.css';

/** Classes above which the table is set close */
const MANY = 6;
/** Milliseconds between two counts while training */
const INTERVAL = 100;

/** How many points of each true class (rows) the network takes for which (columns). */
export function ConfusionMatrix({ set }: { set: 'train' | 'test' }) {
  const experiment = useSelect((state) => state.experiment);
  const dataset = useDataset();
  const frames = useFrames();
  const body = useRef<HTMLTableSectionElement>(null);
  const [late] = useState(() => createLate(INTERVAL));
  const classes = classCount(experiment.problem);
  const names = classNames(experiment);
  // A digit is its own sign.
  const glyphs = experiment.problem.dataset !== 'digits';

  useEffect(() => late.cancel, [late]);
  useFrame(
    ({ outputs }) => {
      if (body.current === null || outputs.values.length < dataset.count * outputs.channels) return;
      if (!late.due(frames.redraw)) return;
      const counts = new Uint32Array(classes * classes);
      const threshold = classThreshold(experiment.network.output);
      countConfusion(counts, outputs, dataset[set], dataset.labels, classes, threshold);
      write(body.current, counts, classes);
    },
    [dataset, set, classes, experiment.network.output],
  );

  return (
    <div className="confusion" data-many={classes > MANY || undefined} style={{ '--classes': classes }}>
      <table className="confusion-table">
        <caption>
          {set === 'train' ? 'Train' : 'Test'} points: true class in rows, predicted in columns
        </caption>
        <thead>
          <tr>
            <td />
            {names.map(({ name, short }, label) => (
              <th key={name} scope="col" aria-label={`Predicted ${name}`}>
                {glyphs && <ClassGlyph label={label} classes={classes} />}
                {short}
              </th>
            ))}
          </tr>
        </thead>
        <tbody ref={body}>
          {names.map(({ name, short }, label) => (
            <tr key={name}>
              <th scope="row" aria-label={`True ${name}`}>
                {glyphs && <ClassGlyph label={label} classes={classes} />}
                {short}
              </th>
              {names.map((column) => (
                <td key={column.name} className="confusion-cell" />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Numbers into the cells, each shaded by its share of its row. */
function write(body: HTMLTableSectionElement, counts: Uint32Array, classes: number): void {
  body.querySelectorAll<HTMLTableCellElement>('td').forEach((cell, i) => {
    const row = i - (i % classes);
    const total = counts.subarray(row, row + classes).reduce((sum, count) => sum + count, 0);
    const text = String(counts[i] ?? 0);
    writeText(cell, text);
    cell.toggleAttribute('data-none', text === '0');
    cell.style.setProperty('--share', total > 0 ? ((counts[i] ?? 0) / total).toFixed(2) : '0');
  });
}
