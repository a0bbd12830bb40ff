import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const sample = fileURLToPath(new URL("../../sample/wsdl", import.meta.url));

const TYPES = 60;
const FIELDS = 20;

/**
 * Writes the sample WSDL with further XSDs, all of one size, into a folder.
 *
 * @param count how many XSDs there are besides those of the sample
 * @returns the path of the WSDL
 */
export function createGrownWsdl(folder, count) {
  const home = join(folder, `grown-${count}`);
  cpSync(sample, home, { recursive: true });
  const path = join(home, "netsuite.wsdl");
  const wsdl = readFileSync(path, "utf8");
  const [, token] = /_(\d{4}_\d)\./.exec(wsdl);
  const numbers = [...Array(count).keys()];
  const uri = (index) =>
    `urn:part${index}_${token}.general.webservices.netsuite.com`;
  for (const index of numbers)
    writeFileSync(
      join(home, "xsd", `part${index}.xsd`),
      printXsd(uri(index), index),
    );
  const imports = numbers.map(
    (index) =>
      `<import namespace="${uri(index)}" schemaLocation="./xsd/part${index}.xsd"/>`,
  );
  writeFileSync(
    path,
    wsdl.replace("</schema>", `${imports.join("\n")}</schema>`),
  );
  return path;
}

function printXsd(uri, index) {
  const types = [...Array(TYPES).keys()].map((type) => {
    const fields = [...Array(FIELDS).keys()].map(
      (field) =>
        `<element name="field${field}" type="xsd:string" minOccurs="0"/>`,
    );
    return `<complexType name="Part${index}Type${type}"><sequence>${fields.join("")}</sequence></complexType>`;
  });
  return `<schema xmlns="http://www.w3.org/2001/XMLSchema" xmlns:xsd="http://www.w3.org/2001/XMLSchema" targetNamespace="${uri}" elementFormDefault="qualified">${types.join("\n")}</schema>`;
}
