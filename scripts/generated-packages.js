/**
 * The clients that are committed in `generated/`: the folder, the name of the package, and the source, which is a file
 * of the folder of real WSDL sets or, for the sample, of this project.
 *
 * @type {readonly { folder: string, packageName: string, set: string | null, source: string | null }[]}
 */
export const GENERATED_PACKAGES = [
  {
    folder: "generated/netsuite-2022-1",
    packageName: "netsuite-2022-1",
    set: "v2022_1",
    source: null,
  },
  {
    folder: "generated/netsuite-2025-2",
    packageName: "netsuite-2025-2",
    set: "v2025_2",
    source: null,
  },
  {
    folder: "generated/sample",
    packageName: "netsuite-sample",
    set: null,
    source: "sample/wsdl/netsuite.wsdl",
  },
];
