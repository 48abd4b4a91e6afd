// Package export writes down all that is stored about an account, as one JSON document that is read in pages.
package export
