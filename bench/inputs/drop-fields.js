/** Elements whose children are fields. */
const HOLDERS = ["record", "addressbook", "addressbookAddress", "currency"];

/** The tree without a share of the fields of its records and of their lines, chosen at random, the same each time. */
export function dropFields(tree, share) {
  let seed = 1;
  const random = () => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return seed / 2 ** 32;
  };
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
