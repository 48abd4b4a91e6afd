// Package postgres is what all stores share: connections, transactions, what they answer with, ids, pages of lists and documents. It knows no
// table.
package postgres
