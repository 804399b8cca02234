import Handlebars from "handlebars";
import type { Model } from "../../model/model.js";
import type { Draft } from "../emit.js";
import { errorsPage } from "./errors-page.js";
import { productionPage } from "./production-page.js";
import { readme } from "./readme.js";
import { resourcePage } from "./resource-page.js";

/** The Markdown templates, by file name. */
export type Templates = ReadonlyMap<string, string>;

export interface TextFile {
  readonly path: string;
  readonly text: string;
}

/** Templates that others include. */
const PARTIALS = ["fields", "import", "tracing"];

/**
 * README, guide and reference pages, each made when it is asked for. Texts are made safe here; the
 * templates insert them as they are.
 */
export function docs(model: Model, templates: Templates): Draft<TextFile>[] {
  const handlebars = Handlebars.create();
  const template = (name: string) => {
    const text = templates.get(name);
    if (text === undefined) throw new Error(`no template is called ${name}`);
    return handlebars.compile(text, { noEscape: true, strict: true });
  };
  for (const name of PARTIALS)
    handlebars.registerPartial(name, templates.get(`${name}.md.hbs`) ?? "");
  const page = template("resource.md.hbs");
  const file = (path: string, name: string, shown: (model: Model) => object) => ({
    make: () => ({ path, text: template(name)(shown(model)) }),
  });
  const { service, resources } = model;
  return [
    file("README.md", "README.md.hbs", readme),
    file("docs/errors.md", "errors.md.hbs", errorsPage),
    file("docs/production.md", "production.md.hbs", productionPage),
    ...resources.map((resource) => {
      const path = `docs/${resource.kebab}.md`;
      return {
        make: () => ({ path, text: page(resourcePage(service, resource)) }),
        of: { path, parts: [service, resource] },
      };
    }),
  ];
}
