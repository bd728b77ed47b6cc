// Reads GIFT on stdin with gift-pegjs and prints what it understood as JSON; a syntax error ends with 1.
const { parse } = require("gift-pegjs");
const { readFileSync } = require("node:fs");

try {
  process.stdout.write(JSON.stringify(parse(readFileSync(0, "utf8"))));
} catch (error) {
  const { line, column } = error.location ? error.location.start : { line: 0, column: 0 };
  process.stderr.write(`${line}:${column}: ${error.message}\n`);
  process.exit(1);
}
