/** The methods of a record in `client.records`, and the operations that each calls. A record has those whose operations the WSDL has. */
export const RECORD_METHODS: Readonly<Record<string, readonly string[]>> = {
  get: ["get"],
  getAll: ["getList"],
  add: ["add"],
  addAll: ["addList"],
  update: ["update"],
  updateAll: ["updateList"],
  upsert: ["upsert"],
  upsertAll: ["upsertList"],
  delete: ["delete"],
  deleteAll: ["deleteList"],
  search: ["search"],
  transformFrom: ["initialize", "add"],
};

/** The kinds of job in `client.jobs`, and the operation that submits each. */
export const JOB_OPERATIONS: Readonly<Record<string, string>> = {
  addList: "asyncAddList",
  updateList: "asyncUpdateList",
  upsertList: "asyncUpsertList",
  deleteList: "asyncDeleteList",
  getList: "asyncGetList",
  initializeList: "asyncInitializeList",
  search: "asyncSearch",
};

/**
 * The type of the references to a record: its own, such as `CustomRecordRef`, where the schema has one, else `RecordRef`.
 *
 * @param typeName the name of the record's complexType
 * @param hasType whether the schema has a concrete complexType of a name
 */
export function recordRefName(
  typeName: string,
  hasType: (name: string) => boolean,
): string {
  const own = `${typeName}Ref`;
  return hasType(own) ? own : "RecordRef";
}
