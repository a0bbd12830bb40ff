export {
  fromCalendarDate,
  toCalendarDate,
  type CalendarDateOptions,
} from "./calendar-date.js";
export { fromDate, toDate, type FromDateOptions } from "./date-time.js";
