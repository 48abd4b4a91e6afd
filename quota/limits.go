package quota

// Limits are what one request may be and cost, and how much of it there may be: what whoever asks is bound by. Points are about fields that are
// written, some microseconds each.
type Limits struct {
	DocumentPoints                                                  int // of one document
	RequestPoints                                                   int // that every request costs besides
	RequestBytesPerPoint                                            int // of what is sent, its variables with it: a point more for so many
	DocumentBytesPerPoint                                           int // of a document that the server has not kept read: a point more for so many
	AccountPointsPerMinute, AddressPointsPerMinute                  int // with a token, and without one
	DocumentBytes, Tokens, Operations, Fragments, Variables, Depth  int // of one document
	Fields, Aliases, DirectivesUsed, RootFields, MutationRootFields int // of one operation
	BodyBytes, StreamBodyBytes, SocketMessageBytes, AnswerBytes     int
	OperationSeconds                                                int // of a query or a mutation
	AccountSockets, AccountStreams, SocketOperations                int // open at once
}
