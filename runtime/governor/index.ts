export type {
  Governor,
  GovernorMetrics,
  Release,
  SlotResult,
} from "./governor.js";
export { joinGovernor, type Membership } from "./join-governor.js";
