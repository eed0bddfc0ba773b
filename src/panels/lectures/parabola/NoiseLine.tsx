import { useRef } from 'react';
import { formatFixed, formatLoss } from '../../../figures/numbers';
import { MathSymbol } from '../../network/MathSymbol';
import { meanDeparture } from './semicircle';
import type { TokenSumProps } from './TokenSum';
import { useFrameWriter } from './writers';
import { writeText } from '../../../figures/writeText';

/** What is left of the loss beside the noise, which no network can remove: ½E‖y − E[y|x]‖², two outputs. */
export function NoiseLine({ model, writers }: TokenSumProps) {
  const train = useRef<HTMLElement>(null);
  const test = useRef<HTMLElement>(null);
  const departure = useRef<HTMLElement>(null);
  const remark = useRef<HTMLElement>(null);
  const { noise } = model;
  useFrameWriter(
    writers,
    'read',
    ({ snapshot, image }) => {
      writeText(train.current, formatLoss(snapshot.trainLoss));
      writeText(test.current, formatLoss(snapshot.testLoss));
      writeText(departure.current, formatLoss(meanDeparture(image)));
      // Further below the noise than a chance of the sample.
      const isLearned = snapshot.trainLoss < 0.5 * noise * noise;
      writeText(remark.current, isLearned ? ', the train tokens’ own noise learned by heart' : '');
    },
    [model],
  );
  return (
    <p className="planes-noise">
      <span>
        Noise that no network can remove: ½·2·{formatFixed(noise, 2)}² ={' '}
        <strong>{formatLoss(0.5 * 2 * noise * noise)}</strong>
      </span>
      <span>
        Loss left: train <strong ref={train} />, test <strong ref={test} />
        <span ref={remark} />
      </span>
      <span>
        ½‖
        <MathSymbol letter="y" hat /> − E[
        <MathSymbol letter="y" />|<MathSymbol letter="x" />
        ]‖² along the curve: <strong ref={departure} />
      </span>
    </p>
  );
}
