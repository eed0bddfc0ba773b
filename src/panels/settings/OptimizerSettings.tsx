import { NumberCombobox } from '../../controls/NumberCombobox';
import { Select } from '../../controls/Select';
import { useHidden } from '../../controls/useHidden';
import { formatNumber } from '../../controls/parseNumber';
import { setLearningRate, setTraining } from '../../experiment/changes';
import { createOptimizer } from '../../experiment/defaults';
import { LIMITS } from '../../experiment/limits';
import { OPTIMIZERS, OPTIMIZER_LABELS } from '../../experiment/names';
import { useActions, useSelect } from '../../store/context';

const RATES = [0.00001, 0.0001, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10];
const BATCH_SIZES = [1, 2, 4, 8, 10, 16, 32, 64, 128, 256, 'all'];
const OPTIMIZER_OPTIONS = OPTIMIZERS.map((kind) => ({ value: kind, label: OPTIMIZER_LABELS[kind] }));

export function LearningRate() {
  const { edit } = useActions();
  const rate = useSelect((state) => state.experiment.training.optimizer.learningRate);
  if (useHidden('Learning rate')) return null;
  return (
    <NumberCombobox
      label="Learning rate"
      value={rate}
      options={RATES}
      limits={LIMITS.learningRate}
      onChange={(to) => edit(`Learning rate ${formatNumber(Number(to))}`, setLearningRate(Number(to)))}
    />
  );
}

export function OptimizerSelect() {
  const { edit } = useActions();
  const optimizer = useSelect((state) => state.experiment.training.optimizer);
  if (useHidden('Optimizer')) return null;
  return (
    <Select
      label="Optimizer"
      value={optimizer.kind}
      options={OPTIMIZER_OPTIONS}
      onChange={(kind) =>
        edit(
          OPTIMIZER_LABELS[kind],
          setTraining({ optimizer: createOptimizer(kind, optimizer.learningRate) }),
        )
      }
    />
  );
}

export function BatchSize() {
  const { edit } = useActions();
  const batchSize = useSelect((state) => state.experiment.training.batchSize);
  if (useHidden('Batch size')) return null;
  return (
    <NumberCombobox
      label="Batch size"
      value={batchSize}
      options={BATCH_SIZES}
      limits={{ ...LIMITS.batchSize, integer: true, word: 'all' }}
      onChange={(to) =>
        edit(`Batch size ${to}`, setTraining({ batchSize: typeof to === 'number' ? to : 'all' }))
      }
    />
  );
}
