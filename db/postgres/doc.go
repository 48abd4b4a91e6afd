// Package postgres is what all stores share: connections, of which none is given out while the database is away, transactions, what they answer
// with, ids, pages of lists and documents. It knows no table.
package postgres
