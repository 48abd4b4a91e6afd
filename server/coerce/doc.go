// Package coerce judges the values of a GraphQL request before anything of it runs, by the letter of the specification: the literals of
// a document (§5.6.1), the variables it is sent with (§6.1.2), and what becomes of both where they are arguments (§6.4.1). What a type
// takes is §3.5 to §3.12: an Int is a whole number of 32 bits and never a string, an enum's words have one spelling, a single value is a
// list of one, of a @oneOf input exactly one member is given.
//
// It is pure: a schema, an operation and values in, values or faults out. A fault shows the value as it was sent, shortened, and says
// what is allowed.
package coerce
