import type { WriteStream } from "node:tty";
import type { ProgressEvent } from "../read/index.js";

/** A line that shows how far downloads are; silent where the stream is no terminal. */
export interface ProgressBar {
  readonly show: (event: ProgressEvent) => void;
  /** Clears the line. */
  end(): void;
}

const CELLS = 24;

/** Makes a progress bar on a stream. */
export function createProgressBar(
  stream: WriteStream,
  isSilent: boolean,
): ProgressBar {
  const isShown = stream.isTTY && !isSilent;
  return {
    show({ done, total, bytes }) {
      if (!isShown) return;
      const filled = Math.round((CELLS * done) / Math.max(total, 1));
      const bar = "#".repeat(filled).padEnd(CELLS, ".");
      const megabytes = (bytes / 1e6).toFixed(1);
      stream.write(
        `\r[${bar}] ${done}/${total} files, ${megabytes} MB\u001b[K`,
      );
    },
    end() {
      if (isShown) stream.write("\r\u001b[K");
    },
  };
}
