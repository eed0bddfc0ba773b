import { ClassGlyph } from '../../panels/output/Glyph';
import type { BenchModel } from './benchModel';

export interface ProbabilityRowsProps {
  readonly model: BenchModel;
  /** The targets are to be dragged too. */
  readonly soft: boolean;
  readonly onOutput: (k: number, to: number) => void;
  readonly onTarget: (k: number, to: number) => void;
}

/** A class's probability and its target; the frames write where the sliders stand. */
export function ProbabilityRows({ model, soft, onOutput, onTarget }: ProbabilityRowsProps) {
  const { classes } = model;
  return (
    <div className="divergence-rows" data-soft={soft || undefined}>
      <div className="divergence-rows-head" aria-hidden="true">
        <span />
        <span>output ŷ</span>
        <span>target d</span>
      </div>
      {classes.map(({ name, note, label }, k) => (
        <div key={name} className="divergence-row">
          <span className="divergence-class">
            <ClassGlyph label={label} classes={classes.length} />
            <span>{name}</span>
            {note !== '' && <small>{note}</small>}
          </span>
          <ProbabilitySlider
            name={`Probability of ${name}`}
            part={`output-${k}`}
            onChange={(to) => onOutput(k, to)}
          />
          {soft ? (
            <ProbabilitySlider
              name={`Target of ${name}`}
              part={`target-${k}`}
              onChange={(to) => onTarget(k, to)}
            />
          ) : (
            <span className="divergence-target" data-part={`target-${k}-text`} />
          )}
        </div>
      ))}
    </div>
  );
}

interface ProbabilitySliderProps {
  readonly name: string;
  readonly part: string;
  readonly onChange: (to: number) => void;
}

/** Written from outside, so that it can follow the network without a render. Any step: its value is the number itself. */
function ProbabilitySlider({ name, part, onChange }: ProbabilitySliderProps) {
  return (
    <span className="slider divergence-slider">
      <input
        type="range"
        aria-label={name}
        min={0}
        max={1}
        step="any"
        defaultValue={0}
        data-part={part}
        onChange={(event) => onChange(event.target.valueAsNumber)}
      />
      <span className="slider-value" data-part={`${part}-text`} aria-hidden="true" />
    </span>
  );
}
