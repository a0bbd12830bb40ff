/** A record, or a reference to one. */
export interface Stored {
  readonly $type?: string;
  readonly internalId?: string;
  readonly externalId?: string;
  readonly [field: string]: unknown;
}

/** The records of an account. Each method gives one `readResponse` or `writeResponse`. */
export interface Store {
  readonly all: (type: string) => readonly Stored[];
  readonly read: (ref: Stored) => object;
  readonly add: (record: Stored) => object;
  readonly update: (record: Stored) => object;
  readonly upsert: (record: Stored) => object;
  readonly remove: (ref: Stored) => object;
}

const done = { isSuccess: true };

/** Makes the records that the README's examples find. New ones are numbered from 101. */
export function createStore(): Store {
  const records = new Map(FIRST.map((each) => [each.internalId, each]));
  let last = 100;

  const find = ({ internalId, externalId }: Stored): Stored | undefined =>
    [...records.values()].find((each) =>
      internalId === undefined
        ? each.externalId === externalId
        : each.internalId === internalId,
    );

  function save(record: Stored): object {
    records.set(record.internalId, record);
    return { status: done, baseRef: refTo(record) };
  }

  function add(record: Stored): object {
    if (record.$type === "Customer" && record["companyName"] === undefined)
      return refuse("USER_ERROR", "Please enter value(s) for: Company Name");
    if (record.externalId !== undefined && find(record))
      return refuse("DUP_RCRD", "This record already exists");
    last += 1;
    return save({ ...record, internalId: String(last) });
  }

  function update(record: Stored): object {
    const found = find(record);
    return found ? save({ ...found, ...record }) : refuseMissing();
  }

  return {
    all: (type) => [...records.values()].filter(({ $type }) => $type === type),
    read(ref) {
      const record = find(ref);
      return record ? { status: done, record } : refuseMissing();
    },
    add,
    update,
    upsert: (record) => (find(record) ? update(record) : add(record)),
    remove(ref) {
      const record = find(ref);
      if (!record) return refuseMissing();
      records.delete(record.internalId);
      return { status: done, baseRef: refTo(record) };
    },
  };
}

function refTo({ $type = "", internalId, externalId }: Stored): object {
  const type = $type.charAt(0).toLowerCase() + $type.slice(1);
  return {
    $type: "RecordRef",
    type,
    internalId,
    ...(externalId !== undefined && { externalId }),
  };
}

function refuse(code: string, message: string): object {
  return {
    status: {
      isSuccess: false,
      statusDetail: [{ type: "ERROR", code, message }],
    },
  };
}

function refuseMissing(): object {
  return refuse("RCRD_DSNT_EXIST", "That record does not exist.");
}

const FIRST: readonly Stored[] = [
  {
    $type: "Customer",
    internalId: "42",
    entityId: "CUST-42",
    companyName: "Acme",
    email: "info@acme.com",
    lastModifiedDate: "2017-02-20T22:00:00.000-08:00",
    customFieldList: {
      customField: [
        {
          $type: "BooleanCustomFieldRef",
          scriptId: "custentity_vip",
          value: true,
        },
        {
          $type: "SelectCustomFieldRef",
          scriptId: "custentity_region",
          value: { internalId: "3", name: "North" },
        },
      ],
    },
  },
  {
    $type: "Customer",
    internalId: "43",
    entityId: "CUST-43",
    companyName: "Acme Sons",
    email: "sons@acme.com",
  },
  {
    $type: "Customer",
    internalId: "44",
    entityId: "CUST-44",
    companyName: "Globex",
    email: "info@globex.com",
  },
  {
    $type: "SalesOrder",
    internalId: "7",
    tranId: "SO-7",
    tranDate: "2017-02-20T22:00:00.000-08:00",
    entity: { internalId: "42", name: "Acme" },
    total: 99.5,
  },
  ...["Ada", "Alan", "Barbara", "Edsger", "Grace", "Kurt"].map(
    (firstName, at): Stored => ({
      $type: "Contact",
      internalId: String(50 + at),
      firstName,
    }),
  ),
];
