import { DeltaForm } from './unitForms/DeltaForm';
import { EpsilonForm } from './unitForms/EpsilonForm';
import { ForwardForm } from './unitForms/ForwardForm';
import { GradientForm } from './unitForms/GradientForm';
import { InputForm } from './unitForms/InputForm';
import { LossAfterForm } from './unitForms/LossAfterForm';
import { LossForm } from './unitForms/LossForm';
import type { UnitFormProps } from './unitForms/props';
import { UpdateForm } from './unitForms/UpdateForm';

export type { UnitFormProps };

/** A stage for one unit: its formula, the formula with the numbers filled in, and the result. */
export function UnitForm(props: UnitFormProps) {
  switch (props.story.stage.kind) {
    case 'input':
      return <InputForm {...props} />;
    case 'forward':
      return <ForwardForm {...props} />;
    case 'loss':
      return <LossForm {...props} />;
    case 'epsilon':
      return <EpsilonForm {...props} />;
    case 'delta':
      return <DeltaForm {...props} />;
    case 'gradient':
      return <GradientForm {...props} />;
    case 'update':
      return <UpdateForm {...props} />;
    case 'loss-after':
      return <LossAfterForm {...props} />;
  }
}
