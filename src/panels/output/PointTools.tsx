import { useId } from 'react';
import { classCount } from '../../experiment/shape';
import { Segment } from '../../controls/Segment';
import { SpinButton } from '../../controls/SpinButton';
import { useActions, useSelect } from '../../store/context';
import { ClassGlyph } from './Glyph';
import { editingFault } from './pointEditing';
import { POINT_TOOLS, type PointTool } from './pointTool';
import { classNames } from './shown';
import './PointTools.css';

export interface PointToolsProps {
  readonly tool: PointTool;
  readonly onTool: (tool: PointTool) => void;
}

/** What a press on the figure does, and of which class an added point is. The classes' forms stand here as a legend. */
export function PointTools({ tool, onTool }: PointToolsProps) {
  const experiment = useSelect((state) => state.experiment);
  const notice = useSelect((state) => state.notice);
  const actions = useActions();
  const fault = editingFault(experiment);
  const classes = classCount(experiment.problem);
  const adding = fault === null && tool.name === 'add';
  return (
    <>
      <div className="point-tools">
        {fault === null ? (
          <Segment
            label="Press on the figure"
            value={tool.name}
            options={POINT_TOOLS}
            onChange={(name) => {
              actions.notify(null);
              onTool({ ...tool, name });
            }}
          />
        ) : (
          <p className="point-tools-fault">{fault}</p>
        )}
        {classes > 0 && (adding ? <ClassChoice tool={tool} onTool={onTool} /> : <ClassLegend />)}
        {classes === 0 && adding && (
          <SpinButton
            label="Value"
            layout="inline"
            value={tool.value}
            min={-1e6}
            max={1e6}
            integer={false}
            onChange={(value) => onTool({ ...tool, value })}
            onEnd={() => undefined}
          />
        )}
      </div>
      {notice?.place === 'points' && (
        <p role="alert" className="point-tools-fault">
          {notice.text}
        </p>
      )}
    </>
  );
}

function ClassLegend() {
  const experiment = useSelect((state) => state.experiment);
  const names = classNames(experiment);
  return (
    <ul className="point-tools-classes" aria-label="Classes">
      {names.map(({ name, short }, label) => (
        <li key={name} className="point-tools-class">
          <ClassGlyph label={label} classes={names.length} />
          {names.length === 2 ? name : short}
        </li>
      ))}
    </ul>
  );
}

function ClassChoice({ tool, onTool }: PointToolsProps) {
  const experiment = useSelect((state) => state.experiment);
  const group = useId();
  const names = classNames(experiment);
  return (
    <div role="radiogroup" aria-label="Class of added points" className="point-tools-classes">
      {names.map(({ name, short }, label) => (
        <label key={name} className="point-tools-class point-tools-choice" title={`Key ${label + 1}`}>
          <input
            className="input-over"
            type="radio"
            name={group}
            checked={tool.label === label}
            onChange={() => onTool({ ...tool, label })}
          />
          <ClassGlyph label={label} classes={names.length} />
          {names.length === 2 ? name : short}
        </label>
      ))}
    </div>
  );
}
