import type { IncomingMessage } from "node:http";
import { parseFaultRules } from "../injection/parse-fault-rules.js";
import { json, plainText, type Answer } from "./answer.js";
import { readBody } from "./read-body.js";
import type { Service } from "./service.js";

/** What the paths of the emulator's own begin with. */
export const CONTROL_PREFIX = "/_emulator/";

/** Longer lists of rules have no use. */
const LIMIT_BYTES = 1024 * 1024;

/** The paths of the emulator's own, with what they are for. */
export const CONTROL_PATHS: readonly string[] = [
  "GET, PUT, DELETE /_emulator/faults: the fault rules",
  "GET /_emulator/requests: the last requests",
  "GET /_emulator/logins: the last failed logins, with their causes",
  "GET /_emulator/metrics: requests under way, and the most at a time",
  "POST /_emulator/reset: puts the account back to what it began with",
];

/** Answers a request to a path of the emulator's own, which only programs on the same machine may call. */
export async function answerControl(
  service: Service,
  incoming: IncomingMessage,
  path: string,
): Promise<Answer> {
  if (!isLoopback(incoming.socket.remoteAddress))
    return plainText(
      403,
      `${CONTROL_PREFIX} is for programs on the emulator's own machine only.`,
    );
  const { faults, requests, authenticator, inFlight } = service;
  switch (`${incoming.method ?? ""} ${path}`) {
    case "GET /_emulator/faults":
      return json(200, faults.rules);
    case "PUT /_emulator/faults":
      return putFaults(service, incoming);
    case "DELETE /_emulator/faults":
      faults.clear();
      return json(200, faults.rules);
    case "GET /_emulator/requests":
      return json(200, requests.entries);
    case "GET /_emulator/logins":
      return json(200, authenticator.audit.entries);
    case "GET /_emulator/metrics":
      return json(200, { inFlight: inFlight.count, maxInFlight: inFlight.max });
    case "POST /_emulator/reset":
      await service.reset();
      return json(200, {});
    default:
      return plainText(
        404,
        `There is no ${incoming.method ?? ""} ${path}. There is:\n${CONTROL_PATHS.join("\n")}`,
      );
  }
}

async function putFaults(
  { faults }: Service,
  incoming: IncomingMessage,
): Promise<Answer> {
  const bytes = await readBody(incoming, LIMIT_BYTES);
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(
      bytes ?? undefined,
    );
    const rules = parseFaultRules(JSON.parse(text));
    faults.replace(rules);
    return json(200, faults.rules);
  } catch (error) {
    return plainText(400, error instanceof Error ? error.message : "No rules.");
  }
}

function isLoopback(address: string | undefined): boolean {
  return /^(?:::ffff:)?127\.|^::1$/.test(address ?? "");
}
