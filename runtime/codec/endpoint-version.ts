import type { DecodeContext } from "./frame.js";

/** Refuses a namespace that is this schema's, but of another endpoint version. */
export function checkEndpointVersion(
  context: Pick<DecodeContext, "plan" | "fail">,
  uri: string,
): void {
  const { schema } = context.plan;
  const version = /_(\d{4}_\d+)(?=[.]|$)/.exec(uri)?.[1];
  if (
    version !== undefined &&
    version !== schema.version &&
    schema.namespace(uri.replace(`_${version}`, `_${schema.version}`))
  ) {
    context.fail(
      `The message is of endpoint version ${version}, this package of ${schema.version}: use a package generated for ${version}, or call the endpoint of ${schema.version}. The namespace is ${uri}`,
    );
  }
}
