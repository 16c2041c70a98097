/**
 * The walls of the house, each a rule with a test of its own. A rule takes the root it watches over, so that the same rule
 * is shown to pass for Rollcall and to fail for the small houses below {@code broken}, which have one wall broken each.
 */
package app.rollcall.walls;
