module github.com/libsql/libsql-client-go

go 1.26.4
