import { HOLDERS } from "./drop-fields.js";
import { createRandom } from "./random.js";

/** The tree with the fields of its records and of their lines in any order, the same each time. */
export function shuffleFields(tree) {
  const random = createRandom();
  const shuffle = (element) => {
    if (typeof element === "string") return element;
    const children = element.children.map(shuffle);
    if (HOLDERS.includes(element.local))
      for (let last = children.length - 1; last > 0; last--) {
        const other = Math.floor(random() * (last + 1));
        [children[last], children[other]] = [children[other], children[last]];
      }
    return { ...element, children };
  };
  return shuffle(tree);
}
