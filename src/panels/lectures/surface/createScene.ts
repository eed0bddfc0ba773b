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
import { createSurfaceMesh, FULL_HEIGHT, raiseMesh, type SurfaceMesh } from '../../../figures/surface/mesh';
import { eyeOf, type Orbit } from '../../../figures/surface/orbit';

export interface SceneColors {
  readonly ink: string;
  readonly inkSecondary: string;
  readonly rule: string;
  readonly paper: string;
}

/** What stands still while the network trains. */
export interface SceneData {
  /** the target as ends of lines, and the points, [..][x, y, z] in the figure's space */
  readonly net: Float32Array;
  readonly train: Float32Array;
  readonly test: Float32Array;
}

export interface SurfaceScene {
  resize(width: number, height: number, pixelRatio: number): void;
  paint(colors: SceneColors): void;
  setData(data: SceneData): void;
  /** Heights and colours of a frame; `scale` is the value of full height. */
  raise(field: OutputField, scale: number): void;
  look(orbit: Orbit): void;
  render(): void;
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
  // Without a graphics processor smooth edges would cost more than all the rest.
  const fast = canvas.getContext('webgl2', { antialias: true, failIfMajorPerformanceCaveat: true });
  const context = fast ?? canvas.getContext('webgl2', { antialias: false });
  if (context === null) return null;
  const renderer = new WebGLRenderer({ canvas, context, alpha: true });
  renderer.setClearAlpha(0);
  const camera = new PerspectiveCamera(OPENING, 1, 0.1, 30);
  const scene = new Scene();
  const sun = new DirectionalLight(0xffffff, DIRECTED);
  sun.position.set(-1, 2, 1);
  scene.add(new AmbientLight(0xffffff, AMBIENT), sun);

  const surface = createSurface();
  const net = createLines(0.55);
  const frame = createLines(1);
  frame.set(boxLines());
  const train = createPoints(true);
  const test = createPoints(false);
  scene.add(surface.object, net.object, frame.object, train.object, test.object);
  const projected = new Vector3();
  const size = { width: 1, height: 1 };

  return {
    resize(width, height, pixelRatio) {
      Object.assign(size, { width, height });
      renderer.setPixelRatio(fast === null ? 1 : pixelRatio);
      renderer.setSize(width, height, false);
      camera.aspect = width / height;
      camera.updateProjectionMatrix();
      train.scale(fast === null ? 1 : pixelRatio);
      test.scale(fast === null ? 1 : pixelRatio);
    },
    paint(colors) {
      net.material.color = colorOf(colors.ink);
      frame.material.color = colorOf(colors.rule);
      train.paint(colors.ink, colors.paper);
      test.paint(colors.inkSecondary, colors.paper);
    },
    setData(data) {
      net.set(data.net);
      train.set(data.train);
      test.set(data.test);
    },
    raise: surface.raise,
    look(orbit) {
      camera.position.set(...eyeOf(orbit, DISTANCE));
      camera.lookAt(0, 0, 0);
      camera.updateMatrixWorld();
    },
    render() {
      renderer.render(scene, camera);
    },
    project(x, y, z) {
      projected.set(x, y, z).project(camera);
      return [((projected.x + 1) / 2) * size.width, ((1 - projected.y) / 2) * size.height];
    },
    dispose() {
      for (const part of [surface, net, frame, train, test]) part.dispose();
      renderer.dispose();
    },
  };
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

  function build(size: number): SurfaceMesh {
    object.geometry.dispose();
    texture?.dispose();
    const made = createSurfaceMesh(size);
    const geometry = new BufferGeometry();
    geometry.setAttribute('position', new BufferAttribute(made.positions, 3));
    geometry.setAttribute('normal', new BufferAttribute(made.normals, 3));
    geometry.setAttribute('uv', new BufferAttribute(made.places, 2));
    geometry.setIndex(new BufferAttribute(made.triangles, 1));
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
