import Handlebars from 'handlebars';

/**
 * Handlebars' strict mode checks the names that are printed, but not those handed to a helper or a
 * block: `{{#if misspelt}}` would be false in silence. This marks every name, so that all of them throw.
 */
export function makeEveryNameStrict(tree: hbs.AST.Program): void {
  class Strictness extends Handlebars.Visitor {
    override PathExpression(path: hbs.AST.PathExpression): void {
      (path as hbs.AST.PathExpression & { strict: boolean }).strict = true;
    }
  }
  new Strictness().accept(tree);
}
