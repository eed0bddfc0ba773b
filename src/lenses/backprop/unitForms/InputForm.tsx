import { Tex } from '../../../panels/network/Tex';
import { Num } from '../numbers';
import { activation } from '../symbols';
import type { UnitFormProps } from './props';

export function InputForm({ story, notation }: UnitFormProps) {
  return (
    <>
      <p className="explain-line">
        <Tex tex={`${activation(notation, -1, story.place.item)} =`} /> <Num k={`x:${story.place.item}`} />
      </p>
      <p className="explain-prose">
        The token enters the network. A bias is the weight from an input that is always 1.
      </p>
    </>
  );
}
