import { Disclosure } from '../../controls/Disclosure';
import { later } from '../../controls/later';
import { ActivationSelect, ConnectionsSelect, InitialWeightsSelect, LossSelect } from './NetworkSettings';
import { BatchSize, LearningRate, OptimizerSelect } from './OptimizerSettings';
import { RegularizationRate, RegularizationSelect } from './RegularizationSettings';
import { WeightSeed } from './WeightSeed';
import './SpecificationLine.css';

const MoreSettings = later(async () => (await import('./MoreSettings')).MoreSettings);

/** How the network is trained, in one line. */
export function SpecificationLine() {
  return (
    <section className="specification" aria-label="Settings">
      <LearningRate />
      <OptimizerSelect />
      <BatchSize />
      <ActivationSelect />
      <LossSelect />
      <RegularizationSelect />
      <RegularizationRate />
      <ConnectionsSelect />
      <InitialWeightsSelect />
      <WeightSeed />
      <Disclosure label="More" align="end">
        <MoreSettings />
      </Disclosure>
    </section>
  );
}
