import { Tex } from '../../../panels/network/Tex';
import { Num } from '../numbers';
import type { UnitFormProps } from './props';

export function LossAfterForm({ minibatch }: UnitFormProps) {
  return (
    <>
      <p className="explain-line">
        <Tex tex="L =" />{' '}
        {!minibatch && (
          <>
            <Num k="L" /> →{' '}
          </>
        )}
        <Num k="l" />
      </p>
      <p className="explain-prose">
        {minibatch
          ? 'The mean loss of the same tokens with the updated weights.'
          : 'The loss of the same token with the updated weights. Play trains on batches, not on this token.'}
      </p>
    </>
  );
}
