/** Shows what WebGL has drawn on a canvas of its own, without the page ever waiting for it. */
export interface ReadBack {
  /** A picture is on its way. */
  readonly busy: () => boolean;
  resize(width: number, height: number): void;
  /** Fetches the picture that `draw` draws; one that is on its way is waited for first. */
  show(draw: () => void, shown: () => void): void;
  dispose(): void;
}

/** ms between two looks at whether the picture is there */
const LOOK = 3;

/**
 * Where the processor draws in place of a graphics processor, the browser fetches a WebGL canvas's picture within the
 * page's frame, and the page stands still until all of it is drawn. Here it is fetched behind a fence, when it is there.
 */
export function createReadBack(gl: WebGL2RenderingContext, context: CanvasRenderingContext2D): ReadBack {
  const buffer = gl.createBuffer();
  let image = context.createImageData(1, 1);
  let bytes = new Uint8Array(4);
  let fence: WebGLSync | null = null;
  let next: (() => void) | null = null;
  let timer = 0;

  function fetch(shown: () => void): void {
    const { width, height } = image;
    gl.bindBuffer(gl.PIXEL_PACK_BUFFER, buffer);
    gl.bufferData(gl.PIXEL_PACK_BUFFER, bytes.length, gl.STREAM_READ);
    gl.readPixels(0, 0, width, height, gl.RGBA, gl.UNSIGNED_BYTE, 0);
    gl.bindBuffer(gl.PIXEL_PACK_BUFFER, null);
    fence = gl.fenceSync(gl.SYNC_GPU_COMMANDS_COMPLETE, 0);
    gl.flush();
    timer = setTimeout(look, LOOK, shown);
  }

  function look(shown: () => void): void {
    if (fence !== null && gl.getSyncParameter(fence, gl.SYNC_STATUS) !== gl.SIGNALED && !gl.isContextLost()) {
      timer = setTimeout(look, LOOK, shown);
      return;
    }
    gl.deleteSync(fence);
    fence = null;
    gl.bindBuffer(gl.PIXEL_PACK_BUFFER, buffer);
    gl.getBufferSubData(gl.PIXEL_PACK_BUFFER, 0, bytes);
    gl.bindBuffer(gl.PIXEL_PACK_BUFFER, null);
    turnOver(bytes, image);
    context.putImageData(image, 0, 0);
    shown();
    next?.();
  }

  function show(draw: () => void, shown: () => void): void {
    if (fence !== null) {
      next = () => show(draw, shown);
      return;
    }
    next = null;
    draw();
    fetch(shown);
  }

  return {
    busy: () => fence !== null,
    resize(width, height) {
      Object.assign(context.canvas, { width, height });
      image = context.createImageData(width, height);
      bytes = new Uint8Array(4 * width * height);
      // What is on its way has another size.
      clearTimeout(timer);
      if (fence !== null) gl.deleteSync(fence);
      fence = null;
      next = null;
    },
    show,
    dispose() {
      clearTimeout(timer);
      next = null;
      gl.deleteBuffer(buffer);
    },
  };
}

/** WebGL's rows begin at the bottom. */
function turnOver(bytes: Uint8Array, { width, height, data }: ImageData): void {
  const row = 4 * width;
  for (let y = 0; y < height; y++) data.set(bytes.subarray(y * row, (y + 1) * row), (height - 1 - y) * row);
}
