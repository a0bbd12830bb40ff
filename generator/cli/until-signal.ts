/** Waits for one of these signals; a second one then ends the process as usual. */
export async function untilSignal(
  ...signals: readonly NodeJS.Signals[]
): Promise<void> {
  await new Promise<void>((resolve) => {
    const end = (): void => {
      for (const each of signals) process.off(each, end);
      resolve();
    };
    for (const each of signals) process.on(each, end);
  });
}
