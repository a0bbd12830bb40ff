import { createRandom } from "./random.js";

/** Elements whose children are fields. */
export const HOLDERS = [
  "record",
  "addressbook",
  "addressbookAddress",
  "currency",
];

/** The tree without a share of the fields of its records and of their lines, chosen at random, the same each time. */
export function dropFields(tree, share) {
  const random = createRandom();
  const drop = (element) => {
    if (typeof element === "string") return element;
    const isHolder = HOLDERS.includes(element.local);
    const children = element.children
      // What is checked of a decoded message stays.
      .filter(
        ({ local }) => !isHolder || local === "entityId" || random() >= share,
      )
      .map(drop);
    return { ...element, children };
  };
  return drop(tree);
}
