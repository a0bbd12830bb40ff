export type { CallSignal } from "./call-signal.js";
export { sleep, type Sleep } from "./sleep.js";
export { untilAborted } from "./until-aborted.js";
