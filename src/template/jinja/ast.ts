import type { NoneType } from "./python/values.js";

/** Each expression and statement has its position in the text of the template. */
interface Positioned {
  offset: number;
}

export interface Arguments {
  positional: Expression[];
  named: [string, Expression][];
  /** What follows `*`. */
  list: Expression | undefined;
  /** What follows `**`. */
  map: Expression | undefined;
}

export type Expression = Positioned &
  (
    | { type: "constant"; value: NoneType | boolean | bigint | number | string }
    | { type: "name"; name: string }
    | { type: "list" | "tuple" | "concat"; items: Expression[] }
    | { type: "dict"; items: [Expression, Expression][] }
    | { type: "attribute"; of: Expression; name: string }
    | { type: "item"; of: Expression; key: Expression }
    | {
        type: "slice";
        parts: [
          Expression | undefined,
          Expression | undefined,
          Expression | undefined,
        ];
      }
    | { type: "call"; of: Expression; args: Arguments }
    | FilterExpression
    | { type: "test"; of: Expression; name: string; args: Arguments }
    | { type: "not" | "negative" | "positive"; of: Expression }
    | { type: "binary"; operator: string; left: Expression; right: Expression }
    | { type: "and" | "or"; left: Expression; right: Expression }
    | {
        type: "compare";
        first: Expression;
        rest: { operator: string; right: Expression }[];
      }
    | {
        type: "condition";
        test: Expression;
        value: Expression;
        otherwise: Expression | undefined;
      }
  );

export type FilterExpression = Positioned & {
  type: "filter";
  /** The filtered expression; `undefined`: the filter changes what a block prints. */
  of: Expression | undefined;
  name: string;
  args: Arguments;
};

export type Target = Positioned &
  (
    | { type: "name"; name: string }
    | { type: "tuple"; items: Target[] }
    | { type: "member"; of: string; name: string }
  );

export interface Parameter {
  name: string;
  fallback: Expression | undefined;
  offset: number;
}

export type Statement = Positioned &
  (
    | { type: "text"; text: string }
    | { type: "output"; value: Expression }
    | {
        type: "if";
        branches: { test: Expression; body: Statement[] }[];
        otherwise: Statement[];
      }
    | {
        type: "for";
        target: Target;
        of: Expression;
        test: Expression | undefined;
        recursive: boolean;
        body: Statement[];
        otherwise: Statement[];
      }
    | { type: "with"; values: [Target, Expression][]; body: Statement[] }
    | { type: "set"; target: Target; value: Expression }
    | {
        type: "set-block";
        target: Target;
        filter: FilterExpression | undefined;
        body: Statement[];
      }
    | { type: "filter-block"; filter: FilterExpression; body: Statement[] }
    | MacroStatement
    | {
        type: "call-block";
        call: Expression & { type: "call" };
        caller: MacroStatement;
      }
  );

export type MacroStatement = Positioned & {
  type: "macro";
  /** `undefined`: the body of a call block. */
  name: string | undefined;
  parameters: Parameter[];
  /** Names that the body uses; `caller`, `varargs` and `kwargs` change what the macro takes. */
  uses: Set<string>;
  body: Statement[];
};
