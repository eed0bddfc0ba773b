import { useState } from 'react';
import { Segment } from '../../controls/Segment';
import { Tex } from '../../panels/network/Tex';
import { matrixForm, numpyLine } from './matrixForms';
import { isOutput, nameOf } from './symbols';
import { UnitForm, type UnitFormProps } from './UnitForms';
import './Explain.css';

const FORMS = [
  { value: 'unit', label: 'Unit' },
  { value: 'matrix', label: 'Matrix' },
  { value: 'numpy', label: 'NumPy' },
] as const;
type Form = (typeof FORMS)[number]['value'];

export type ExplainProps = UnitFormProps;

/** The quantity where the story stands: its formula, the formula with the numbers filled in, and the result. */
export function Explain(props: ExplainProps) {
  const { story, notation } = props;
  const [form, setForm] = useState<Form>('unit');
  return (
    <section className="explain" aria-live="polite" aria-label="The present step">
      <header className="explain-head">
        <h3>{titleOf(props)}</h3>
        <Segment label="Form" value={form} options={FORMS} onChange={setForm} />
      </header>
      {form === 'unit' && <UnitForm {...props} />}
      {form === 'matrix' && <Tex tex={matrixForm(story.stage, notation)} display />}
      {form === 'numpy' && (
        <pre className="explain-code">
          <code>{numpyLine(story.stage, notation, props.experiment)}</code>
        </pre>
      )}
    </section>
  );
}

function titleOf({ story, notation }: ExplainProps): string {
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
