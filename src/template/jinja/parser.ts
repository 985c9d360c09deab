import type {
  Expression,
  MacroStatement,
  Parameter,
  Statement,
  Target,
} from "./ast.js";
import { ExpressionParser, type NamedUse } from "./expressionParser.js";
import { tokenize } from "./lexer.js";

export interface Parsed {
  body: Statement[];
  /** The filters and tests that Jinja2 looks up before it renders. It looks up those of a condition when they run. */
  uses: NamedUse[];
}

const OTHER_TAGS = [
  "autoescape",
  "block",
  "extends",
  "from",
  "import",
  "include",
];

/** Parses a template by the grammar of Jinja2 3.1. */
export function parse(template: string): Parsed {
  return new Parser(tokenize(template)).parse();
}

class Parser extends ExpressionParser {
  /** The filters and tests of tags that have a scope. */
  private readonly usesOfScopes: NamedUse[] = [];
  /** The tags around the current token. */
  private readonly openTags: string[] = [];
  /** The position of an assignment to `loop`, which a loop around it does not allow. */
  private loopAssignment: number | undefined;

  parse(): Parsed {
    const body = this.statements([]);
    return { body, uses: [...this.usesOfScopes, ...this.uses] };
  }

  /** Reads statements up to one of the tags; its name is the current token then. */
  private statements(ends: string[]): Statement[] {
    const body: Statement[] = [];
    while (true) {
      const { type, value, offset } = this.next();
      if (type === "data") body.push({ type: "text", text: value, offset });
      else if (type === "{{") {
        body.push({ type: "output", value: this.tuple(), offset });
        this.expect("}}");
      } else if (type === "{%") {
        if (this.isName(...ends)) return body;
        body.push(...this.statement());
        this.expect("%}");
      } else if (ends.length > 0) {
        this.fail(
          `The template ends, and "${this.openTags.at(-1)}" is not closed: ${ends.map((end) => `"${end}"`).join(" or ")} is missing.`,
        );
      } else return body;
    }
  }

  /** Reads the body of a tag; the name of the tag that ends it is the current token then. */
  private block(...ends: string[]): Statement[] {
    this.skip('":"');
    this.expect("%}");
    return this.statements(ends);
  }

  /** Reads a part of a tag that has a scope. There, unknown filters and tests are errors within a condition as well. */
  private scope<T>(parse: () => T): T {
    const outer = this.uses;
    this.uses = [];
    const result = parse();
    this.usesOfScopes.push(...this.uses);
    this.uses = outer;
    return result;
  }

  private scopedBlock(end: string): Statement[] {
    return this.scope(() => {
      const body = this.block(end);
      this.next();
      return body;
    });
  }

  private statement(): Statement[] {
    const { value: tag, offset, type } = this.next();
    if (type !== "name") this.fail("The name of a tag is expected.", offset);
    this.openTags.push(tag);
    const statements = this.tag(tag, offset);
    this.openTags.pop();
    return statements;
  }

  private tag(tag: string, offset: number): Statement[] {
    switch (tag) {
      case "for":
        return [this.for(offset)];
      case "if":
        return [this.if(offset)];
      case "set":
        return [this.set(offset)];
      case "with":
        return [this.with(offset)];
      case "macro": {
        const name = this.expect("name").value;
        return [this.macro(name, this.parameters(), offset, "endmacro")];
      }
      case "call":
        return [this.callBlock(offset)];
      case "filter": {
        const filter = this.filters(this.filter(undefined));
        return [
          {
            type: "filter-block",
            filter,
            body: this.scopedBlock("endfilter"),
            offset,
          },
        ];
      }
      case "print": {
        const values: Expression[] = [];
        while (!this.is("%}")) {
          if (values.length > 0) this.expect('","');
          values.push(this.expression());
        }
        return values.map((value) => ({ type: "output", value, offset }));
      }
      default:
        return this.fail(
          OTHER_TAGS.includes(tag)
            ? `The tag "${tag}" is not supported here, although Jinja2 has it.`
            : `The tag "${tag}" is not known${this.openTags.length > 1 ? ` or not expected in "${this.openTags.at(-2)}"` : ""}.`,
          offset,
        );
    }
  }

  private for(offset: number): Statement {
    const outerAssignment = this.loopAssignment;
    this.loopAssignment = undefined;
    const target = this.target(["in"]);
    this.expectName("in");
    const of = this.tuple(false, ["recursive"]);
    const [test, recursive, body, otherwise] = this.scope(() => {
      const test = this.skipName("if") ? this.expression() : undefined;
      const recursive = this.skipName("recursive");
      const body = this.block("endfor", "else");
      let otherwise: Statement[] = [];
      if (this.next().value === "else") {
        otherwise = this.block("endfor");
        this.next();
      }
      return [test, recursive, body, otherwise] as const;
    });
    if (this.loopAssignment !== undefined) {
      this.fail(
        'In a loop, "loop" cannot be assigned to.',
        this.loopAssignment,
      );
    }
    this.loopAssignment = outerAssignment;
    return {
      type: "for",
      target,
      of,
      test,
      recursive,
      body,
      otherwise,
      offset,
    };
  }

  private if(offset: number): Statement {
    const used = this.uses.length;
    const branches: { test: Expression; body: Statement[] }[] = [];
    let otherwise: Statement[] = [];
    while (true) {
      const test = this.tuple(false);
      branches.push({ test, body: this.block("elif", "else", "endif") });
      const end = this.next().value;
      if (end === "elif") continue;
      if (end === "else") {
        otherwise = this.block("endif");
        this.next();
      }
      break;
    }
    this.uses.length = used;
    return { type: "if", branches, otherwise, offset };
  }

  private set(offset: number): Statement {
    const target = this.target([], true);
    if (this.skip('"="')) {
      return { type: "set", target, value: this.tuple(), offset };
    }
    const filter = this.skip('"|"')
      ? this.filters(this.filter(undefined))
      : undefined;
    const body = this.scopedBlock("endset");
    return { type: "set-block", target, filter, body, offset };
  }

  private with(offset: number): Statement {
    const before = this.loopAssignment;
    const values: [Target, Expression][] = [];
    while (!this.is("%}")) {
      if (values.length > 0) this.expect('","');
      const target = this.target([]);
      this.expect('"="');
      values.push([target, this.expression()]);
    }
    this.loopAssignment = before;
    return { type: "with", values, body: this.scopedBlock("endwith"), offset };
  }

  private macro(
    name: string | undefined,
    parameters: Parameter[],
    offset: number,
    end: string,
  ): MacroStatement {
    const first = this.loads.length;
    const body = this.scopedBlock(end);
    const uses = new Set(this.loads.slice(first));
    const caller = parameters.find((parameter) => parameter.name === "caller");
    if (caller && !caller.fallback && uses.has("caller")) {
      this.fail('The parameter "caller" needs a default.', caller.offset);
    }
    return { type: "macro", name, parameters, uses, body, offset };
  }

  private callBlock(offset: number): Statement {
    const parameters = this.is('"("') ? this.parameters() : [];
    const call = this.expression();
    if (call.type !== "call") this.fail("A call is expected.", offset);
    const caller = this.macro(undefined, parameters, offset, "endcall");
    return { type: "call-block", call, caller, offset };
  }

  private parameters(): Parameter[] {
    const parameters: Parameter[] = [];
    this.expect('"("');
    while (!this.is('")"')) {
      if (parameters.length > 0) this.expect('","');
      const { value: name, offset } = this.expect("name");
      if (parameters.some((parameter) => parameter.name === name)) {
        this.fail(`The parameter "${name}" is there twice.`, offset);
      }
      const fallback = this.skip('"="') ? this.expression() : undefined;
      if (!fallback && parameters.at(-1)?.fallback) {
        this.fail(
          `The parameter "${name}" needs a default, as those before it have.`,
          offset,
        );
      }
      parameters.push({ name, fallback, offset });
    }
    this.expect('")"');
    return parameters;
  }

  private target(ends: string[], member = false): Target {
    if (member && this.following.type === '"."') {
      const { value: of, offset } = this.expect("name");
      this.next();
      this.loads.push(of);
      return { type: "member", of, name: this.expect("name").value, offset };
    }
    return this.assignable(this.sequence(() => this.primary(), ends, false));
  }

  private assignable(node: Expression): Target {
    if (node.type === "name") {
      if (node.name === "loop") this.loopAssignment = node.offset;
      return node;
    }
    if (node.type !== "tuple") {
      this.fail("This cannot be assigned to.", node.offset);
    }
    const items = node.items.map((item) => this.assignable(item));
    return { type: "tuple", items, offset: node.offset };
  }
}
