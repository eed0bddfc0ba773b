import { useEffect, useRef } from 'react';
import { Segment } from '../../controls/Segment';
import { MatrixForm } from './MatrixForm';
import { numpyLines } from './numpyLines';
import { isOutput, nameOf } from './symbols';
import { UnitForm, type UnitFormProps } from './UnitForms';
import './Explain.css';

const FORMS = [
  { value: 'unit', label: 'Unit' },
  { value: 'matrix', label: 'Matrix' },
  { value: 'numpy', label: 'NumPy' },
] as const;
export type Form = (typeof FORMS)[number]['value'];

export interface ExplainProps extends UnitFormProps {
  /** The same from step to step. */
  readonly form: Form;
  readonly onForm: (form: Form) => void;
}

/** The quantity where the story stands: its formula, the formula with the numbers filled in, and the result. */
export function Explain({ form, onForm, ...props }: ExplainProps) {
  const section = useRef<HTMLElement>(null);
  const { stage } = props.story.place;
  useEffect(() => {
    section.current?.scrollTo({ top: 0 });
  }, [stage, form]);
  return (
    <section ref={section} className="explain" aria-live="polite" aria-label="The present step">
      <header className="explain-head">
        <h3>{titleOf(props)}</h3>
        <Segment label="Form" value={form} options={FORMS} onChange={onForm} />
      </header>
      {form === 'unit' && <UnitForm {...props} />}
      {form === 'matrix' && <MatrixForm {...props} />}
      {form === 'numpy' && (
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls
        <pre className="explain-code" role="region" aria-label="NumPy" tabIndex={0} data-keys="arrows">
          <code>{numpyLines(props.story.stage, props)}</code>
        </pre>
      )}
    </section>
  );
}

function titleOf({ story, notation }: UnitFormProps): string {
  const { stage, place } = story;
  const unit = nameOf(notation, stage.layer, place.item);
  switch (stage.kind) {
    case 'input':
      return `x, ${nameOf(notation, -1, place.item)}`;
    case 'forward':
      return isOutput(notation, stage.layer) ? `e and ŷ of ${unit}` : `e and h of ${unit}`;
    case 'loss':
      return 'L, the loss of this token';
    case 'epsilon':
      return `ε of ${unit}`;
    case 'delta':
      return `δ of ${unit}`;
    case 'gradient':
      return `Gradients of ${unit}`;
    case 'update':
      return `Update of ${unit}`;
    case 'loss-after':
      return 'L after the update';
  }
}
