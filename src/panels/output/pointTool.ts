/** What a press on the figure does. */
export const POINT_TOOLS = [
  { value: 'move', label: 'Move' },
  { value: 'add', label: 'Add' },
  { value: 'delete', label: 'Delete' },
] as const;
export type PointToolName = (typeof POINT_TOOLS)[number]['value'];

export interface PointTool {
  readonly name: PointToolName;
  /** class of added points */
  readonly label: number;
  /** value of added points in regression */
  readonly value: number;
}
