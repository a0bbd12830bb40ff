// A bare process: what Node takes without anything.

import { work } from "./work.js";

await work(() => ({}));
