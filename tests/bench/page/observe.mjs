/**
 * Runs in the page before its own scripts: listens to what goes to the training worker and comes from it, and keeps
 * times of what a person does and sees. A frame counts as seen when the page, having drawn it, gives it back.
 */
export function observe() {
  const seen = {
    epoch: 0,
    frames: 0,
    longTasks: 0,
    /** milliseconds from a key on a slider to the frame of the changed experiment */
    inputs: [],
    /** milliseconds from a click to the worker's word that it has paused */
    pauses: [],
  };
  Object.assign(window, { seen });

  let arrived = -1;
  let awaited = Infinity;
  let pressedAt = 0;
  let clickedAt = 0;
  window.addEventListener('keydown', ({ timeStamp }) => (pressedAt = timeStamp), true);
  window.addEventListener('click', ({ timeStamp }) => (clickedAt = timeStamp), true);
  new PerformanceObserver((list) => (seen.longTasks += list.getEntries().length)).observe({
    type: 'longtask',
  });

  function received(event) {
    if (event.kind === 'snapshot') {
      seen.epoch = event.snapshot.epoch;
      arrived = event.snapshot.revision;
    } else if (event.kind === 'status' && !event.status.playing && clickedAt > 0) {
      seen.pauses.push(performance.now() - clickedAt);
      clickedAt = 0;
    }
  }

  function sent(command) {
    if (command.kind === 'configure') awaited = command.revision;
    else if (command.kind === 'play') clickedAt = 0;
    else if (command.kind === 'acknowledge') {
      seen.frames++;
      if (arrived < awaited) return;
      awaited = Infinity;
      // A task queued while a frame is being drawn runs once it is on the screen.
      setTimeout(() => seen.inputs.push(performance.now() - pressedAt), 0);
    }
  }

  window.Worker = class extends window.Worker {
    constructor(...given) {
      super(...given);
      this.addEventListener('message', ({ data }) => received(data));
    }

    postMessage(command, ...rest) {
      sent(command);
      super.postMessage(command, ...rest);
    }
  };
}

/** Frames as fast as they can be drawn, not at the display's rate. */
export function hurryFrames() {
  window.requestAnimationFrame = (callback) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      callback(performance.now());
    };
    port2.postMessage(null);
    return 0;
  };
}
