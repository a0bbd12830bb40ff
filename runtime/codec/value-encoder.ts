import { chooseType } from "./actual-type.js";
import { ComplexPlan } from "./complex-plan.js";
import {
  formatType,
  writeUnknownAttributes,
  writeUnknownContent,
} from "./encode-unknown.js";
import { describeValue } from "./explain-simple.js";
import { findNearest } from "./nearest.js";
import { mergeNulls } from "./null-fields.js";
import type { Problems } from "./problems.js";
import { isProperties, type Properties } from "./properties.js";
import type { ElementPlan } from "./schema-plan.js";
import { formatAsDecoded, type SimplePlan } from "./simple-plan.js";
import { MAX_DEPTH } from "./soap.js";
import { unknownElements } from "./unknown-element.js";
import {
  escapeAttribute,
  escapeText,
  findForbiddenCharacter,
  isNCName,
} from "./xml-text.js";
import type { XmlWriter } from "./xml-writer.js";

/**
 * Writes values of the schema's types.
 *
 * Strict, it holds them to the schema, as NetSuite would: for what operations take. Otherwise it writes what a message
 * can have been decoded to, `$unknown` and null (xsi:nil) included, and minds only what cannot be written.
 */
export class ValueEncoder {
  readonly #writer: XmlWriter;
  readonly #problems: Problems;
  readonly #strict: boolean;
  readonly #ancestors: object[] = [];

  constructor(writer: XmlWriter, problems: Problems, strict: boolean) {
    this.#writer = writer;
    this.#problems = problems;
    this.#strict = strict;
  }

  /** Writes all of an element's occurrences from the value of its property. */
  write(element: ElementPlan, value: unknown): void {
    const { key } = element;
    if (!element.many) {
      if (Array.isArray(value)) {
        this.#problems.report("takes one value, not an array", key);
      } else this.#writeOne(element, value, key);
      return;
    }
    if (!Array.isArray(value)) {
      this.#problems.report("expects an array: write [ ... ]", key);
      return;
    }
    if (this.#strict) this.#checkCount(element, value.length);
    // A hole in the array is met as undefined, and refused.
    for (let at = 0; at < value.length; at++) {
      this.#writeOne(element, value[at], `${key}[${at}]`);
    }
  }

  #checkCount(element: ElementPlan, count: number): void {
    const { key, minOccurs, maxOccurs } = element;
    if (count < minOccurs) {
      this.#problems.report(
        `needs at least ${minOccurs} in its array, found ${count}`,
        key,
      );
    } else if (count > maxOccurs) {
      this.#problems.report(
        `takes at most ${maxOccurs} in its array, found ${count}`,
        key,
      );
    }
  }

  #writeOne(element: ElementPlan, value: unknown, step: string): void {
    const writer = this.#writer;
    const { value: type } = element;
    writer.use(element.namespace);
    if (value === null) {
      if (this.#strict) this.#problems.report(NO_NULL, step);
      else writer.text += `${element.open} ${writer.xsi()}:nil="true"/>`;
    } else if (type.kind === "simple") {
      const text = this.#format(type, value, step);
      writer.text += `${element.open}>${this.#escape(text, step)}${element.close}`;
    } else if (type instanceof ComplexPlan) {
      this.#problems.enter(step);
      this.#writeContent(element, type, value);
      this.#problems.leave();
    }
  }

  #writeContent(
    element: ElementPlan,
    declared: ComplexPlan,
    value: unknown,
  ): void {
    if (!isProperties(value)) {
      this.#problems.report(
        `expects an object, a ${declared.type.typeName}, found ${describeValue(value)}`,
      );
      return;
    }
    if (this.#ancestors.includes(value)) {
      this.#problems.report("refers to an object that holds it");
      return;
    }
    if (this.#ancestors.length >= MAX_DEPTH) {
      this.#problems.report(`nests deeper than ${MAX_DEPTH} objects`);
      return;
    }
    this.#ancestors.push(value);
    this.#writer.text += element.open;
    const chosen = this.#chooseType(declared, ownValue(value, "$type"));
    if (chosen) this.#writeProperties(chosen, value);
    this.#writer.text += element.close;
    this.#ancestors.pop();
  }

  /** The type of a value, and the xsi:type that says so where it is needed; undefined after a problem. */
  #chooseType(declared: ComplexPlan, typeName: unknown): Chosen | undefined {
    const writer = this.#writer;
    if (!this.#strict && typeName === undefined)
      return { type: declared, attribute: "" };
    const actual = chooseType(writer.plan, declared, typeName);
    if (typeof actual !== "string") {
      if (actual === declared && this.#strict)
        return { type: actual, attribute: "" };
      const { namespace, name } = actual.type;
      const prefix = writer.plan.prefixes[namespace.index] ?? "";
      writer.use(namespace);
      const attribute = ` ${writer.xsi()}:type="${prefix}:${name}"`;
      return { type: actual, attribute };
    }
    // What a message can have been decoded to: a name with its namespace, or what is no name, or has an unknown prefix.
    const isForeign = typeof typeName === "string" && !isNCName(typeName);
    if (this.#strict || !isForeign) {
      this.#problems.report(actual);
      return undefined;
    }
    const text = escapeAttribute(formatType(writer, typeName));
    const attribute = ` ${writer.xsi()}:type="${text ?? ""}"`;
    return { type: declared, attribute };
  }

  /** An answer has xsi:type after the other attributes, as NetSuite's have: PHP takes whichever `type` is first. */
  #writeProperties({ type, attribute }: Chosen, value: Properties): void {
    const elements: ElementPlan[] = [];
    const nulls: ElementPlan[] = [];
    const nullFieldList = this.#strict ? type.nullFieldList : undefined;
    if (this.#strict) this.#writer.text += attribute;
    for (const key of Object.keys(value)) {
      const property = type.properties.get(key);
      const given = value[key];
      if (given === undefined || key === "$type") continue;
      if (property?.kind === "attribute") {
        const text = this.#format(property.type, given, key);
        this.#writer.text += ` ${key}="${this.#escape(text, key, escapeAttribute)}"`;
      } else if (!property) this.#checkExtra(type, key);
      else if (
        given === null &&
        nullFieldList !== undefined &&
        property !== nullFieldList
      ) {
        nulls.push(property);
      } else elements.push(property);
    }
    if (!this.#strict) this.#writer.text += attribute;
    const merged = this.#clearNulls(nullFieldList, value, nulls);
    if (merged && nullFieldList && !elements.includes(nullFieldList)) {
      elements.push(nullFieldList);
    }
    if (this.#strict) this.#checkRequired(type, value);
    const unknown = this.#strict ? [] : unknownElements(value);
    if (unknown.length > 0) {
      writeUnknownAttributes(this.#writer, this.#problems, unknown);
    }
    this.#writer.text += ">";
    if (type.text) this.#writeText(type.text, value);
    sortByOrder(elements);
    for (const each of elements) {
      const given = merged && each === nullFieldList ? merged : value[each.key];
      this.write(each, given);
    }
    if (unknown.length > 0) {
      writeUnknownContent(this.#writer, this.#problems, unknown);
    }
  }

  #clearNulls(
    nullFieldList: ElementPlan | undefined,
    value: Properties,
    nulls: readonly ElementPlan[],
  ): Properties | undefined {
    if (!nullFieldList || nulls.length === 0) return undefined;
    for (const each of nulls) {
      if (each.minOccurs > 0) {
        this.#problems.report("is required, so null cannot clear it", each.key);
      }
    }
    const given = ownValue(value, nullFieldList.key);
    if (given !== undefined && !isProperties(given)) return undefined;
    return mergeNulls(
      given,
      nulls.toSorted((a, b) => a.order - b.order).map((each) => each.name),
    );
  }

  #writeText(text: SimplePlan, value: Properties): void {
    const given = ownValue(value, "$value");
    if (given === undefined && !this.#strict) return;
    this.#writer.text += this.#escape(
      this.#format(text, given, "$value"),
      "$value",
    );
  }

  /** A property that the type does not declare: the codec's own, or a mistake. */
  #checkExtra(type: ComplexPlan, key: string): void {
    if (key === "$value" && type.text) return;
    if (key === "$unknown") {
      if (!this.#strict) return;
      this.#problems.report(
        "cannot be sent: withoutUnknown() gives a copy that has none",
        key,
      );
      return;
    }
    const nearest = findNearest(key, type.properties.keys());
    this.#problems.report(
      `is no property of ${type.type.typeName}${nearest === undefined ? "" : `; did you mean ${nearest}?`}`,
      key,
    );
  }

  #checkRequired(type: ComplexPlan, value: Properties): void {
    for (const { key } of type.required) {
      if (ownValue(value, key) === undefined) {
        this.#problems.report(`is required by ${type.type.typeName}`, key);
      }
    }
  }

  #format(type: SimplePlan, value: unknown, step: string): string {
    const text =
      type.format(value) ?? (this.#strict ? undefined : formatAsDecoded(value));
    if (text === undefined) {
      this.#problems.report(
        value === null ? NO_NULL : type.explain(value),
        step,
      );
    }
    return text ?? "";
  }

  #escape(text: string, step: string, escape = escapeText): string {
    const escaped = escape(text);
    if (escaped === undefined) {
      this.#problems.report(
        `holds the character ${findForbiddenCharacter(text) ?? "?"}, which XML cannot carry`,
        step,
      );
    }
    return escaped ?? "";
  }
}

const NO_NULL =
  "cannot be null: null clears a field of a record, and nothing else. Leave it out";

function ownValue(value: Properties, key: string): unknown {
  return Object.hasOwn(value, key) ? value[key] : undefined;
}

function sortByOrder(elements: ElementPlan[]): void {
  let last = -1;
  for (const { order } of elements) {
    if (order < last) {
      elements.sort((a, b) => a.order - b.order);
      return;
    }
    last = order;
  }
}

/** The type of a value, and the attribute that says it; empty where none is needed. */
interface Chosen {
  readonly type: ComplexPlan;
  readonly attribute: string;
}
