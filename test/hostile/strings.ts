/** Texts that mean something to JavaScript, to doc comments, to Markdown, to editors or to terminals. */
export const HOSTILE: Readonly<Record<string, string>> = {
  "the end of a comment": "*/ alert(1) /*",
  "the end of a comment, in pieces": "*\u200b/ alert(1) //*\u2028/ alert(2) /**/",
  "a template": "`${alert(1)}` ${x} ``` $& $1 $`",
  "a fence": "```\nalert(1)\n```",
  "a script": "</script><script>alert(1)</script><!-- ]]>",
  "the end of a text": `"];process.exit()//`,
  "the end of a text in the other quotes": `'});process.exit();({a:'`,
  "a backslash at the end": `a\\`,
  "backslashes before quotes and bars": `a\\"\\\\"\\'\\|\\\\|\\\`b`,
  "line breaks": "a\r\n * @deprecated\n*/ alert(1)\n// b",
  "line separators": "a\u2028alert(1)\u2029*/ alert(2)\u0085b",
  "reading directions": "a\u202ealert(1)\u2066\u2069\u061cb",
  "invisible characters": "a\u0000\u0007\u001b[31m\u200b\u2060\ufeff\u00adb",
  "a tag": "@deprecated",
  "tags between words":
    "a @deprecated b {@link c} {@inheritDoc d}\u3000@internal *@e -@f (@g) [@h]",
  "a link": "](javascript:alert(1)) [a](javascript:alert(2)) <javascript:alert(3)>",
  "an image": "![a](https://example.com/a.png) <img src=x onerror=alert(1)>",
  "a definition": "[a]: javascript:alert(1)",
  "cells of a table": "a | b | c |",
  "the line below a table's head": "| - | - |",
  "a heading": "# a",
  "a list": "- a",
  "a numbered list": "1. a",
  "a quotation": "> a",
  "a rule": "---",
  "another rule": "* * *",
  "a line below a heading": "===",
  emphasis: "*a* **b** _c_ ~~d~~",
  entities: "&lt;script&gt; &#42;&#47; &copy;",
  "a place in a template": "{{constructor}} {{{service}}} {{> fields}}",
  "a name of every object": "__proto__",
  "half a character": "a\ud800 b\udc00",
  "an emoji in pieces": "👩‍👩‍👧 🏴󠁧󠁢󠁥󠁮󠁧󠁿",
  "a long text": `${"x".repeat(5000)} ${"y ".repeat(500)}`,
};

/** The worst that passes as a link. */
export const HOSTILE_LINK =
  "https://example.com/*/alert(1)/*}{@link}](javascript:alert(2))|'${x}#@deprecated";

/** Those that could mean something between quotes or backticks. */
export const HOSTILE_NAMES: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(HOSTILE).filter(([, text]) => /[`"'\\|@{/\u202e\ud800]/u.test(text)),
);

/** What no wire name may hold is taken out. */
export const asWireName = (text: string): string =>
  text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/gu, "").trim();
