/** The forms of classes: each is told from the others without its colour. */
const FORMS = [
  'circle',
  'square',
  'triangle',
  'diamond',
  'triangle-down',
  'pentagon',
  'cross',
  'hexagon',
  'star',
  'bar',
] as const;
export type Form = (typeof FORMS)[number];

/** Two classes are told by colour and by the side of the boundary; several have a form each. */
export function formOf(label: number, classes: number): Form {
  return classes > 2 ? (FORMS[label] ?? 'circle') : 'circle';
}

/** Corners of a form of radius 1 about 0, 0; the circle has none. */
const CORNERS: Readonly<Record<Form, readonly (readonly [number, number])[]>> = {
  circle: [],
  square: polygon(4, 1.18, 45),
  triangle: polygon(3, 1.36, -90),
  diamond: polygon(4, 1.32, 0),
  'triangle-down': polygon(3, 1.36, 90),
  pentagon: polygon(5, 1.18, -90),
  cross: cross(1.2, 0.42),
  hexagon: polygon(6, 1.14, 0),
  star: star(5, 1.4, 0.6),
  bar: [
    [-0.5, -1.3],
    [0.5, -1.3],
    [0.5, 1.3],
    [-0.5, 1.3],
  ],
};

function polygon(corners: number, radius: number, degrees: number): (readonly [number, number])[] {
  return Array.from({ length: corners }, (_, i) => {
    const angle = ((degrees + (360 * i) / corners) * Math.PI) / 180;
    return [radius * Math.cos(angle), radius * Math.sin(angle)] as const;
  });
}

function star(points: number, outer: number, inner: number): (readonly [number, number])[] {
  const tips = polygon(points, outer, -90);
  const notches = polygon(points, inner, -90 + 180 / points);
  return tips.flatMap((tip, i) => [tip, notches[i] ?? tip]);
}

/** A plus: three corners of each arm, the arms a quarter turn apart. */
function cross(reach: number, half: number): (readonly [number, number])[] {
  return [
    [half, -half],
    [reach, -half],
    [reach, half],
    [half, half],
    [half, reach],
    [-half, reach],
    [-half, half],
    [-reach, half],
    [-reach, -half],
    [-half, -half],
    [-half, -reach],
    [half, -reach],
  ];
}

/** Adds a form to the present path. */
export function traceForm(
  path: Pick<CanvasPath, 'moveTo' | 'lineTo' | 'arc' | 'closePath'>,
  form: Form,
  x: number,
  y: number,
  radius: number,
): void {
  const corners = CORNERS[form];
  if (corners.length === 0) {
    path.moveTo(x + radius, y);
    path.arc(x, y, radius, 0, 2 * Math.PI);
    return;
  }
  corners.forEach(([cx, cy], i) => {
    if (i === 0) path.moveTo(x + cx * radius, y + cy * radius);
    else path.lineTo(x + cx * radius, y + cy * radius);
  });
  path.closePath();
}

/** The same form as the `d` of an SVG path, for legends. */
export function formPath(form: Form, x: number, y: number, radius: number): string {
  if (form === 'circle') {
    return `M${x - radius} ${y}a${radius} ${radius} 0 1 0 ${2 * radius} 0a${radius} ${radius} 0 1 0 ${-2 * radius} 0z`;
  }
  const corners = CORNERS[form].map(
    ([cx, cy]) => `${(x + cx * radius).toFixed(2)} ${(y + cy * radius).toFixed(2)}`,
  );
  return `M${corners.join('L')}z`;
}
