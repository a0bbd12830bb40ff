export {
  startEmulator,
  type Emulator,
  type EmulatorConnection,
  type EmulatorOptions,
} from "./start-emulator.js";
export type { Seed } from "./seed/seed.js";
