export {
  traceAttempt,
  traceCall,
  type AttemptEvent,
  type AttemptSummary,
  type CallEvent,
} from "./channels.js";
