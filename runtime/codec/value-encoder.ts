import type { NamespaceDescriptor } from "../codegen-v1/index.js";
import { chooseType } from "./actual-type.js";
import { checkExtra, checkRequired } from "./check-properties.js";
import { ComplexPlan } from "./complex-plan.js";
import {
  formatType,
  writeUnknownAttributes,
  writeUnknownContent,
} from "./encode-unknown.js";
import { describeValue } from "./explain-simple.js";
import { findNulls, replaceNulls } from "./null-fields.js";
import { ALONE, type Problems } from "./problems.js";
import { isProperties, type Properties } from "./properties.js";
import {
  END_OF_TAG,
  type ElementPart,
  type Layout,
  type OtherPart,
} from "./encode-layout.js";
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
    const { key, many } = element;
    const isArray = Array.isArray(value);
    if (!many && !isArray) {
      this.#writeOne(element, value, ALONE);
      return;
    }
    if (!many || !isArray) {
      this.#problems.report(
        many
          ? "expects an array: write [ ... ]"
          : "takes one value, not an array",
        key,
      );
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

  /** Writes an occurrence; `at` is its place in an array, or ALONE. */
  #writeOne(element: ElementPlan, value: unknown, at: number): void {
    const writer = this.#writer;
    const problems = this.#problems;
    const { key, value: declared, tags } = element;
    writer.use(element.namespace);
    if (value === null) {
      if (this.#strict) problems.report(NO_NULL, key, at);
      else writer.text += `${tags.open} ${writer.xsi()}:nil="true"/>`;
      return;
    }
    if (declared.kind === "simple") {
      const text = this.#format(declared, value, key, at);
      const escaped = escapeText(text) ?? this.#refuseCharacter(text, key, at);
      writer.text += tags.start + escaped + tags.close;
      return;
    }
    if (!(declared instanceof ComplexPlan)) return;
    const ancestors = this.#ancestors;
    problems.enter(key, at);
    if (!isProperties(value)) {
      problems.report(
        `expects an object, a ${declared.type.typeName}, found ${describeValue(value)}`,
      );
    } else if (ancestors.includes(value)) {
      problems.report("refers to an object that holds it");
    } else if (ancestors.length >= MAX_DEPTH) {
      problems.report(`nests deeper than ${MAX_DEPTH} objects`);
    } else {
      ancestors.push(value);
      writer.text += tags.open;
      const typeName = ownValue(value, "$type");
      if (typeName === undefined && !(this.#strict && declared.abstract)) {
        this.#writeProperties(declared, "", value);
      } else {
        const chosen = this.#chooseType(declared, typeName);
        if (chosen) this.#writeProperties(chosen.type, chosen.attribute, value);
      }
      writer.text += tags.close;
      writer.settle();
      ancestors.pop();
    }
    problems.leave();
  }

  /** The type that a value says to be of, and the xsi:type that says so where it is needed; undefined after a problem. */
  #chooseType(declared: ComplexPlan, typeName: unknown): Chosen | undefined {
    const writer = this.#writer;
    // What a message can have been decoded to: a name with its namespace, or what is no name, or has an unknown prefix.
    if (!this.#strict && typeof typeName === "string" && !isNCName(typeName)) {
      const text = escapeAttribute(formatType(writer, typeName));
      const attribute = ` ${writer.xsi()}:type="${text ?? ""}"`;
      return { type: declared, attribute };
    }
    const actual = chooseType(writer.plan, declared, typeName);
    if (typeof actual === "string") {
      this.#problems.report(actual);
      return undefined;
    }
    if (actual === declared && this.#strict)
      return { type: actual, attribute: "" };
    writer.use(actual.type.namespace);
    const attribute = ` ${writer.xsi()}:type="${actual.qualifiedName}"`;
    return { type: actual, attribute };
  }

  /** An answer has xsi:type after the other attributes, as NetSuite's have: PHP takes whichever `type` is first. */
  #writeProperties(
    type: ComplexPlan,
    typeAttribute: string,
    value: Properties,
  ): void {
    const writer = this.#writer;
    const strict = this.#strict;
    const layout = type.layouts.of(Object.keys(value));
    let values = Object.values(value);
    if (strict && typeAttribute !== "") writer.text += typeAttribute;
    const { others } = layout;
    for (let at = 0; at < others.length; at++) {
      // The place is one of the array.
      const { key, place, attribute } = others[at] as OtherPart;
      const given = values[place];
      if (given === undefined) continue;
      if (attribute) this.#writeAttribute(attribute, given);
      else checkExtra(this.#problems, type, key, strict);
    }
    const unknown = strict ? [] : unknownElements(value);
    if (!strict) {
      if (typeAttribute !== "") writer.text += typeAttribute;
      writeUnknownAttributes(writer, this.#problems, unknown);
    }
    let { elements } = layout;
    if (strict) {
      const given = values;
      if (type.nullFieldList && values.includes(null)) {
        const cleared = this.#clearNulls(layout, value, values);
        ({ elements } = type.layouts.of(Object.keys(cleared)));
        values = Object.values(cleared);
      }
      checkRequired(this.#problems, type, layout, given);
    }
    if (type.text) this.#writeText(type.text, value);
    let used: NamespaceDescriptor | null = null;
    // What is to be written before the next element, and where the next one may be that has it in its joint.
    let before = type.text ? "" : END_OF_TAG;
    let next = 0;
    // Counted, not iterated: until V8 has compiled this, its iterators cost as much as all else here.
    for (let at = 0; at < elements.length; at++) {
      // The place is one of the array.
      const part = elements[at] as ElementPart;
      const given = values[part.place];
      if (given === undefined) continue;
      const { element, simple } = part;
      // What is not plainly of its type is seen to by write.
      let text = simple?.format(given);
      if (text !== undefined && simple?.isPlain === false)
        text = escapeText(text);
      if (text === undefined) {
        writer.text += before;
        before = "";
        this.write(element, given);
      } else {
        const { namespace } = element;
        if (namespace !== used) writer.use((used = namespace));
        if (at === next) writer.text += part.joint + text;
        else writer.text += before + part.start + text;
        before = part.close;
        next = at + 1;
      }
    }
    writer.text += before;
    if (unknown.length > 0) {
      writeUnknownContent(writer, this.#problems, unknown);
    }
  }

  /** A record in which null clears nothing any more: its nullFieldList does. */
  #clearNulls(
    { elements }: Layout,
    value: Properties,
    values: readonly unknown[],
  ): Properties {
    const nulls = findNulls(elements, values);
    for (const { key, element } of nulls) {
      if (element.minOccurs > 0) {
        this.#problems.report("is required, so null cannot clear it", key);
      }
    }
    return nulls.length === 0 ? value : replaceNulls(value, nulls);
  }

  #writeAttribute(attribute: AttributePlan, given: unknown): void {
    const { key, type, open } = attribute;
    const text = this.#format(type, given, key, ALONE);
    const escaped = escapeAttribute(text);
    this.#writer.text += `${open}${escaped ?? this.#refuseCharacter(text, key, ALONE)}"`;
  }

  #writeText(text: SimplePlan, value: Properties): void {
    const given = ownValue(value, "$value");
    this.#writer.text += END_OF_TAG;
    if (given === undefined && !this.#strict) return;
    const formatted = this.#format(text, given, "$value", ALONE);
    this.#writer.text +=
      escapeText(formatted) ??
      this.#refuseCharacter(formatted, "$value", ALONE);
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
