import { chooseType } from "./actual-type.js";
import { ComplexPlan } from "./complex-plan.js";
import {
  formatType,
  writeUnknownAttributes,
  writeUnknownContent,
} from "./encode-unknown.js";
import { describeValue } from "./explain-simple.js";
import { findNearest } from "./nearest.js";
import { findNulls, mergeNulls, replaceNulls } from "./null-fields.js";
import { ALONE, type Problems } from "./problems.js";
import { isProperties, type Properties } from "./properties.js";
import type { AttributePlan, ElementPlan } from "./schema-plan.js";
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
      } else this.#writeOne(element, value, ALONE);
      return;
    }
    if (!Array.isArray(value)) {
      this.#problems.report("expects an array: write [ ... ]", key);
      return;
    }
    if (this.#strict) this.#checkCount(element, value.length);
    // A hole in the array is met as undefined, and refused.
    for (let at = 0; at < value.length; at++) {
      this.#writeOne(element, value[at], at);
    }
  }

  #checkCount(element: ElementPlan, count: number): void {
    const { key, minOccurs, maxOccurs } = element;
    if (count < minOccurs) {
      this.#problems.report(
        `needs at least ${minOccurs} in its array, found ${count}`,
        key,
      );
    } else if (maxOccurs !== null && count > maxOccurs) {
      this.#problems.report(
        `takes at most ${maxOccurs} in its array, found ${count}`,
        key,
      );
    }
  }

  #writeOne(element: ElementPlan, value: unknown, at: number): void {
    const writer = this.#writer;
    const { key, value: type } = element;
    writer.use(element.namespace);
    if (value === null) {
      if (this.#strict) this.#problems.report(NO_NULL, key, at);
      else writer.text += `${element.open} ${writer.xsi()}:nil="true"/>`;
    } else if (type.kind === "simple") {
      const text = this.#format(type, value, key, at);
      const escaped = escapeText(text) ?? this.#refuseCharacter(text, key, at);
      writer.text += element.start + escaped + element.close;
    } else if (type instanceof ComplexPlan) {
      this.#problems.enter(key, at);
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
    const typeName = ownValue(value, "$type");
    if (typeName === undefined && !(this.#strict && declared.abstract)) {
      this.#writeProperties(declared, "", value);
    } else {
      const chosen = this.#chooseType(declared, typeName);
      if (chosen) this.#writeProperties(chosen.type, chosen.attribute, value);
    }
    this.#writer.text += element.close;
    this.#ancestors.pop();
  }

  /** The type that a value says to be of, and the xsi:type that says so where it is needed; undefined after a problem. */
  #chooseType(declared: ComplexPlan, typeName: unknown): Chosen | undefined {
    const writer = this.#writer;
    const actual = chooseType(writer.plan, declared, typeName);
    if (typeof actual !== "string") {
      if (actual === declared && this.#strict)
        return { type: actual, attribute: "" };
      writer.use(actual.type.namespace);
      const attribute = ` ${writer.xsi()}:type="${actual.qualifiedName}"`;
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
  #writeProperties(
    type: ComplexPlan,
    typeAttribute: string,
    value: Properties,
  ): void {
    const writer = this.#writer;
    const { others, elements } = type.layouts.of(Object.keys(value));
    const nullFieldList = this.#strict ? type.nullFieldList : undefined;
    if (this.#strict) writer.text += typeAttribute;
    for (const each of others) {
      if (typeof each === "string") {
        if (value[each] !== undefined) this.#checkExtra(type, each);
      } else this.#writeAttribute(each, value[each.key]);
    }
    if (!this.#strict) writer.text += typeAttribute;
    const nulls = nullFieldList && findNulls(elements, value, nullFieldList);
    const merged = nulls && this.#clearNulls(nullFieldList, value, nulls);
    if (this.#strict) this.#checkRequired(type, value);
    const unknown = this.#strict ? [] : unknownElements(value);
    if (unknown.length > 0) {
      writeUnknownAttributes(writer, this.#problems, unknown);
    }
    writer.text += ">";
    if (type.text) this.#writeText(type.text, value);
    for (const each of nulls
      ? replaceNulls(elements, nulls, nullFieldList)
      : elements) {
      const given = merged && each === nullFieldList ? merged : value[each.key];
      if (given !== undefined) this.write(each, given);
    }
    if (unknown.length > 0) {
      writeUnknownContent(writer, this.#problems, unknown);
    }
  }

  #writeAttribute(attribute: AttributePlan, given: unknown): void {
    if (given === undefined) return;
    const { key } = attribute;
    const text = this.#format(attribute.type, given, key, ALONE);
    const escaped =
      escapeAttribute(text) ?? this.#refuseCharacter(text, key, ALONE);
    this.#writer.text += `${attribute.open}${escaped}"`;
  }

  #clearNulls(
    nullFieldList: ElementPlan,
    value: Properties,
    nulls: readonly ElementPlan[],
  ): Properties | undefined {
    for (const each of nulls) {
      if (each.minOccurs > 0) {
        this.#problems.report("is required, so null cannot clear it", each.key);
      }
    }
    const given = ownValue(value, nullFieldList.key);
    if (given !== undefined && !isProperties(given)) return undefined;
    return mergeNulls(
      given,
      nulls.map((each) => each.name),
    );
  }

  #writeText(text: SimplePlan, value: Properties): void {
    const given = ownValue(value, "$value");
    if (given === undefined && !this.#strict) return;
    const formatted = this.#format(text, given, "$value", ALONE);
    this.#writer.text +=
      escapeText(formatted) ??
      this.#refuseCharacter(formatted, "$value", ALONE);
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

  #format(type: SimplePlan, value: unknown, key: string, at: number): string {
    const text =
      type.format(value) ?? (this.#strict ? undefined : formatAsDecoded(value));
    if (text !== undefined) return text;
    const problem = value === null ? NO_NULL : type.explain(value);
    this.#problems.report(problem, key, at);
    return "";
  }

  #refuseCharacter(text: string, key: string, at: number): string {
    this.#problems.report(
      `holds the character ${findForbiddenCharacter(text) ?? "?"}, which XML cannot carry`,
      key,
      at,
    );
    return "";
  }
}

const NO_NULL =
  "cannot be null: null clears a field of a record, and nothing else. Leave it out";

function ownValue(value: Properties, key: string): unknown {
  return Object.hasOwn(value, key) ? value[key] : undefined;
}

/** The type of a value, and the attribute that says it; empty where none is needed. */
interface Chosen {
  readonly type: ComplexPlan;
  readonly attribute: string;
}
