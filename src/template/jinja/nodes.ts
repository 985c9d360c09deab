import type { Value } from "./engine.js";

/** What the parser makes of a template, as far as it is read here. */
export type Node = { offset?: number | undefined } & (
  | { type: "Program"; body: Node[]; inner?: boolean }
  | { type: "If"; test: Node; body: Node[]; alternate: Node[] }
  | {
      type: "For";
      loopvar: Node;
      iterable: Node;
      body: Node[];
      defaultBlock: Node[];
    }
  | { type: "Set"; assignee: Node; value: Node | null; body: Node[] }
  | { type: "Macro"; name: Name; args: Node[]; body: Node[] }
  | {
      type: "CallStatement";
      call: Call;
      callerArgs: Node[] | null;
      body: Node[];
    }
  | { type: "FilterStatement"; filter: Name | Call; body: Node[] }
  | { type: "Comment" }
  | { type: "Output"; value: Node }
  | { type: "Fresh"; keep: string[] }
  | { type: "Given"; value: Value }
  | Name
  | Call
  | Literal
  | { type: "ArrayLiteral" | "TupleLiteral"; value: Node[] }
  | { type: "ObjectLiteral"; value: Map<Node, Node> }
  | Member
  | Slice
  | Binary
  | { type: "UnaryExpression"; operator: { value: string }; argument: Node }
  | { type: "FilterExpression"; operand: Node; filter: Name | Call }
  | { type: "TestExpression"; operand: Node; negate: boolean; test: Name }
  | { type: "Ternary"; condition: Node; trueExpr: Node; falseExpr: Node }
  | { type: "SelectExpression"; lhs: Node; test: Node }
  | { type: "KeywordArgumentExpression"; key: Name; value: Node }
  | { type: "SpreadExpression" | "KeywordSpreadExpression"; argument: Node }
);

export type Name = {
  type: "Identifier";
  value: string;
  offset?: number | undefined;
};
export type Call = {
  type: "CallExpression";
  callee: Node;
  args: Node[];
  offset?: number | undefined;
};
export type Literal = {
  type: "IntegerLiteral" | "FloatLiteral" | "StringLiteral";
  value: number | string;
};
export type Member = {
  type: "MemberExpression";
  object: Node;
  property: Node;
  computed: boolean;
  offset?: number | undefined;
};
export type Slice = {
  type: "SliceExpression";
  start?: Node;
  stop?: Node;
  step?: Node;
};
export type Binary = {
  type: "BinaryExpression";
  operator: { value: string };
  left: Node;
  right: Node;
};

/** An expression as its author wrote it, for messages. */
export function describe(node: Node): string {
  switch (node.type) {
    case "Identifier":
      return node.value;
    case "IntegerLiteral":
    case "FloatLiteral":
    case "StringLiteral":
      return JSON.stringify(node.value);
    case "MemberExpression": {
      const object = describe(node.object);
      const property = describe(node.property);
      return node.computed ? `${object}[${property}]` : `${object}.${property}`;
    }
    case "CallExpression":
      return `${describe(node.callee)}(…)`;
    case "FilterExpression":
      return `${describe(node.operand)} | ${describe(node.filter)}`;
    default:
      return "…";
  }
}
