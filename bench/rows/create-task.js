import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** What a contestant decodes: a page of search results. */
export function createDecodeTask({ workspace }, { file, charset }) {
  return { ...commonOf(workspace), kind: "decode", file, charset };
}

/** What a contestant encodes: an addList of `count` customers; `output` is where its request is kept. */
export function createEncodeTask({ workspace, messages }, name, count = 200) {
  return {
    ...commonOf(workspace),
    kind: "encode",
    file: messages.make("addlist", count),
    records: messages.make("addlist-json", count),
    answer: writeAnswer(workspace),
    output: join(workspace.folder, `${name}-${count}.request`),
  };
}

function commonOf({ wsdl, version, folder, package: index }) {
  const cache = join(folder, "php-cache");
  mkdirSync(cache, { recursive: true });
  return { wsdl, version, cache, package: index };
}

/** The shortest answer to an addList. */
function writeAnswer({ folder, version }) {
  const uri = (name) =>
    `urn:${name}_${version}.platform.webservices.netsuite.com`;
  const path = join(folder, "answer.message");
  writeFileSync(
    path,
    `<e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/"><e:Body><addListResponse xmlns="${uri("messages")}"><writeResponseList><status xmlns="${uri("core")}" isSuccess="true"/></writeResponseList></addListResponse></e:Body></e:Envelope>`,
  );
  return path;
}
