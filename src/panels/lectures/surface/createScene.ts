import {
  AmbientLight,
  BufferAttribute,
  BufferGeometry,
  CanvasTexture,
  Color,
  DataTexture,
  DirectionalLight,
  DoubleSide,
  LinearFilter,
  LineBasicMaterial,
  LineSegments,
  Mesh,
  MeshLambertMaterial,
  PerspectiveCamera,
  Points,
  PointsMaterial,
  Scene,
  SRGBColorSpace,
  Vector3,
  WebGLRenderer,
} from 'three';
import type { OutputField } from '../../../protocol/snapshot';
import {
  createSurfaceMesh,
  FULL_HEIGHT,
  raiseMesh,
  triangleCorners,
  type SurfaceMesh,
} from '../../../figures/surface/mesh';
import { eyeOf, type Orbit } from '../../../figures/surface/orbit';
import { createReadBack, type ReadBack } from './readBack';
import { STRIDES, type Stride } from '../../../figures/surface/pace';

export interface SceneColors {
  readonly ink: string;
  readonly inkSecondary: string;
  readonly rule: string;
  readonly paper: string;
}

/** What stands still while the network trains. */
export interface SceneData {
  /** the target as ends of lines, finely and coarsely, and the points, [..][x, y, z] in the figure's space */
  readonly net: Float32Array;
  readonly coarseNet: Float32Array;
  readonly train: Float32Array;
  readonly test: Float32Array;
}

export interface SurfaceScene {
  /** whether there is no graphics processor to draw it */
  readonly slow: boolean;
  resize(width: number, height: number, pixelRatio: number): void;
  paint(colors: SceneColors): void;
  setData(data: SceneData): void;
  /** Heights and colours of a frame; `scale` is the value of full height. */
  raise(field: OutputField, scale: number): void;
  /** How much of mesh and net is drawn. */
  detail(stride: Stride): void;
  look(orbit: Orbit): void;
  /** Draws what there is now; `shown` is called once it is on the page. */
  render(shown?: () => void): void;
  /** A picture is still being drawn. */
  readonly busy: () => boolean;
  /** Place of a point of the figure's space in px from the top left corner. */
  project(x: number, y: number, z: number): readonly [number, number];
  dispose(): void;
}

/** Distance of the eye at zoom 1, and its opening angle in degrees. */
const DISTANCE = 5.3;
const OPENING = 32;
/** Light that comes from everywhere and from the upper left; π of it shows a surface in its own colour. */
const AMBIENT = 0.62 * Math.PI;
const DIRECTED = 0.46 * Math.PI;
/** px */
const POINT_SIZE = 5;
const DISC = 32;

/** The scene on a canvas; null where the browser has no WebGL. */
export function createSurfaceScene(canvas: HTMLCanvasElement): SurfaceScene | null {
  const stage = openStage(canvas);
  if (stage === null) return null;
  const { context, back } = stage;
  const renderer = new WebGLRenderer({ canvas: context.canvas, context, alpha: true });
  renderer.setClearAlpha(0);
  const camera = new PerspectiveCamera(OPENING, 1, 0.1, 30);
  const scene = new Scene();
  const sun = new DirectionalLight(0xffffff, DIRECTED);
  sun.position.set(-1, 2, 1);
  scene.add(new AmbientLight(0xffffff, AMBIENT), sun);

  const surface = createSurface();
  const net = createLines(0.55);
  const coarseNet = createLines(0.55);
  const frame = createLines(1);
  frame.set(boxLines());
  const train = createPoints(true);
  const test = createPoints(false);
  scene.add(surface.object, net.object, coarseNet.object, frame.object, train.object, test.object);
  const projected = new Vector3();
  const size = { width: 1, height: 1 };

  return {
    slow: back !== null,
    busy: () => back?.busy() ?? false,
    resize(width, height, pixelRatio) {
      Object.assign(size, { width, height });
      renderer.setPixelRatio(pixelRatio);
      renderer.setSize(width, height, false);
      back?.resize(context.drawingBufferWidth, context.drawingBufferHeight);
      camera.aspect = width / height;
      camera.updateProjectionMatrix();
      train.scale(pixelRatio);
      test.scale(pixelRatio);
    },
    paint(colors) {
      // Without transparency what is fetched needs no unmixing.
      if (back !== null) renderer.setClearColor(colorOf(colors.paper), 1);
      net.material.color = coarseNet.material.color = colorOf(colors.ink);
      frame.material.color = colorOf(colors.rule);
      train.paint(colors.ink, colors.paper);
      test.paint(colors.inkSecondary, colors.paper);
    },
    setData(data) {
      net.set(data.net);
      coarseNet.set(data.coarseNet);
      train.set(data.train);
      test.set(data.test);
    },
    raise: surface.raise,
    detail(stride) {
      surface.detail(stride);
      net.object.visible = stride === 1;
      coarseNet.object.visible = stride > 1;
    },
    look(orbit) {
      camera.position.set(...eyeOf(orbit, DISTANCE));
      camera.lookAt(0, 0, 0);
      camera.updateMatrixWorld();
    },
    render(shown = () => undefined) {
      const draw = () => renderer.render(scene, camera);
      if (back !== null) return back.show(draw, shown);
      draw();
      setTimeout(shown, 0);
    },
    project(x, y, z) {
      projected.set(x, y, z).project(camera);
      return [((projected.x + 1) / 2) * size.width, ((1 - projected.y) / 2) * size.height];
    },
    dispose() {
      for (const part of [surface, net, coarseNet, frame, train, test]) part.dispose();
      back?.dispose();
      renderer.dispose();
    },
  };
}

/** WebGL on the canvas itself; without a graphics processor on one of its own, whose pictures are fetched. */
function openStage(
  canvas: HTMLCanvasElement,
): { readonly context: WebGL2RenderingContext; readonly back: ReadBack | null } | null {
  if (hasGraphicsProcessor()) {
    const fast = canvas.getContext('webgl2', { antialias: true });
    if (fast !== null) return { context: fast, back: null };
  }
  // Smooth edges would cost more than all the rest.
  const slow = document.createElement('canvas').getContext('webgl2', { antialias: false });
  const plain = canvas.getContext('2d');
  return slow === null || plain === null ? null : { context: slow, back: createReadBack(slow, plain) };
}

/** Drivers that draw with the processor, by their names: some browsers give a context for speed all the same. */
const SOFTWARE = /swiftshader|llvmpipe|softpipe|software|basic render/iu;

function hasGraphicsProcessor(): boolean {
  const probe = document.createElement('canvas').getContext('webgl2', { failIfMajorPerformanceCaveat: true });
  if (probe === null) return false;
  const names = probe.getExtension('WEBGL_debug_renderer_info');
  const name = String(probe.getParameter(names?.UNMASKED_RENDERER_WEBGL ?? probe.RENDERER));
  // A page has only so many contexts.
  probe.getExtension('WEBGL_lose_context')?.loseContext();
  return !SOFTWARE.test(name);
}

/** ŷ as a lit surface in the colours of the worker's picture. */
function createSurface() {
  let mesh: SurfaceMesh | null = null;
  let texture: DataTexture | null = null;
  let picture = new Uint8Array(0);
  // Set back a little, so that lines and points upon it are not half sunk.
  const offset = { polygonOffset: true, polygonOffsetFactor: 2, polygonOffsetUnits: 40 };
  const material = new MeshLambertMaterial({ side: DoubleSide, ...offset });
  const object = new Mesh(new BufferGeometry(), material);
  object.visible = false;
  let triangles: ReadonlyMap<Stride, BufferAttribute> = new Map();
  let drawn: Stride = 1;

  function build(size: number): SurfaceMesh {
    object.geometry.dispose();
    texture?.dispose();
    const made = createSurfaceMesh(size);
    const geometry = new BufferGeometry();
    geometry.setAttribute('position', new BufferAttribute(made.positions, 3));
    geometry.setAttribute('normal', new BufferAttribute(made.normals, 3));
    geometry.setAttribute('uv', new BufferAttribute(made.places, 2));
    triangles = new Map(
      STRIDES.map((stride) => [stride, new BufferAttribute(triangleCorners(size, stride), 1)] as const),
    );
    geometry.setIndex(triangles.get(drawn) ?? null);
    object.geometry = geometry;
    object.frustumCulled = false;
    picture = new Uint8Array(4 * size * size);
    texture = new DataTexture(picture, size, size);
    texture.colorSpace = SRGBColorSpace;
    texture.magFilter = LinearFilter;
    texture.minFilter = LinearFilter;
    material.map = texture;
    material.needsUpdate = true;
    return made;
  }

  return {
    object,
    raise({ size, values, rgba }: OutputField, scale: number) {
      if (mesh?.size !== size) mesh = build(size);
      raiseMesh(mesh, values, scale);
      picture.set(rgba);
      if (texture !== null) texture.needsUpdate = true;
      const { position, normal } = object.geometry.attributes;
      if (position) position.needsUpdate = true;
      if (normal) normal.needsUpdate = true;
      object.visible = true;
    },
    detail(stride: Stride) {
      if (stride === drawn) return;
      drawn = stride;
      object.geometry.setIndex(triangles.get(stride) ?? null);
    },
    dispose() {
      object.geometry.dispose();
      texture?.dispose();
      material.dispose();
    },
  };
}

function createLines(opacity: number) {
  const material = new LineBasicMaterial({ transparent: opacity < 1, opacity });
  const object = new LineSegments(new BufferGeometry(), material);
  object.frustumCulled = false;
  return {
    object,
    material,
    set(ends: Float32Array) {
      object.geometry.dispose();
      object.geometry = new BufferGeometry();
      object.geometry.setAttribute('position', new BufferAttribute(ends, 3));
    },
    dispose() {
      object.geometry.dispose();
      material.dispose();
    },
  };
}

/** Points that train are discs, those that test rings. */
function createPoints(filled: boolean) {
  const disc = document.createElement('canvas');
  disc.width = DISC;
  disc.height = DISC;
  const texture = new CanvasTexture(disc);
  texture.colorSpace = SRGBColorSpace;
  const material = new PointsMaterial({ sizeAttenuation: false, map: texture, alphaTest: 0.5 });
  const object = new Points(new BufferGeometry(), material);
  object.frustumCulled = false;
  return {
    object,
    scale(pixelRatio: number) {
      material.size = POINT_SIZE * pixelRatio;
    },
    paint(ink: string, paper: string) {
      const context = disc.getContext('2d');
      if (context === null) return;
      context.clearRect(0, 0, DISC, DISC);
      context.beginPath();
      context.arc(DISC / 2, DISC / 2, DISC / 2 - 5, 0, 2 * Math.PI);
      context.fillStyle = filled ? ink : paper;
      context.fill();
      context.strokeStyle = filled ? paper : ink;
      context.lineWidth = filled ? 4 : 8;
      context.stroke();
      texture.needsUpdate = true;
    },
    set(places: Float32Array) {
      object.geometry.dispose();
      object.geometry = new BufferGeometry();
      object.geometry.setAttribute('position', new BufferAttribute(places, 3));
    },
    dispose() {
      object.geometry.dispose();
      texture.dispose();
      material.dispose();
    },
  };
}

/** The square at height 0 and below it the floor, with posts at the corners. */
function boxLines(): Float32Array {
  const corners = [
    [-1, -1],
    [1, -1],
    [1, 1],
    [-1, 1],
  ] as const;
  const ends: number[] = [];
  corners.forEach(([x, z], i) => {
    const [nextX, nextZ] = corners[(i + 1) % 4] ?? [x, z];
    for (const y of [0, -FULL_HEIGHT]) ends.push(x, y, z, nextX, y, nextZ);
    ends.push(x, -FULL_HEIGHT, z, x, FULL_HEIGHT, z);
  });
  return Float32Array.from(ends);
}

/** From `rgb(r g b)`, as the tokens are read. */
function colorOf(css: string): Color {
  const [r = 0, g = 0, b = 0] = (css.match(/\d+/gu) ?? []).map((part) => Number(part) / 255);
  return new Color().setRGB(r, g, b, SRGBColorSpace);
}
