import { useState } from 'react';
import { classCount } from '../../experiment/shape';
import { useSelect } from '../../store/context';
import type { PointTool } from './pointTool';

const FIRST: PointTool = { name: 'move', label: 1, value: 1 };

/** The tool at hand; its class is one that the problem has. */
export function usePointTool() {
  const classes = useSelect((state) => classCount(state.experiment.problem));
  const [tool, onTool] = useState<PointTool>(FIRST);
  return { tool: { ...tool, label: Math.min(tool.label, Math.max(0, classes - 1)) }, onTool };
}
